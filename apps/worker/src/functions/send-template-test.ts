import { AppError } from "@heed/core/errors";
import type { EventData } from "@heed/core/events";
import { judgeText } from "@heed/core/template/judge-template";
import { EXAMPLE_VARIABLES } from "@heed/core/template/variables";
import { loadVersion } from "@heed/db/commands/template-drafts";
import { userEmail } from "@heed/db/identity/user-email";
import { previewOrders } from "@heed/db/queries/preview-orders";
import { systemAccess } from "@heed/db/system-db";
import { withTenant } from "@heed/db/tenant-db";
import { buyerMail } from "@heed/emails/buyer-layout";
import type { Inngest } from "inngest";
import { eventData, mapErrors } from "../inngest.ts";
import type { Worker } from "../worker.ts";

/** Sends a text to the person who asked to see it. The same event sends once: its id is the mail's key. */
export function sendTemplateTest(inngest: Inngest, worker: Worker) {
  return inngest.createFunction(
    { id: "send-template-test", triggers: [{ event: "template/test" }], retries: 3 },
    async ({ event, step }) => {
      const data = eventData(worker, "template/test", event);
      return step.run("send", () => mapErrors(worker, () => send(worker, data, event.id ?? "")));
    },
  );
}

async function send(worker: Worker, data: EventData<"template/test">, key: string): Promise<{ ended: string }> {
  const to = await userEmail(worker.db, data.userId);
  const mail = await render(worker, data);
  if (to === null || mail === null) return { ended: "nothing to send" };
  const outcome = await worker.mailer.send({
    from: `Heed <account@${worker.mailDomain}>`,
    to,
    ...mail,
    subject: `Test: ${mail.subject}`,
    idempotencyKey: `test-${key}`,
    tags: { kind: "template_test" },
  });
  if (outcome.kind === "retry" || outcome.kind === "lost") {
    throw new AppError("UPSTREAM", "The test mail was not taken.", { retryable: true });
  }
  return { ended: outcome.kind };
}

async function render(
  worker: Worker,
  { tenantId, templateId, version, language, orderRef }: EventData<"template/test">,
) {
  const found = await withTenant(worker.db, systemAccess(tenantId), async (tx) => ({
    definition: await loadVersion(tx, templateId, version),
    orders: orderRef === null ? [] : await previewOrders(tx, { storeId: "all", ref: orderRef }),
  }));
  const text = found.definition.texts.find((candidate) => candidate.language === language);
  if (text === undefined) return null;
  const { rendered } = judgeText({ text, variables: found.orders[0]?.variables ?? EXAMPLE_VARIABLES });
  return rendered === null ? null : buyerMail(rendered);
}
