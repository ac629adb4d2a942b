import type { Sample } from "./procedure-inputs.ts";
import { UNKNOWN_TEXT } from "./testing/notices.ts";
import type { MatrixTenant } from "./testing/world.ts";

type Ids = (ids: MatrixTenant) => Readonly<Record<string, unknown>>;

const something = (answer: unknown): boolean => typeof answer === "object" && answer !== null;
const some = (answer: unknown): boolean => Array.isArray(answer) && answer.length > 0;

function inStore(more: Ids = () => ({}), holdsData: Sample["holdsData"] = something): Sample {
  return { input: (workspace, ids) => ({ workspace, store: ids.store, ...more(ids) }), holdsData };
}

const waiting: Ids = ({ waitingNoticeId: id }) => ({ id });
const lesson: Ids = (ids) => ({ ...waiting(ids), kind: "opted_out", marked: UNKNOWN_TEXT });

/** Procedures about notices that wait for a person, what was taught, and files of past ones. */
export const NOTICE_SAMPLES: Readonly<Record<string, Sample>> = {
  "insight.firstEmails": inStore(() => ({ days: 91 })),
  "insight.sendHours": inStore(() => ({ days: 91 })),
  "insight.delays": inStore(() => ({ days: 91 })),
  "insight.lanes": inStore(() => ({ days: 91 })),
  "insight.calls": inStore(() => ({ days: 91 })),
  "proof.lines": inStore(() => ({ orderRef: null, from: "2020-01-01", to: "2030-01-01", after: null })),
  "notice.source": inStore(waiting),
  "notice.judge": inStore((ids) => ({ ...waiting(ids), kind: "other", orderId: null })),
  "notice.tryLesson": inStore(lesson),
  "notice.teach": inStore((ids) => ({ ...lesson(ids), propose: false })),
  "notice.taught": inStore(() => ({}), some),
  "notice.removeTaught": inStore(({ taughtId: id }) => ({ id })),
  "notice.addresses": inStore(),
  "notice.uploadMails": inStore(() => ({ mails: [Buffer.from("Subject: a\n\nb").toString("base64")] })),
  "notice.uploadList": inStore(() => ({ csv: "111-2223334-5556667" })),
};
