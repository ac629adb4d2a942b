import { Temporal } from "@heed/core/time";
import PostalMime from "postal-mime";
import { lookUp } from "../buyers/dkim.ts";
import { faultRule } from "../faults/rule.ts";
import type { Reply } from "../http/exchange.ts";
import { json } from "../http/exchange.ts";
import { publishRecords } from "../resend/domains.ts";
import { listOf } from "../resend/send.ts";
import { issueCode } from "../seller-central/consent.ts";
import { orderChanged } from "../sqs/order-change.ts";
import { receive } from "../tasks.ts";
import {
  aheadRequest,
  consentRequest,
  domainRequest,
  inboundRequest,
  optOutRequest,
  orderRequest,
  order as orderShape,
  runRequest,
  storeRequest,
  webhookRequest,
  worldRequest,
} from "./requests.ts";
import type { ControlRequest } from "./server.ts";
import { clockView, mailList, stateView } from "./views.ts";

export interface ControlRoute {
  readonly method: "GET" | "POST" | "DELETE";
  readonly path: RegExp;
  readonly handle: (request: ControlRequest) => Reply | Promise<Reply>;
}

const route = (method: ControlRoute["method"], path: RegExp, handle: ControlRoute["handle"]): ControlRoute => ({
  method,
  path,
  handle,
});

export const ROUTES: readonly ControlRoute[] = [
  route("GET", /^\/health$/, () => json(200, { ok: true })),
  route("GET", /^\/state$/, async ({ sandbox, coordinator }) => json(200, await stateView(sandbox, coordinator))),
  route("GET", /^\/log$/, readLog),
  route("GET", /^\/clock$/, async ({ coordinator }) =>
    coordinator === null ? noClock() : json(200, await clockView(coordinator)),
  ),
  route("POST", /^\/clock\/run$/, runClock),
  route("GET", /^\/dns$/, readDns),
  route("POST", /^\/faults$/, setFault),
  route("DELETE", /^\/faults$/, ({ sandbox }) => {
    sandbox.record({ kind: "fault.cleared" });
    return json(200, {});
  }),
  route("GET", /^\/mail$/, ({ sandbox, query }) =>
    json(200, { mail: mailList(sandbox, Number(query.get("limit") ?? "200")) }),
  ),
  route("GET", /^\/mail\/([^/]+)$/, readMail),
  route("POST", /^\/mail\/inbound$/, injectMail),
  route("POST", /^\/domains\/published$/, ({ sandbox, body }) =>
    publishRecords(sandbox, domainRequest.parse(body).name)
      ? json(200, {})
      : json(404, { error: "No domain has this name" }),
  ),
  route("POST", /^\/world$/, putWorld),
  route("POST", /^\/orders$/, putOrder),
  route("POST", /^\/buyers\/opt-out$/, ({ sandbox, body }) => {
    const { alias, since } = optOutRequest.parse(body);
    if (!sandbox.state.buyers.has(alias)) return json(404, { error: "No buyer has this alias" });
    sandbox.record({
      kind: "buyer.opted_out",
      alias,
      since: since === undefined ? sandbox.clock.now().toString() : since,
    });
    return json(200, {});
  }),
  route("POST", /^\/stores\/([^/]+)$/, ({ sandbox, body, id }) => {
    const changes = storeRequest.parse(body);
    if (!sandbox.state.stores.has(id)) return json(404, { error: "No store has this seller id" });
    sandbox.record({ kind: "store.changed", sellerId: id, changes });
    return json(200, {});
  }),
  route("POST", /^\/webhooks$/, ({ sandbox, body }) => {
    const { url, stripe } = webhookRequest.parse(body);
    sandbox.webhookUrl = url ?? sandbox.webhookUrl;
    sandbox.stripeWebhookUrl = stripe ?? sandbox.stripeWebhookUrl;
    return json(200, {});
  }),
  // As Stripe's test clocks do: periods end, cards are tried, and the product's own clock stays where it is.
  route("POST", /^\/stripe\/ahead$/, ({ sandbox, body }) => {
    sandbox.record({ kind: "stripe.ahead", seconds: Math.round(aheadRequest.parse(body).days * 86_400) });
    return json(200, { ahead: sandbox.state.stripe.account.ahead });
  }),
  route("POST", /^\/consents$/, giveConsent),
];

const noClock = () => json(409, { error: "This sandbox runs on real time" });

