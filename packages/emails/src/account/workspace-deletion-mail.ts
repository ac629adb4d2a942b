import type { Instant } from "@heed/core/time";
import type { AccountMail } from "../account-mail.ts";
import { renderAccountMail } from "./account-mail.ts";
import { mailTime } from "./mail-time.ts";

export interface WorkspaceDeletionMailInput {
  readonly workspace: string;
  readonly deletedBy: string;
  /** Until then it can be kept; after that everything in it is erased. */
  readonly erasedAt: Instant;
  readonly url: string;
}

export function renderWorkspaceDeletionMail(input: WorkspaceDeletionMailInput): Promise<AccountMail> {
  const { workspace, deletedBy, erasedAt, url } = input;
  return renderAccountMail({
    subject: `${workspace} will be deleted on ${mailTime(erasedAt)}`,
    title: `${workspace} will be deleted`,
    preview: "Sending has stopped. An owner can still keep it.",
    paragraphs: [
      `${deletedBy} asked to delete the workspace ${workspace}. Sending has stopped. On ${mailTime(erasedAt)} all its stores, orders, flows and people are erased for good.`,
      "Until then an owner can keep the workspace, in their account under Workspaces.",
    ],
    action: { label: "Your workspaces", url },
    reason: `You get this mail because you are a member of ${workspace} on Heed.`,
  });
}
