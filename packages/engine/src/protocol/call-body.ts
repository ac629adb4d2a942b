export interface CallFacts {
  readonly runId: string;
  /** The function's id; with it the SDK may run several steps in one call and report them to `/v1/checkpoint`. */
  readonly functionId: string;
  /** Names this very call; a checkpoint carries it back. */
  readonly callId: string;
  readonly attempt: number;
  readonly maxAttempts: number;
  /** Other branches of the run are open: the SDK must only plan. */
  readonly planOnly: boolean;
  /** Canonical JSON. */
  readonly event: string;
  /** Hashes of finished steps in the order of completion, and their answers, canonical, beside. */
  readonly steps: readonly string[];
  readonly values: readonly string[];
}

/**
 * The body of a call as canonical JSON, put together from texts that are canonical already: what is signed is what is
 * sent, and neither event nor memo is parsed again for each call.
 */
export function callBody(facts: CallFacts): string {
  const ctx = [
    `"attempt":${facts.attempt}`,
    `"disable_immediate_execution":${facts.planOnly}`,
    `"fn_id":${JSON.stringify(facts.functionId)}`,
    `"max_attempts":${facts.maxAttempts}`,
    `"qi_id":${JSON.stringify(facts.callId)}`,
    `"run_id":${JSON.stringify(facts.runId)}`,
    `"stack":{"current":${facts.steps.length},"stack":${JSON.stringify(facts.steps)}}`,
    `"use_api":false`,
  ];
  return `{"ctx":{${ctx.join(",")}},"event":${facts.event},"events":[${facts.event}],"steps":${stepsObject(facts)},"version":-1}`;
}

function stepsObject({ steps, values }: CallFacts): string {
  const entries = steps.map((step, index) => ({ step, text: `${JSON.stringify(step)}:${values[index] ?? "null"}` }));
  entries.sort((a, b) => (a.step < b.step ? -1 : 1));
  return `{${entries.map((entry) => entry.text).join(",")}}`;
}
