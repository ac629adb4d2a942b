import { randomUUID } from "node:crypto";
import { domainOf } from "../buyers/addresses.ts";
import { composeMail } from "../buyers/mime.ts";
import type { Sandbox } from "../sandbox.ts";
import type { StoredEmail } from "../state.ts";
import type { RawMail } from "../tasks.ts";

/** Mail to one of the product's own receiving domains comes back to it, as it would over the network. */
export function isOwnAddress({ settings }: Sandbox, address: string): boolean {
  return ["in", "mail"].some((name) => domainOf(address) === `${name}.${settings.mailDomain}`);
}

/** The message as it comes over the wire; sent by Resend for us, so that nothing in it is Amazon's. */
export function ownMail({ clock }: Sandbox, { payload, from, to }: StoredEmail): RawMail {
  const raw = composeMail({
    headers: [
      ["Date", new Date(clock.now().epochMilliseconds).toUTCString().replace("GMT", "+0000")],
      ["From", from],
      ["To", to.join(", ")],
      ["Message-ID", `<${randomUUID()}@resend.localhost>`],
    ],
    subject: String(payload["subject"] ?? ""),
    text: String(payload["text"] ?? ""),
    html: String(payload["html"] ?? ""),
    charset: "utf-8",
    transfer: "base64",
    boundary: `----=_Own_${randomUUID().slice(0, 12)}`,
  });
  return { from, to, raw };
}
