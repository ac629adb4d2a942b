import { marketplaceById } from "@heed/core/marketplace/marketplaces";
import { checkMessage } from "@heed/core/policy/check-message";
import type { TemplateFacts } from "@heed/core/policy/facts";
import type { Finding } from "@heed/core/policy/finding";
import type { TemplateVersion } from "@heed/core/template/template";
import type { SendWork } from "@heed/db/queries/send-work";
import { loadStoreWork } from "@heed/db/queries/store-work";
import { type ServingTemplate, servingTemplate } from "@heed/db/queries/template-version";
import { systemAccess } from "@heed/db/system-db";
import { withTenant } from "@heed/db/tenant-db";
import type { BuyerMail } from "@heed/emails/buyer-layout";
import { renderOrderMail } from "@heed/emails/order-mail";
import type { Worker } from "../worker.ts";

/** A review e-mail before its decision: what would go out, what the rules find in it, and whether Amazon still offers the request. */
export interface PreparedEmail {
  readonly facts: TemplateFacts;
  /** Answer of the solicitation actions; null when the lane fell away before they were read. */
  readonly offered: boolean | null;
  readonly templateKey: string;
  readonly templateVersion: number;
  readonly mail: BuyerMail | null;
  readonly payloadHash: string | null;
}

export interface PrepareInput {
  readonly tenantId: string;
  readonly work: SendWork;
}

/** Reads the buyer's language and the actions from Amazon, and renders the flow's template. */
export async function prepareEmail(worker: Worker, { tenantId, work }: PrepareInput): Promise<PreparedEmail | null> {
  const { order } = work.facts;
  const step = work.facts.flow.steps.find(({ stepKey }) => stepKey === work.message.stepKey);
  if (step?.templateKey == null) return null;
  const { templateKey } = step;
  const { store, serving } = await withTenant(worker.db, systemAccess(tenantId), async (tx) => ({
    store: await loadStoreWork(tx, { storeId: work.message.storeId, ring: worker.ring }),
    serving: await servingTemplate(tx, templateKey),
  }));
  const gateway = worker.gateways.forStore(tenantId, store);
  const { locale } = await gateway.getAttributes(order.orderId, order.marketplaceId);
  const { offered } = await gateway.getSolicitationActions(order.orderId, order.marketplaceId);
  const wanted = locale ?? marketplaceById(order.marketplaceId)?.languages[0] ?? "en";
  const rendered = renderEmail({ template: serving.definition, wanted, work, storeName: store.name });
  return { offered, ...rendered, facts: { ...rendered.facts, ...consentOf(serving) } };
}

function consentOf({ approval }: ServingTemplate): Pick<TemplateFacts, "approval"> {
  return approval === undefined ? {} : { approval };
}

export interface RenderInput {
  readonly template: TemplateVersion;
  readonly wanted: string;
  readonly work: SendWork;
  readonly storeName: string;
}

/** What would go out and what the rules find in it; judged is the whole document, not only its body. */
export function renderEmail({ template, wanted, work, storeName }: RenderInput): Omit<PreparedEmail, "offered"> {
  const { order } = work.facts;
  const base = { templateKey: template.templateKey, templateVersion: template.version };
  const rendered = renderOrderMail({ template, wanted, order, storeName });
  switch (rendered.kind) {
    case "no_language":
      return { ...base, facts: { wanted, language: null, findings: [] }, mail: null, payloadHash: null };
    case "problem": {
      const facts = { wanted, language: rendered.language, findings: [unrenderable(rendered.message)] };
      return { ...base, facts, mail: null, payloadHash: null };
    }
    case "mail": {
      const { mail, language, hash: payloadHash } = rendered;
      const { purpose } = work.message;
      const names = [storeName, ...order.items.map(({ title }) => title)];
      const { findings } = checkMessage({ ...mail, language, orderId: order.orderId, purpose, names });
      return { ...base, facts: { wanted, language, findings }, mail, payloadHash };
    }
  }
}

function unrenderable(message: string): Finding {
  return { rule: "template", severity: "block", message, span: null, fix: null, source: "LiquidJS" };
}