function readLog({ sandbox, query }: ControlRequest): Reply {
  const after = Number(query.get("after") ?? "0");
  return json(200, { entries: sandbox.entries().slice(after, after + Number(query.get("limit") ?? "10000")) });
}

/** Answers when the clock has arrived or nothing is left to happen; hanging up cancels the run. */
async function runClock({ coordinator, body, signal }: ControlRequest): Promise<Reply> {
  if (coordinator === null) return noClock();
  const { until, expected } = runRequest.parse(body);
  const result = await coordinator.run(Temporal.Instant.from(until), {
    signal,
    ...(expected !== undefined && { expected }),
  });
  return json(200, { ...result, now: result.now.toString() });
}

function readDns({ sandbox, query }: ControlRequest): Reply {
  const answers = lookUp(query.get("name") ?? "", (query.get("type") ?? "TXT").toUpperCase(), sandbox.keys.dkim);
  return answers === null ? json(404, { error: "NXDOMAIN" }) : json(200, { answers });
}

function setFault({ sandbox, body }: ControlRequest): Reply {
  const rule = faultRule.parse(body);
  const id = 1 + Math.max(0, ...sandbox.entries().map((entry) => (entry.kind === "fault.set" ? entry.id : 0)));
  sandbox.record({ kind: "fault.set", id, rule });
  return json(201, { id });
}

async function readMail({ sandbox, id }: ControlRequest): Promise<Reply> {
  const { emails, inbound } = sandbox.state;
  const [sent, received] = [emails.get(id), inbound.get(id)];
  if (sent !== undefined) {
    const { from, to, subject, html = null, text = null, headers = {} } = sent.payload;
    return json(200, {
      id,
      direction: "sent",
      at: sent.createdAt,
      from,
      to,
      subject,
      status: sent.lastEvent,
      html,
      text,
      headers,
      raw: null,
    });
  }
  if (received === undefined) return json(404, { error: "No such mail" });
  const raw = Buffer.from(received.raw, "base64");
  const { html = null, text = null, headers } = await PostalMime.parse(raw);
  const fields = Object.fromEntries(headers.map(({ key, value }) => [key, value]));
  const { at, from, to, subject } = received;
  return json(200, {
    id,
    direction: "received",
    at,
    from,
    to,
    subject,
    status: "received",
    html,
    text,
    headers: fields,
    raw: received.raw,
  });
}

async function injectMail({ sandbox, body }: ControlRequest): Promise<Reply> {
  const { to, from, raw, rawBase64 } = inboundRequest.parse(body);
  const bytes = rawBase64 === undefined ? Buffer.from(raw ?? "", "utf8") : Buffer.from(rawBase64, "base64");
  if (bytes.length === 0) return json(400, { error: "Give the message as raw or rawBase64" });
  const sender = from ?? (await PostalMime.parse(bytes)).from?.address ?? "";
  const facts = await receive(sandbox, { from: sender, to: listOf(to), raw: bytes });
  sandbox.record(...facts);
  return json(201, { id: facts.find((fact) => fact.kind === "mail.received")?.inboundId });
}

function putWorld({ sandbox, body }: ControlRequest): Reply {
  const world = worldRequest.parse(body);
  if ("seed" in world)
    sandbox.record({
      kind: "world.demo",
      seed: world.seed,
      orders: world.orders,
      now: world.now ?? sandbox.clock.now().toString(),
    });
  else sandbox.record({ kind: "world.put", ...world });
  return json(201, { orders: sandbox.state.orders.size });
}

function putOrder({ sandbox, body }: ControlRequest): Reply {
  const request = orderRequest.parse(body);
  const known = sandbox.state.orders.get(request.orderId);
  const order = orderShape.parse({ ...known, ...request });
  if (!sandbox.state.stores.has(order.sellerId)) return json(404, { error: "No store has this seller id" });
  sandbox.record({ kind: "world.put", orders: [order] }, ...orderChanged(sandbox, order));
  return json(known === undefined ? 201 : 200, { orderId: order.orderId });
}

/** What a seller's click on Amazon's consent page gives, without the page. */
function giveConsent({ sandbox, body }: ControlRequest): Reply {
  const { sellerId, redirectUri = sandbox.settings.application.redirectUris[0] ?? "" } = consentRequest.parse(body);
  if (!sandbox.state.stores.has(sellerId)) return json(404, { error: "No store has this seller id" });
  return json(201, { code: issueCode(sandbox, { sellerId, redirectUri }) });
}
