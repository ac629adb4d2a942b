import type { IncomingMessage, Server, ServerResponse } from "node:http";
import { createServer } from "node:http";
import { drawFault, faultFields } from "../faults/faults.ts";
import type { ErrorReplies } from "../faults/inject.ts";
import { writeFaulty } from "../faults/inject.ts";
import { takesEffect } from "../faults/rule.ts";
import { listener, type Reply, readBody, write } from "../http/exchange.ts";
import type { Sandbox } from "../sandbox.ts";
import { nextDue } from "./advance.ts";
import { secondsOf } from "./apply.ts";
import { API_VERSION } from "./deliver.ts";
import { callApi, failed, type StripeAnswer, type StripeRequest } from "./engine.ts";
import { apiError, keyInUse, noKey, rateLimited, type StripeFailure, wrongKey } from "./failure.ts";
import { servePage } from "./pages.ts";

const BODY_LIMIT = 1_000_000;

/** Stripe's API, and the pages that it sends people to, on one port. */
export function stripeServer(sandbox: Sandbox): Server {
  const underWay = new Set<string>();
  return createServer(listener((request, response) => serve({ sandbox, underWay }, request, response)));
}

interface Context {
  readonly sandbox: Sandbox;
  /** Idempotency keys of requests that have not been answered. */
  readonly underWay: Set<string>;
}

async function serve(context: Context, request: IncomingMessage, response: ServerResponse): Promise<void> {
  const url = new URL(request.url ?? "/", "http://127.0.0.1");
  const body = (await readBody(request, BODY_LIMIT)).toString("utf8");
  if (!url.pathname.startsWith("/v1/")) {
    return write(response, servePage(context.sandbox, { method: request.method ?? "GET", path: url.pathname, body }));
  }
  const method = request.method ?? "GET";
  const form = method === "GET" ? url.search.slice(1) : body;
  const key = headerOf(request, "idempotency-key");
  const asked: StripeRequest = { method, path: url.pathname, form, idempotencyKey: key };
  await answerApi(context, { asked, authorization: headerOf(request, "authorization") }, response);
}

interface Asked {
  readonly asked: StripeRequest;
  readonly authorization: string | null;
}

async function answerApi(context: Context, { asked, authorization }: Asked, response: ServerResponse): Promise<void> {
  const { sandbox, underWay } = context;
  const { method, path, idempotencyKey: key } = asked;
  const refusal = refusalOf(context, { asked, authorization });
  if (refusal !== null) return write(response, replyOf(sandbox, { ...failed(refusal), replayed: false }));
  const fault = drawFault(sandbox.state.faults, { op: `${method} ${path}`, path, sellerId: null });
  const effect = fault === null || takesEffect(fault.rule);
  if (key !== null) underWay.add(key);
  response.once("close", () => (key === null ? undefined : underWay.delete(key)));
  const answer = effect ? run(sandbox, asked, faultFields(fault)) : { ...failed(apiError(500)), replayed: false };
  if (fault !== null && !effect) sandbox.record({ kind: "stripe.refused", method, path, ...faultFields(fault) });
  const reply = replyOf(sandbox, answer);
  if (fault === null) write(response, reply);
  else await writeFaulty(response, fault.rule, { reply, errors: errorsOf(sandbox) });
}

function refusalOf({ sandbox, underWay }: Context, { asked, authorization }: Asked): StripeFailure | null {
  if (authorization === null) return noKey();
  if (authorization !== `Bearer ${sandbox.settings.stripeKey}`) return wrongKey();
  const { idempotencyKey: key } = asked;
  return key !== null && underWay.has(key) ? keyInUse(key) : null;
}

/** What changes the account goes through the log; what only reads it does not. */
function run(sandbox: Sandbox, asked: StripeRequest, fault: ReturnType<typeof faultFields>): StripeAnswer {
  const { stripe } = sandbox.state;
  if (asked.method !== "GET" || fault.fault !== null) {
    sandbox.record({ kind: "stripe.call", request: asked, ...fault });
    return stripe.answer ?? { ...failed(apiError(500)), replayed: false };
  }
  const now = secondsOf(stripe.account, sandbox.clock.now());
  if ((nextDue(stripe.account) ?? Number.POSITIVE_INFINITY) <= now) sandbox.record({ kind: "stripe.advance" });
  return callApi(stripe.account, asked, now);
}

function replyOf({ stripeUrl }: Sandbox, { status, body, replayed }: StripeAnswer): Reply {
  return {
    status,
    body: body.replaceAll('"HOSTED/', `"${stripeUrl}/`),
    headers: {
      "content-type": "application/json",
      "stripe-version": API_VERSION,
      "request-id": "req_sandbox",
      ...(replayed && { "idempotent-replayed": "true" }),
    },
  };
}

const errorsOf = (sandbox: Sandbox): ErrorReplies => {
  const reply = (failure: StripeFailure) => () => replyOf(sandbox, { ...failed(failure), replayed: false });
  return {
    throttle: reply(rateLimited()),
    internal: reply(apiError(500)),
    unavailable: reply(apiError(503)),
    revoked: reply(wrongKey()),
    expired: reply(wrongKey()),
  };
};

function headerOf(request: IncomingMessage, name: string): string | null {
  const value = request.headers[name];
  return typeof value === "string" ? value : null;
}
