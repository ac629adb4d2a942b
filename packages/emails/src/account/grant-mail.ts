import type { Role } from "@heed/core/tenant/role";
import type { AccountMail } from "../account-mail.ts";
import { renderAccountMail } from "./account-mail.ts";

export interface GrantMailInput {
  /** The workspace that lets the other one in. */
  readonly seller: string;
  readonly agency: string;
  readonly offeredBy: string;
  readonly role: Role;
  readonly stores: readonly string[];
  /** Leads to the grant in the agency's workspace. */
  readonly url: string;
}

export function renderGrantMail({
  seller,
  agency,
  offeredBy,
  role,
  stores,
  url,
}: GrantMailInput): Promise<AccountMail> {
  return renderAccountMail({
    subject: `${seller} lets ${agency} into ${count(stores)} on Heed`,
    title: `Access to ${count(stores)} of ${seller}`,
    preview: `Offered as ${role}. It counts once you accept.`,
    paragraphs: [
      `${offeredBy} offers ${agency} the role ${role} for: ${stores.join(", ")}.`,
      `Nothing changes until somebody of ${agency} accepts. ${seller} can take the access back at any moment, and sees in its audit log what you do.`,
    ],
    action: { label: "See the offer", url },
    reason: `You get this mail because you are an owner or admin of ${agency} on Heed.`,
  });
}

const count = (stores: readonly string[]): string => (stores.length === 1 ? "a store" : `${stores.length} stores`);
