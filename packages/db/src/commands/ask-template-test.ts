import { AppError } from "@heed/core/errors";
import { textFormat } from "@heed/core/message/purpose";
import type { Instant } from "@heed/core/time";
import type { TenantDb } from "../tenant-db.ts";
import { appendEvents } from "./append-outbox.ts";
import { loadVersion } from "./template-drafts.ts";

export interface TemplateTest {
  readonly templateId: string;
  readonly version: number;
  readonly language: string;
  /** The order whose values stand in the text; null: invented ones. */
  readonly orderRef: string | null;
  readonly now: Instant;
}

/** Has a saved text sent to the person who asks, and to nobody else. */
export async function askTemplateTest(tx: TenantDb, { now, ...test }: TemplateTest): Promise<void> {
  const { userId } = tx.access;
  if (userId === null) throw new AppError("FORBIDDEN", "Only a person can have a test sent.");
  const { texts, purpose } = await loadVersion(tx, test.templateId, test.version);
  if (textFormat(purpose) === "plain") {
    throw new AppError(
      "PRECONDITION_FAILED",
      "This text goes through Amazon's own messages; no mail shows what they look like.",
    );
  }
  if (!texts.some(({ language }) => language === test.language)) {
    throw new AppError("NOT_FOUND", "The template has no text in this language.");
  }
  await appendEvents(tx, [{ name: "template/test", data: { tenantId: tx.tenantId, userId, ...test } }], now);
}
