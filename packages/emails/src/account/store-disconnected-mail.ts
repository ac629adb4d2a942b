import type { Instant } from "@heed/core/time";
import type { AccountMail } from "../account-mail.ts";
import { renderAccountMail } from "./account-mail.ts";
import { mailTime } from "./mail-time.ts";

export interface StoreDisconnectedMailInput {
  readonly store: string;
  readonly workspace: string;
  /** Who did it: a member by name, or Amazon where the seller took the permission back there. */
  readonly by: { readonly kind: "member"; readonly name: string } | { readonly kind: "amazon" };
  /** When the store's data is erased; null while it is kept. */
  readonly purgeAt: Instant | null;
  readonly url: string;
}

export function renderStoreDisconnectedMail(input: StoreDisconnectedMailInput): Promise<AccountMail> {
  const { store, workspace, by, purgeAt, url } = input;
  const who =
    by.kind === "member"
      ? `${by.name} disconnected ${store} from Heed.`
      : `Amazon no longer lets Heed act for ${store}: the permission was taken back or has run out.`;
  const data =
    purgeAt === null
      ? "Its data is kept, and sending goes on once the store is authorised again."
      : `Its data is kept until ${mailTime(purgeAt)} and erased then, unless the store is connected again.`;
  return renderAccountMail({
    subject: `${store} is disconnected`,
    title: `${store} is disconnected`,
    preview: "No message goes out for this store.",
    paragraphs: [who, `No message goes out for this store until it is connected again. ${data}`],
    action: { label: "Go to your stores", url },
    reason: `You get this mail because you are an owner or admin of ${workspace} on Heed.`,
  });
}
