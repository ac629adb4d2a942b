import type { Sample } from "./procedure-inputs.ts";
import type { MatrixTenant } from "./testing/world.ts";

type Ids = (ids: MatrixTenant) => Readonly<Record<string, unknown>>;

const something = (answer: unknown): boolean => typeof answer === "object" && answer !== null;
const some = (answer: unknown): boolean => Array.isArray(answer) && answer.length > 0;
const field = (answer: unknown, name: string) =>
  something(answer) ? (answer as Readonly<Record<string, unknown>>)[name] : undefined;

/** A call in the store of the workspace, with further input. */
function inStore(more: Ids = () => ({}), holdsData: Sample["holdsData"] = something): Sample {
  return { input: (workspace, ids) => ({ workspace, store: ids.store, ...more(ids) }), holdsData };
}

const order: Ids = ({ orderRef: ref }) => ({ ref });

const draft: Ids = (ids) => ({
  ...order(ids),
  operation: "unexpectedProblem",
  text: "The parcel came back to us. Which address shall we use for it?",
  language: "en",
  ...{ coverageFrom: null, coverageTo: null, fileIds: [] },
});

const file = { fileName: "invoice.pdf", contentType: "application/pdf", content: "JVBERi0=" };

/** Procedures about typed messages, their approval and tasks in Seller Central; and about senders. */
export const CRITICAL_SAMPLES: Readonly<Record<string, Sample>> = {
  "critical.order": inStore(order, (answer) => some(field(answer, "choices"))),
  "critical.texts": inStore((ids) => ({ ...order(ids), purpose: "order_problem", language: "en" }), some),
  "critical.find": inStore(() => ({ orderIds: ["111-1111111-1111111"] }), Array.isArray),
  "critical.ask": inStore(order),
  "critical.check": inStore(draft),
  "critical.attach": inStore((ids) => ({ ...order(ids), ...file })),
  "critical.write": inStore(draft, (answer) => field(answer, "kind") === "written"),
  "critical.answer": inStore(({ approvalId: messageId }) => ({ messageId, approved: false })),
  "critical.openTask": inStore((ids) => ({ ...order(ids), purpose: "return_question" })),
  "critical.closeTask": inStore(({ taskId }) => ({ taskId, state: "done" })),
  "critical.list": inStore(
    () => ({ waiting: false }),
    (answer) => some(field(answer, "messages")),
  ),
  "critical.tasks": inStore(() => ({}), some),
  "sender.health": inStore(),
  "sender.resume": inStore(),
  "sender.domains": { input: (workspace) => ({ workspace }), holdsData: some },
  "sender.addDomain": { input: (workspace) => ({ workspace, name: `${workspace}.example` }), holdsData: something },
  "sender.checkDomain": {
    input: (workspace, { domainId }) => ({ workspace, domainId }),
    holdsData: something,
    names: "row",
  },
  "sender.removeDomain": {
    input: (workspace, { domainId }) => ({ workspace, domainId }),
    holdsData: something,
    names: "row",
  },
  "sender.chooseDomain": inStore(() => ({ domainId: null })),
  "critical.quota": { input: (workspace) => ({ workspace }), holdsData: something },
  "critical.setSettings": {
    input: (workspace) => ({ workspace, approval: false, quota: 50 }),
    holdsData: something,
  },
};
