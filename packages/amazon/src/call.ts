import { AppError } from "@heed/core/errors";
import type { Instant } from "@heed/core/time";
import type { ApiProblem } from "./api-error.ts";
import { problemOf, tokenProblem } from "./api-error.ts";
import { decodeJson } from "./decode-json.ts";
import type { Exchange, RawAnswer } from "./exchange.ts";
import { exchange } from "./exchange.ts";
import type { GatewayOptions, LostCause } from "./gateway-types.ts";
import type { CallParameters } from "./library.ts";
import { callLibrary } from "./library.ts";
import { requestToken } from "./lwa.ts";
import type { Operation } from "./operations.ts";
import { backOffMs, MAX_ATTEMPTS, observedRate, retryAfter } from "./retry-policy.ts";

/**
 * What one call comes to. Per answer of Amazon (DESIGN §6):
 *
 * | answer                                  | read (GET)           | request (POST)     |
 * |-----------------------------------------|----------------------|--------------------|
 * | 2xx, readable                           | done                 | done               |
 * | 400, 403, 404, 413, 415 with errors     | refused              | refused            |
 * | 403, token expired                      | once more with a fresh token, then later |
 * | 403, token revoked or invalid           | once more with a fresh token, then revoked|
 * | 429                                     | again when Amazon says                   |
 * | refused connection, failed handshake    | again after back-off                     |
 * | 5xx                                     | again after back-off | lost: server_error |
 * | timeout, reset after sending            | again after back-off | lost               |
 * | anything unreadable                     | again after back-off | lost: unreadable   |
 *
 * "Again" ends after MAX_ATTEMPTS requests or the caller's patience, as `later` (429, nothing was sent) or `lost`.
 */
export type CallResult =
  | { readonly kind: "done"; readonly body: unknown }
  | { readonly kind: "refused"; readonly status: number; readonly problem: ApiProblem }
  | { readonly kind: "lost"; readonly cause: LostCause }
  | { readonly kind: "later"; readonly after: Instant; readonly throttled: boolean }
  | { readonly kind: "revoked" };

export interface Call {
  readonly operation: Operation;
  readonly parameters: CallParameters;
}

/** What to do after one request: end, or make another at an instant. */
type Verdict =
  | { readonly next: "end"; readonly result: CallResult }
  | {
      readonly next: "again";
      readonly at: Instant | null;
      readonly otherwise: "later" | LostCause;
      readonly throttled?: boolean;
    }
  | { readonly next: "fresh_token" };

const DEFAULT_TIMEOUT_MS = 20_000;
const DEFAULT_PATIENCE_SECONDS = 300;
const SPREAD_MS = 60_000;

export function createCaller(options: GatewayOptions): (call: Call) => Promise<CallResult> {
  const rates = new Map<string, number>();
  return (call) => new CallRun(options, call, rates).run();
}

/** One call with its repetitions. */
class CallRun {
  readonly #options: GatewayOptions;
  readonly #call: Call;
  /** Rates that Amazon told by operation, shared by the calls of one gateway. */
  readonly #rates: Map<string, number>;
  readonly #giveUpAt: Instant;
  #rejected: string | null = null;
  /** Of the store, in a row, before this request. */
  #failures = 0;

  constructor(options: GatewayOptions, call: Call, rates: Map<string, number>) {
    this.#options = options;
    this.#call = call;
    this.#rates = rates;
    const seconds = options.patienceSeconds ?? DEFAULT_PATIENCE_SECONDS;
    this.#giveUpAt = options.clock.now().add({ seconds });
  }

  async run(): Promise<CallResult> {
    for (let attempt = 0; ; attempt++) {
      const verdict = await this.#attempt();
      if (verdict.next === "end") return verdict.result;
      if (verdict.next === "fresh_token") continue;
      const at = verdict.at ?? this.#backOff(attempt);
      if (attempt + 1 >= MAX_ATTEMPTS || isAfter(at, this.#giveUpAt)) return exhausted(verdict, at);
      await this.#options.clock.sleepUntil(at);
    }
  }

  async #attempt(): Promise<Verdict> {
    const ready = await this.#prepare();
    if (typeof ready !== "string") return ready;
    const { clock } = this.#options;
    const made = await clock.track(() =>
      exchange(this.#timeoutMs(), () => callLibrary(this.#options, ready, this.#call)),
    );
    await this.#record(made);
    await this.#noteHealth(made);
    if (made.kind === "not_sent") return { next: "again", at: null, otherwise: "later" };
    if (made.kind === "broken") return this.#uncertain(made.reason, null);
    return this.#judge(made.answer, ready);
  }

  /** A token of the bucket and one of Login with Amazon; the latter last, as waiting for the former takes time. */
  async #prepare(): Promise<string | Verdict> {
    const rested = await this.#askBreaker();
    if (rested !== null) return end({ kind: "later", after: rested, throttled: false });
    const free = await this.#takeTurn();
    if (free !== null) return { next: "end", result: { kind: "later", after: free, throttled: true } };
    try {
      return await this.#accessToken();
    } catch (error) {
      if (error instanceof AppError && error.details["reason"] === "revoked") return end({ kind: "revoked" });
      if (!(error instanceof AppError) || !error.retryable) throw error;
      await this.#options.breaker?.outage(this.#options.clock.now());
      return { next: "again", at: null, otherwise: "later" };
    }
  }

  /** Null when the call may go. Those that wait for the same instant come back spread over a minute. */
  async #askBreaker(): Promise<Instant | null> {
    const { breaker, clock, random = Math.random } = this.#options;
    const state = await breaker?.ask(clock.now());
    this.#failures = state?.failures ?? 0;
    return state?.waitUntil?.add({ milliseconds: Math.round(random() * SPREAD_MS) }) ?? null;
  }

