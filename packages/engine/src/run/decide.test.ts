import { describe, expect, it } from "vitest";
import type { Answer } from "../protocol/call-worker.ts";
import { type CallState, decide } from "./decide.ts";

const call: CallState = { runId: "r", asked: "", attempt: 0, maxAttempts: 3, now: 1_000_000, invoke: () => null };
const answered = (status: number, body: unknown, extra: Partial<Extract<Answer, { kind: "answered" }>> = {}) =>
  ({ kind: "answered", status, noRetry: null, retryAfter: null, body: JSON.stringify(body), ...extra }) as const;
const ops = (...list: readonly object[]) => answered(206, list);
const kindOf = (answer: Exclude<Answer, { kind: "unreachable" }>, state: Partial<CallState> = {}) =>
  decide(answer, { ...call, ...state }).next.kind;
const last = { attempt: 2 };

describe("an answer", () => {
  it("200 completes with its body", () => {
    expect(decide(answered(200, { b: 1, a: [2] }), call).next).toEqual({ kind: "complete", result: '{"a":[2],"b":1}' });
  });

  it.each([
    ["no-retry", answered(400, { message: "x" }, { noRetry: true }), {}, "fail"],
    ["400 without a header", answered(400, {}), {}, "fail"],
    ["500 with tries left", answered(500, {}, { noRetry: false }), {}, "retry"],
    ["500 on the last try", answered(500, {}, { noRetry: false }), last, "fail"],
    ["500 of something else", answered(500, "gateway"), {}, "retry"],
    ["404", answered(404, {}), {}, "retry"],
    ["a refused answer", { kind: "refused", message: "x" } as const, {}, "retry"],
    ["a refused answer on the last try", { kind: "refused", message: "x" } as const, last, "fail"],
    ["206 of nothing", ops(), {}, "retry"],
    ["206 that is no list", answered(206, { id: "a" }), {}, "fail"],
    ["206 of an unknown step", ops({ id: "a", op: "Gateway" }), {}, "fail"],
    ["a sleep that is no time", ops({ id: "a", op: "Sleep", name: "soon" }), {}, "fail"],
    ["an invocation of nothing", ops({ id: "a", op: "InvokeFunction", opts: { function_id: "x" } }), {}, "fail"],
    [
      "a wait whose expression is not understood",
      ops({ id: "a", op: "WaitForEvent", name: "e", opts: { if: "size(event)" } }),
      {},
      "fail",
    ],
    ["StepRun", ops({ id: "a", op: "StepRun", data: 1 }), {}, "keep"],
    ["StepRun of the step that was asked for", ops({ id: "a", op: "StepRun", data: 1 }), { asked: "a" }, "discover"],
    ["StepError with tries left", ops({ id: "a", op: "StepError", error: {} }), { asked: "a" }, "retry"],
    ["StepError on the last try", ops({ id: "a", op: "StepError", error: {} }), { ...last, asked: "a" }, "discover"],
    ["StepPlanned", ops({ id: "a", op: "StepPlanned" }, { id: "b", op: "StepPlanned" }), {}, "drop"],
    ["DiscoveryRequest", ops({ id: "a", op: "DiscoveryRequest" }), {}, "keep"],
    ["RunComplete after a step", ops({ id: "a", op: "StepRun" }, { id: "z", op: "RunComplete" }), {}, "complete"],
  ])("%s", (...[, answer, state, expected]) => {
    expect(kindOf(answer, state)).toBe(expected);
  });
});

describe("what is remembered", () => {
  it("is data of a step that ran, null where it gave none", () => {
    const { memos } = decide(ops({ id: "a", op: "StepRun", data: { y: 1, x: 2 } }, { id: "b", op: "StepRun" }), call);
    expect(memos).toEqual([
      { step: "a", value: '{"data":{"x":2,"y":1},"type":"data"}' },
      { step: "b", value: '{"data":null,"type":"data"}' },
    ]);
  });

  it("is the error of a step that failed, and nothing of one that is tried again", () => {
    const error = { name: "Error", message: "x" };
    expect(decide(ops({ id: "a", op: "StepFailed", error }), call).memos).toEqual([
      { step: "a", value: '{"error":{"message":"x","name":"Error"},"type":"error"}' },
    ]);
    expect(decide(ops({ id: "a", op: "StepError", error }), call).memos).toEqual([]);
  });
});

describe("the next try", () => {
  const due = (attempt: number, retryAfter: string | null) => {
    const { next } = decide(answered(500, {}, { noRetry: false, retryAfter }), { ...call, attempt, maxAttempts: 20 });
    return next.kind === "retry" ? next.due - call.now : null;
  };

  it("comes after a growing pause, spread by a tenth at most", () => {
    for (const [attempt, seconds] of [
      [0, 15],
      [1, 30],
      [2, 60],
      [9, 7200],
      [15, 7200],
    ] as const) {
      expect(due(attempt, null)).toBeGreaterThanOrEqual(seconds * 1000);
      expect(due(attempt, null)).toBeLessThanOrEqual(seconds * 1100);
    }
  });

  it("comes when Retry-After says, in seconds or as an instant", () => {
    expect(due(0, "90")).toBe(90_000);
    expect(due(0, new Date(call.now + 5000).toISOString())).toBe(5000);
    expect(due(0, "nonsense")).toBeGreaterThanOrEqual(15_000);
  });
});
