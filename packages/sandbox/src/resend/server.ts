import type { IncomingMessage, Server, ServerResponse } from "node:http";
import { createServer } from "node:http";
import { z } from "zod";
import type { ArmedFault } from "../faults/faults.ts";
import { drawFault, faultFields } from "../faults/faults.ts";
import type { ErrorReplies } from "../faults/inject.ts";
import { writeFaulty } from "../faults/inject.ts";
import { takesEffect } from "../faults/rule.ts";
import type { Reply } from "../http/exchange.ts";
import { json, listener, readBody, write } from "../http/exchange.ts";
import type { ResendCall } from "../journal/entry.ts";
import type { Sandbox } from "../sandbox.ts";
import {
  internalError,
  invalidApiKey,
  methodNotAllowed,
  missingApiKey,
  notFound,
  rateLimited,
  unavailable,
  validation,
} from "./answers.ts";
import { createDomain, getDomain, removeDomain, verifyDomain } from "./domains.ts";
import { rateWindow } from "./rate-window.ts";
import { rawEmail, receivedEmail } from "./receiving.ts";
import type { SendResult } from "./send.ts";
import { sendEmail } from "./send.ts";

/** 40 MB after encoding (resend.com/docs/dashboard/emails/attachments). */
const BODY_LIMIT = 42_000_000;

const ERRORS: ErrorReplies = {
  throttle: rateLimited,
  internal: internalError,
  unavailable,
  revoked: invalidApiKey,
  expired: invalidApiKey,
};

interface Context {
  readonly sandbox: Sandbox;
  readonly window: ReturnType<typeof rateWindow>;
  /** Idempotency keys of requests that have not been answered. */
  readonly underWay: Set<string>;
}

export function resendServer(sandbox: Sandbox): Server {
  const context: Context = { sandbox, window: rateWindow(sandbox.settings.resendRate), underWay: new Set() };
  return createServer(listener((request, response) => serve(context, request, response)));
}

async function serve(context: Context, request: IncomingMessage, response: ServerResponse): Promise<void> {
  const url = new URL(request.url ?? "/", `http://${request.headers.host ?? "127.0.0.1"}`);
  const raw = /^\/raw\/([^/]+)$/.exec(url.pathname)?.[1];
  if (raw !== undefined) return write(response, rawEmail(context.sandbox, raw, url.searchParams));
  const key = headerOf(request, "idempotency-key");
  const underWay = key !== null && context.underWay.has(key);
  if (key !== null && !underWay) {
    context.underWay.add(key);
    response.once("close", () => context.underWay.delete(key));
  }
  const body = await readBody(request, BODY_LIMIT);
  const { reply, fault } = await answer(context, { request, url, body, key: { value: key, underWay } });
  if (fault === null) write(response, reply);
  else await writeFaulty(response, fault.rule, { reply, errors: ERRORS });
}

interface Received {
  readonly request: IncomingMessage;
  readonly url: URL;
  readonly body: Buffer;
  readonly key: { readonly value: string | null; readonly underWay: boolean };
}

async function answer(
  { sandbox, window }: Context,
  received: Received,
): Promise<{ readonly reply: Reply; readonly fault: ArmedFault | null }> {
  const method = received.request.method ?? "GET";
  const path = received.url.pathname;
  const limit = window(sandbox.clock.now());
  const refusal = checkApiKey(sandbox, received.request) ?? (limit.exceeded ? rateLimited() : null);
  const fault = drawFault(sandbox.state.faults, { op: `${method} ${path}`, path, sellerId: null });
  const lost = refusal === null && fault !== null && !takesEffect(fault.rule);
  const refused = lost ? rateLimited() : refusal;
  const result = refused === null ? await route(sandbox, received) : only(refused);
  const { status } = result.reply;
  const throttled = limit.exceeded && status === 429;
  const call: ResendCall = {
    kind: "resend.call",
    method,
    path,
    status: lost ? 0 : status,
    throttled,
    repeatOf: result.repeatOf,
    effect: result.effect,
    payload: result.payload,
    ...faultFields(fault),
  };
  if (method !== "GET" || fault !== null || throttled) sandbox.record(call);
  return { reply: { ...result.reply, headers: { ...result.reply.headers, ...limit.headers } }, fault };
}

const only = (reply: Reply): SendResult => ({ reply, effect: null, payload: null, repeatOf: null });

async function route(sandbox: Sandbox, { request, url, body, key }: Received): Promise<SendResult> {
  const path = url.pathname;
  if (path === "/emails" && request.method === "POST") return sendEmail(sandbox, parseJson(body), key);
  const domain = /^\/domains(?:\/([^/]+)(\/verify)?)?$/.exec(path);
  if (domain !== null)
    return only(
      routeDomain(sandbox, { method: request.method ?? "", body, id: domain[1], verify: domain[2] !== undefined }),
    );
  if (request.method !== "GET") return only(methodNotAllowed());
  const inbound = /^\/emails\/receiving\/([^/]+)$/.exec(path)?.[1];
  if (inbound !== undefined) return only(await receivedEmail(sandbox, inbound, `http://${request.headers.host ?? ""}`));
  const sent = /^\/emails\/([^/]+)$/.exec(path)?.[1];
  return only(sent === undefined ? notFound("The requested endpoint was") : sentEmail(sandbox, sent));
}

interface DomainCall {
  readonly method: string;
  readonly body: Buffer;
  readonly id: string | undefined;
  readonly verify: boolean;
}

function routeDomain(sandbox: Sandbox, { method, body, id, verify }: DomainCall): Reply {
  if (id === undefined) return method === "POST" ? createDomain(sandbox, parseJson(body)) : methodNotAllowed();
  if (verify) return method === "POST" ? verifyDomain(sandbox, id) : methodNotAllowed();
  if (method === "DELETE") return removeDomain(sandbox, id);
  return method === "GET" ? getDomain(sandbox, id) : methodNotAllowed();
}

function sentEmail({ state }: Sandbox, id: string): Reply {
  if (!z.uuid().safeParse(id).success) return validation("The `id` must be a valid UUID.");
  const email = state.emails.get(id);
  if (email === undefined) return notFound("Email");
  const { payload } = email;
  return json(200, {
    object: "email",
    id: email.id,
    to: email.to,
    from: payload["from"],
    created_at: email.createdAt,
    subject: payload["subject"],
    html: payload["html"] ?? null,
    text: payload["text"] ?? null,
    bcc: payload["bcc"] ?? [],
    cc: payload["cc"] ?? [],
    reply_to: payload["reply_to"] ?? [],
    last_event: email.lastEvent,
  });
}

function checkApiKey({ settings }: Sandbox, request: IncomingMessage): Reply | null {
  const authorization = headerOf(request, "authorization");
  if (authorization === null) return missingApiKey();
  return authorization === `Bearer ${settings.resendApiKey}` ? null : invalidApiKey();
}

function headerOf(request: IncomingMessage, name: string): string | null {
  const value = request.headers[name];
  return typeof value === "string" ? value : null;
}

function parseJson(body: Buffer): unknown {
  try {
    return JSON.parse(body.toString("utf8")) as unknown;
  } catch {
    return null;
  }
}
