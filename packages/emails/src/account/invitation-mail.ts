import type { Role } from "@heed/core/tenant/role";
import type { Instant } from "@heed/core/time";
import type { AccountMail } from "../account-mail.ts";
import { renderAccountMail } from "./account-mail.ts";
import { mailTime } from "./mail-time.ts";

export interface InvitationMailInput {
  readonly workspace: string;
  /** Name or address of whoever invites. */
  readonly invitedBy: string;
  readonly role: Role;
  /** Names of the stores that the invited person is limited to; null means all. */
  readonly stores: readonly string[] | null;
  /** Holds the token: never logged. */
  readonly url: string;
  readonly expiresAt: Instant;
}

const MAY: Readonly<Record<Role, string>> = {
  owner: "own the workspace and everything in it",
  admin: "manage stores, flows and people",
  manager: "run stores, flows and templates",
  approver: "view, and approve messages",
  viewer: "view everything and change nothing",
};

export function renderInvitationMail(input: InvitationMailInput): Promise<AccountMail> {
  const { workspace, invitedBy, role, stores, url, expiresAt } = input;
  const where = stores === null ? "" : ` This is limited to: ${stores.join(", ")}.`;
  return renderAccountMail({
    subject: `${invitedBy} invites you to ${workspace} on Heed`,
    title: `Join ${workspace}`,
    preview: `You are invited as ${role}.`,
    paragraphs: [
      `${invitedBy} invites you to the workspace ${workspace} as ${role}: you may ${MAY[role]}.${where}`,
      `The invitation is for this e-mail address only, works once and ends on ${mailTime(expiresAt)}.`,
    ],
    action: { label: "See the invitation", url },
    reason: `You get this mail because ${invitedBy} entered your address. If you do not know them, ignore it: nothing happens until you accept.`,
  });
}
