import type { StripeAccount } from "../account.ts";
import { type Params, textsOf } from "../params.ts";
import { invoiceShape } from "../shapes/invoice.ts";
import { scheduleShape } from "../shapes/schedule.ts";

type Answer = Readonly<Record<string, unknown>>;

interface Looked {
  readonly account: StripeAccount;
  readonly now: number;
}

/** Puts objects in the place of ids where the caller asked for them: `latest_invoice`, `data.schedule`. */
export function expand(looked: Looked, answer: Answer, params: Params): Answer {
  return textsOf(params, "expand").reduce((given, path) => expandPath(looked, given, path.split(".")), answer);
}

function expandPath(looked: Looked, answer: Answer, [first = "", ...rest]: readonly string[]): Answer {
  const value = answer[first];
  if (rest.length > 0 && Array.isArray(value)) {
    return { ...answer, [first]: value.map((one: Answer) => expandPath(looked, one, rest)) };
  }
  return typeof value === "string" ? { ...answer, [first]: objectOf(looked, value) } : answer;
}

function objectOf({ account, now }: Looked, id: string): unknown {
  const invoice = account.invoices.get(id);
  if (invoice !== undefined) return invoiceShape(account, invoice);
  const schedule = account.schedules.get(id);
  return schedule === undefined ? id : scheduleShape(schedule, now);
}
