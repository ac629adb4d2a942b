import { randomUUID } from "node:crypto";
import type { IncomingMessage, ServerResponse } from "node:http";
import type { Server } from "node:https";
import { createServer } from "node:https";
import type { Instant } from "@heed/core/time";
import { afterTypedMessage } from "../buyers/behaviour.ts";
import type { ArmedFault } from "../faults/faults.ts";
import { drawFault, faultFields } from "../faults/faults.ts";
import type { ErrorReplies } from "../faults/inject.ts";
import { writeFaulty } from "../faults/inject.ts";
import { takesEffect } from "../faults/rule.ts";
import type { Reply } from "../http/exchange.ts";
import { json, listener, readBody, write } from "../http/exchange.ts";
import type { AmazonCall, Effect } from "../journal/entry.ts";
import type { Sandbox } from "../sandbox.ts";
import type { Answer } from "./answers.ts";
import {
  internalFailure,
  invalidInput,
  notFound,
  quotaExceeded,
  TOKEN_EXPIRED,
  TOKEN_REVOKED,
  unauthorized,
  unavailable,
} from "./answers.ts";
import { afterRotation, handleGrantless } from "./application.ts";
import { bucketHolder, bucketKey } from "./apply.ts";
import { isEmpty } from "./buckets.ts";
import { authorise, type Caller, sellerOf } from "./caller.ts";
import type { TestCertificate } from "./certificate.ts";
import { handle } from "./handlers.ts";
import { login } from "./login.ts";
import type { Route } from "./operations.ts";
import { findRoute, isGrantless } from "./operations.ts";
import { REPORT_PATH, storedDocument } from "./reports.ts";
import { afterUploadDestination, MOST_UPLOAD_BYTES, storeUpload, UPLOAD_HOST } from "./uploads.ts";

const BODY_LIMIT = 1_000_000;
/** Statuses whose answers carry the rate, by the models. */
const STATUSES_WITH_RATE: ReadonlySet<number> = new Set([200, 201, 202, 204, 400, 404]);

export function amazonServer(sandbox: Sandbox, certificate: TestCertificate): Server {
  return createServer(
    { key: certificate.key, cert: certificate.cert },
    listener((request, response) => serve(sandbox, request, response)),
  );
}

interface Received {
  readonly host: string;
  readonly method: string;
  readonly url: URL;
  readonly headers: IncomingMessage["headers"];
  readonly body: string;
  readonly now: Instant;
}

async function serve(sandbox: Sandbox, request: IncomingMessage, response: ServerResponse): Promise<void> {
  const host = (request.headers.host ?? "").split(":")[0] ?? "";
  const content = await readBody(request, host === UPLOAD_HOST ? MOST_UPLOAD_BYTES + 1 : BODY_LIMIT);
  const url = new URL(request.url ?? "/", `https://${host === "" ? "unknown" : host}`);
  const { method = "GET", headers } = request;
  if (host === UPLOAD_HOST) return write(response, serveStorage(sandbox, { method, url, headers, content }));
  const received = {
    host,
    method,
    url,
    headers,
    body: content.toString("utf8"),
    now: sandbox.clock.now(),
  };
  const { reply, fault } = host === "api.amazon.com" ? serveLogin(sandbox, received) : serveApi(sandbox, received);
  if (fault === null) write(response, reply);
  else await writeFaulty(response, fault.rule, { reply, errors: ERRORS });
}

interface StorageRequest extends Pick<Received, "method" | "url" | "headers"> {
  readonly content: Buffer;
}

/** Files that sellers bring, and documents of reports. */
function serveStorage(sandbox: Sandbox, { method, url, headers, content }: StorageRequest): Reply {
  const isDocument = method === "GET" && url.pathname.startsWith(REPORT_PATH);
  return isDocument
    ? storedDocument(sandbox, url)
    : storeUpload(sandbox, { method, path: url.pathname, headers, content });
}

interface Served {
  readonly reply: Reply;
  readonly fault: ArmedFault | null;
}

const plain = (answer: Answer<unknown>): Reply => json(answer.status, answer.body);

const ERRORS: ErrorReplies = {
  throttle: () => plain(quotaExceeded()),
  internal: () => plain(internalFailure()),
  unavailable: () => plain(unavailable()),
  revoked: () => plain(unauthorized(TOKEN_REVOKED)),
  expired: () => plain(unauthorized(TOKEN_EXPIRED)),
};

