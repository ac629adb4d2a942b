import { REVIEW_REQUEST } from "@heed/core/template/built-in";
import type { Sample } from "./procedure-inputs.ts";
import { MATRIX_FLOW } from "./testing/flows.ts";
import type { MatrixTenant } from "./testing/world.ts";

type Ids = (ids: MatrixTenant) => Readonly<Record<string, unknown>>;

const something = (answer: unknown): boolean => typeof answer === "object" && answer !== null;
const some = (answer: unknown): boolean => Array.isArray(answer) && answer.length > 0;

/** A call in the store of the workspace, with further input. */
function inStore(more: Ids = () => ({}), holdsData: Sample["holdsData"] = something): Sample {
  return { input: (workspace, ids) => ({ workspace, store: ids.store, ...more(ids) }), holdsData };
}

const definition = MATRIX_FLOW;
const [text] = REVIEW_REQUEST.texts;
const flow: Ids = ({ flowId: id }) => ({ id });
const template: Ids = ({ templateId: id }) => ({ id });

/** Procedures about flows, templates, experiments and brakes. */
export const FLOW_SAMPLES: Readonly<Record<string, Sample>> = {
  "flow.list": inStore(() => ({}), some),
  "flow.get": inStore(flow),
  "flow.create": inStore(() => ({ definition })),
  "flow.save": inStore((ids) => ({ ...flow(ids), base: 1, definition })),
  "flow.preview": inStore((ids) => ({ ...flow(ids), version: 1 })),
  "flow.activate": inStore((ids) => ({ ...flow(ids), version: 1, orders: "window" })),
  "flow.switch": inStore((ids) => ({ ...flow(ids), to: "pause" })),
  "flow.trial": inStore(() => ({ definition, days: 30 })),
  "flow.startBacktest": inStore(() => ({ definition, days: 30 })),
  "flow.lastBacktest": inStore(() => ({ flowKey: definition.flowKey })),
  "flow.backtest": inStore(({ backtestId: id }) => ({ id })),
  "experiment.results": inStore(({ trialId: flowId }) => ({ flowId }), some),
  "experiment.start": inStore(({ flowId }) => ({ flowId, delayDays: 9, holdOut: 0, share: 50 })),
  "experiment.end": inStore(({ trialId: flowId }) => ({ flowId, keep: "request" })),
  "template.list": inStore(() => ({}), some),
  "template.get": inStore(template),
  "template.create": inStore(() => ({ name: "Another", texts: [text] })),
  "template.save": inStore((ids) => ({ ...template(ids), base: 1, texts: [text] })),
  "template.serve": inStore((ids) => ({ ...template(ids), version: 1 })),
  "template.orders": inStore(() => ({}), some),
  "template.judge": inStore(({ orderRef }) => ({ text, order: orderRef })),
  "template.sendTest": inStore((ids) => ({ ...template(ids), version: 1, language: "en", order: ids.orderRef })),
  "template.requireApproval": inStore((ids) => ({ ...template(ids), needed: true })),
  "template.askApproval": inStore((ids) => ({ ...template(ids), version: 1 })),
  "template.answerApproval": inStore((ids) => ({ ...template(ids), version: 1, answer: "given", note: null })),
  "brake.list": inStore(() => ({}), some),
  "brake.count": inStore(() => ({ sku: "SKU-1", asin: null })),
  "brake.set": inStore(() => ({ reason: "A test", wish: { kind: "pause" } })),
  "brake.lift": inStore(({ brakeId: id }) => ({ id })),
};
