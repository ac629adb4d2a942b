import type { SentMail } from "@heed/db/queries/sent-mail";
import { renderOrderMail } from "@heed/emails/order-mail";

/** The e-mail of an order, made again from what its intent froze; `same` when it is byte for byte what went out. */
export function mailAsSent({ at, intent, template, order, storeName }: SentMail) {
  const made = renderOrderMail({ template, wanted: intent.language ?? "en", order, storeName });
  if (made.kind !== "mail") return { kind: "none" } as const;
  const { mail, language, hash } = made;
  const { templateVersion } = intent;
  return { kind: "mail", ...mail, at, language, templateVersion, same: hash === intent.payloadHash } as const;
}