function serveLogin(sandbox: Sandbox, { method, url, body, now }: Received): Served {
  if (method !== "POST" || url.pathname !== "/auth/o2/token") return { reply: plain(notFound()), fault: null };
  const form = new URLSearchParams(body.startsWith("{") ? (JSON.parse(body) as Record<string, string>) : body);
  const { state, settings, keys } = sandbox;
  const answer = login({ state, now, tokenKey: keys.token, application: settings.application, form });
  const fault = drawFault(state.faults, { op: "token", path: url.pathname, sellerId: answer.sellerId });
  const facts = fault === null || takesEffect(fault.rule) ? answer.facts : [];
  const grant = form.get("grant_type") ?? "";
  sandbox.record(...facts, {
    kind: "amazon.token",
    grant,
    sellerId: answer.sellerId,
    status: answer.status,
    ...faultFields(fault),
  });
  return { reply: json(answer.status, answer.body, { "cache-control": "no-store" }), fault };
}

function serveApi(sandbox: Sandbox, received: Received): Served {
  const { state } = sandbox;
  const { method, url, now } = received;
  const route = findRoute(method, url.pathname);
  const caller = authorise(sandbox, { ...received, route });
  const sellerId = sellerOf(caller);
  const fault = drawFault(state.faults, { op: route?.operationId ?? null, path: url.pathname, sellerId });
  const throttled = isThrottled(state, { route, caller }, now);
  const reached = fault === null || takesEffect(fault.rule);
  const answer = throttled
    ? quotaExceeded()
    : reached
      ? respond(sandbox, received, { route, caller })
      : { status: 0, body: {} };
  const requestId = randomUUID();
  const call = callEntry(received, { requestId, route, sellerId, throttled, answer, fault, state });
  sandbox.record(
    call,
    ...afterTypedMessage(sandbox, call),
    ...afterUploadDestination(call, answer),
    ...afterRotation(call, sandbox.settings.application, now),
  );
  const rate =
    route !== null && STATUSES_WITH_RATE.has(answer.status)
      ? { "x-amzn-RateLimit-Limit": String(route.rate.restore) }
      : {};
  return { reply: json(answer.status, answer.body, { "x-amzn-RequestId": requestId, ...rate }), fault };
}

interface Target {
  readonly route: Route | null;
  readonly caller: Caller;
}

function isThrottled(state: Sandbox["state"], { route, caller }: Target, now: Instant): boolean {
  if (route === null || "status" in caller) return false;
  const holder = bucketHolder(route, sellerOf(caller));
  return holder !== null && isEmpty(state.buckets.get(bucketKey(holder, route.operationId)), route.rate, now);
}

function respond(sandbox: Sandbox, { url, body, headers, now }: Received, { route, caller }: Target): Answer<Effect> {
  if ("status" in caller) return caller;
  if (route === null) return notFound();
  const parsed = readJson(body);
  if (parsed === undefined) return invalidInput("The body is not valid JSON");
  if (body !== "" && headers["content-type"]?.includes("json") !== true)
    return { ...invalidInput("Unsupported media type"), status: 415 };
  const { state, keys } = sandbox;
  const { operation } = route;
  if (isGrantless(operation)) return handleGrantless(operation, { state, now, route, body: parsed });
  if (!("store" in caller)) return unauthorized("");
  const query = url.searchParams;
  return handle(operation, { state, now, route, seller: caller, query, body: parsed, linkKey: keys.token });
}

function readJson(body: string): unknown {
  try {
    return body === "" ? null : (JSON.parse(body) as unknown);
  } catch {
    return undefined;
  }
}

interface CallFacts {
  readonly requestId: string;
  readonly route: Route | null;
  readonly sellerId: string | null;
  readonly throttled: boolean;
  readonly answer: Answer<Effect>;
  readonly fault: ArmedFault | null;
  readonly state: Sandbox["state"];
}

function callEntry({ host, method, url, headers, body }: Received, facts: CallFacts): AmazonCall {
  const kept = ["accept", "content-type", "user-agent"].flatMap((name) => {
    const value = headers[name];
    return typeof value === "string" ? [[name, value] as const] : [];
  });
  const orderId = facts.route?.orderId ?? null;
  return {
    kind: "amazon.call",
    requestId: facts.requestId,
    operation: facts.route?.operationId ?? null,
    sellerId: facts.sellerId,
    orderSellerId: orderId === null ? null : (facts.state.orders.get(orderId)?.sellerId ?? null),
    orderId,
    host,
    method,
    path: url.pathname,
    query: url.search.slice(1),
    headers: { ...Object.fromEntries(kept), "x-amz-access-token": "Atza|left-out" },
    body,
    status: facts.answer.status,
    throttled: facts.throttled,
    effect: facts.answer.effect ?? null,
    ...faultFields(facts.fault),
  };
}