  /** Any answer that can be read is a good one, whatever it says. */
  async #noteHealth(made: Exchange): Promise<void> {
    const { breaker, clock } = this.#options;
    const good = made.kind === "answered" && made.answer.status < 500 && readable(made.answer) !== undefined;
    if (!good) await breaker?.outage(clock.now());
    else if (this.#failures > 0) await breaker?.goodAnswer();
  }

  #accessToken(): Promise<string> {
    const { tokens, storeId, clock } = this.#options;
    const request = { storeId, now: clock.now(), rejected: this.#rejected };
    return tokens.withToken(request, () => requestToken(this.#options, this.#timeoutMs()));
  }

  /** Null once the call may go; an instant when it may not before patience ends. */
  async #takeTurn(): Promise<Instant | null> {
    const { rates, clock } = this.#options;
    for (;;) {
      const answer = await rates.take(this.#bucket());
      if (answer.ok) return null;
      if (isAfter(answer.retryAt, this.#giveUpAt)) return answer.retryAt;
      await clock.sleepUntil(answer.retryAt);
    }
  }

  async #judge(answer: RawAnswer, accessToken: string): Promise<Verdict> {
    const { status } = answer;
    const pause = retryAfter(single(answer.headers["retry-after"]), this.#options.clock.now());
    const throttledUntil = await this.#observe(answer, pause);
    if (throttledUntil !== null) return { next: "again", at: throttledUntil, otherwise: "later", throttled: true };
    if (status >= 500) return this.#uncertain("server_error", pause);
    const body = readable(answer);
    if (body === undefined) return this.#uncertain("unreadable", pause);
    if (status >= 200 && status < 300) return end({ kind: "done", body });
    const problem = problemOf(body);
    const refused = tokenProblem(status, problem);
    if (refused !== null) return this.#rejectToken(accessToken, refused);
    if (problem === null) return this.#uncertain("unreadable", pause);
    return end({ kind: "refused", status, problem });
  }

  /** The first time a fresh token may help. A fresh one that counts as expired is Amazon's trouble, not the seller's. */
  #rejectToken(accessToken: string, refused: "expired" | "invalid"): Verdict {
    if (this.#rejected === null) {
      this.#rejected = accessToken;
      return { next: "fresh_token" };
    }
    if (refused === "invalid") return end({ kind: "revoked" });
    return end({ kind: "later", after: this.#backOff(MAX_ATTEMPTS), throttled: false });
  }

  /** Something reached Amazon and the answer did not tell what it did: reads are repeated, requests never. */
  #uncertain(cause: LostCause, at: Instant | null): Verdict {
    if (this.#call.operation.method === "POST") return end({ kind: "lost", cause });
    return { next: "again", at, otherwise: cause };
  }

  /** Tells the bucket what the answer said; answers how long Amazon wants no call, null unless it was a 429. */
  async #observe(answer: RawAnswer, pause: Instant | null): Promise<Instant | null> {
    const bucket = this.#bucket();
    const rate = observedRate(answer.headers["x-amzn-ratelimit-limit"]) ?? bucket.rate;
    const throttled = answer.status === 429;
    if (!throttled && rate === bucket.rate) return null;
    this.#rates.set(bucket.operation, rate);
    const blockedUntil = throttled ? (pause ?? bucket.now.add({ milliseconds: Math.ceil(1000 / rate) })) : null;
    await this.#options.rates.observe({ ...bucket, rate, blockedUntil });
    return blockedUntil;
  }

  #bucket() {
    const { storeId, sellerId, clock } = this.#options;
    const { name, rate, burst } = this.#call.operation;
    return { storeId, sellerId, operation: name, rate: this.#rates.get(name) ?? rate, burst, now: clock.now() };
  }

  async #record(made: Exchange): Promise<void> {
    if (made.kind === "not_sent") return;
    const { storeId, sellerId, clock, calls } = this.#options;
    const status = made.kind === "answered" ? made.answer.status : null;
    await calls.record({ storeId, sellerId, operation: this.#call.operation.name, at: clock.now(), status });
  }

  #backOff(attempt: number): Instant {
    const milliseconds = backOffMs(attempt, this.#options.random ?? Math.random);
    return this.#options.clock.now().add({ milliseconds });
  }

  #timeoutMs(): number {
    return this.#options.timeoutMs ?? DEFAULT_TIMEOUT_MS;
  }
}

function exhausted(verdict: Extract<Verdict, { readonly next: "again" }>, at: Instant): CallResult {
  if (verdict.otherwise === "later") return { kind: "later", after: at, throttled: verdict.throttled ?? false };
  return { kind: "lost", cause: verdict.otherwise };
}

function end(result: CallResult): Verdict {
  return { next: "end", result };
}

/** Undefined for what is not JSON; an empty body of a good answer counts as an empty object. */
function readable({ status, body }: RawAnswer): unknown {
  if (status === 204) return {};
  try {
    return decodeJson(body);
  } catch {
    return undefined;
  }
}

function single(header: string | string[] | undefined): string | undefined {
  return Array.isArray(header) ? header[0] : header;
}

function isAfter(one: Instant, other: Instant): boolean {
  return one.epochMilliseconds > other.epochMilliseconds;
}
