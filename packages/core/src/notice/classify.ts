import { isComplaint } from "./bounce/read-complaint.ts";
import { readBounce } from "./bounce/read-bounce.ts";
import { readSnsNotification } from "./bounce/read-sns.ts";
import type { Classification, ParsedMail } from "./notice.ts";

export function classifyMail(mail: ParsedMail): Classification {
  const base = { orderId: null, language: null, pattern: null, status: null, confidence: 0.9 };
  if (isComplaint(mail)) return { ...base, kind: "complaint" };
  const v = readSnsNotification(mail) ?? readBounce(mail);
  return v === null ? { ...base, kind: "other" } : { ...base, ...v };
}
