import { createHash, randomUUID } from "node:crypto";
import { Temporal } from "@heed/core/time";
import canonicalize from "canonicalize";
import { z } from "zod";
import { addressOf, domainOf, findBuyer, findSender } from "../buyers/addresses.ts";
import type { Reply } from "../http/exchange.ts";
import { json } from "../http/exchange.ts";
import type { Effect } from "../journal/entry.ts";
import type { Sandbox } from "../sandbox.ts";
import {
  changedPayload,
  concurrent,
  invalidFrom,
  invalidKey,
  invalidTo,
  missingField,
  unverifiedDomain,
  validation,
} from "./answers.ts";
import { isVerifiedDomain } from "./domains.ts";

/** Keys are kept for 24 hours (resend.com/docs/dashboard/emails/idempotency-keys). */
const KEY_LIFE = Temporal.Duration.from({ hours: 24 });

export type EmailEffect = Extract<Effect, { kind: "email" }>;

export interface SendResult {
  readonly reply: Reply;
  readonly effect: EmailEffect | null;
  readonly payload: Payload | null;
  readonly repeatOf: string | null;
}

const recipients = z.union([z.string(), z.array(z.string()).min(1).max(50)]);
const tag = z.object({
  name: z.string().regex(/^[A-Za-z0-9_-]{1,256}$/),
  value: z.string().regex(/^[A-Za-z0-9_-]{1,256}$/),
});
const payload = z.looseObject({
  from: z.string(),
  to: recipients,
  subject: z.string(),
  cc: recipients.optional(),
  bcc: recipients.optional(),
  reply_to: recipients.optional(),
  html: z.string().optional(),
  text: z.string().optional(),
  headers: z.record(z.string(), z.string()).optional(),
  tags: z.array(tag).optional(),
  attachments: z.array(z.looseObject({})).optional(),
});
export type Payload = z.infer<typeof payload>;

const refused = (reply: Reply): SendResult => ({ reply, effect: null, payload: null, repeatOf: null });

/**
 * `POST /emails`.
 *
 * | idempotency key          | payload   | answer                              |
 * |--------------------------|-----------|-------------------------------------|
 * | none, or older than 24 h | valid     | a new id                            |
 * | used within 24 h         | the same  | the first id again, nothing is sent |
 * | used within 24 h         | different | 409 invalid_idempotent_request      |
 * | of a request under way   | any       | 409 concurrent_idempotent_requests  |
 */
export function sendEmail(sandbox: Sandbox, body: unknown, key: KeyUse): SendResult {
  if (key.value !== null && (key.value.length < 1 || key.value.length > 256)) return refused(invalidKey());
  if (key.underWay) return refused(concurrent());
  const checked = checkPayload(sandbox, body);
  if (!("payload" in checked)) return refused(checked);
  const hash = payloadHash(body);
  const earlier = key.value === null ? undefined : sandbox.state.idempotency.get(key.value);
  if (earlier !== undefined && isFresh(earlier.at, sandbox)) return repeat(earlier, hash);
  const effect = emailEffect(sandbox, checked.payload, { key: key.value, hash });
  return { reply: json(200, { id: effect.emailId }), effect, payload: checked.payload, repeatOf: null };
}

function repeat(earlier: { readonly emailId: string; readonly hash: string }, hash: string): SendResult {
  if (earlier.hash !== hash) return refused(changedPayload());
  return { reply: json(200, { id: earlier.emailId }), effect: null, payload: null, repeatOf: earlier.emailId };
}

function payloadHash(body: unknown): string {
  const text = canonicalize(body) ?? "";
  return createHash("sha256").update(text).digest("hex");
}

export interface KeyUse {
  readonly value: string | null;
  /** Another request with this key has not been answered yet. */
  readonly underWay: boolean;
}

function isFresh(at: string, { clock }: Sandbox): boolean {
  return Temporal.Instant.compare(clock.now(), Temporal.Instant.from(at).add(KEY_LIFE)) < 0;
}

function checkPayload(sandbox: Sandbox, body: unknown): { readonly payload: Payload } | Reply {
  const missing = missingPart(body);
  if (missing !== null) return missing;
  const parsed = payload.safeParse(body);
  if (!parsed.success) return validation(`Invalid \`${parsed.error.issues[0]?.path.join(".") ?? ""}\` field.`);
  const from = addressOf(parsed.data.from);
  if (from === null) return invalidFrom();
  if (listOf(parsed.data.to).some((to) => addressOf(to) === null)) return invalidTo();
  const domain = domainOf(from);
  const { mailDomain } = sandbox.settings;
  const ours = domain === mailDomain || domain.endsWith(`.${mailDomain}`);
  const verified = ours || isVerifiedDomain(sandbox, domain);
  return verified ? { payload: parsed.data } : unverifiedDomain(domain);
}

function missingPart(body: unknown): Reply | null {
  const fields = z.record(z.string(), z.unknown()).safeParse(body);
  if (!fields.success) return validation("The request body must be a JSON object.");
  const absent = ["to", "from", "subject"].find((field) => (fields.data[field] ?? "") === "");
  if (absent !== undefined) return missingField(absent);
  const empty = fields.data["html"] === undefined && fields.data["text"] === undefined;
  return empty ? validation("Missing `html` or `text` field.") : null;
}

function emailEffect(
  sandbox: Sandbox,
  data: Payload,
  { key, hash }: { readonly key: string | null; readonly hash: string },
): EmailEffect {
  const from = addressOf(data.from) ?? data.from;
  const to = listOf(data.to).map((entry) => addressOf(entry) ?? entry);
  const buyer = to.map((address) => findBuyer(sandbox.state, address)).find((found) => found !== null) ?? null;
  return {
    kind: "email",
    emailId: randomUUID(),
    to,
    from,
    idempotencyKey: key,
    payloadHash: hash,
    tags: Object.fromEntries((data.tags ?? []).map(({ name, value }) => [name, value])),
    fromSellerId: findSender(sandbox, from)?.store.sellerId ?? null,
    aliasSellerId: buyer?.sellerId ?? null,
    orderId:
      /\b(?:\d{3}|S\d{2})-\d{7}-\d{7}\b/.exec(`${data.subject} ${data.text ?? ""} ${data.html ?? ""}`)?.[0] ?? null,
  };
}

export function listOf(value: string | readonly string[]): readonly string[] {
  return typeof value === "string" ? [value] : value;
}
