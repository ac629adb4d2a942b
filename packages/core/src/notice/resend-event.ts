import { z } from "zod";

const outbound = z.object({ email_id: z.string(), tags: z.record(z.string(), z.string()).optional() });

/** The webhook events of Resend that Heed acts on (webhook schemas of resend-openapi fd6f395); others are ignored. */
const schema = z.discriminatedUnion("type", [
  z.object({
    type: z.literal("email.received"),
    data: z.object({
      email_id: z.string(),
      to: z.array(z.string()),
      cc: z.array(z.string()).default([]),
      bcc: z.array(z.string()).default([]),
    }),
  }),
  z.object({
    type: z.literal("email.bounced"),
    data: outbound.extend({
      bounce: z.object({ type: z.enum(["Permanent", "Transient", "Undetermined"]), subType: z.string() }),
    }),
  }),
  z.object({ type: z.literal("email.delivered"), data: outbound }),
  z.object({ type: z.literal("email.delivery_delayed"), data: outbound }),
  z.object({ type: z.literal("email.complained"), data: outbound }),
  z.object({ type: z.literal("email.suppressed"), data: outbound }),
  z.object({ type: z.literal("email.failed"), data: outbound }),
]);

export type ResendEvent = z.infer<typeof schema>;

export type ResendEventParse =
  | { readonly kind: "event"; readonly event: ResendEvent }
  /** A type that says nothing about delivery, such as `email.sent`. */
  | { readonly kind: "ignored"; readonly type: string }
  | { readonly kind: "malformed" };

export function parseResendEvent(body: string): ResendEventParse {
  const json = parseJson(body);
  const typed = z.object({ type: z.string().max(100) }).safeParse(json);
  if (!typed.success) return { kind: "malformed" };
  const { type } = typed.data;
  if (!schema.options.some(({ shape }) => shape.type.value === type)) return { kind: "ignored", type };
  const event = schema.safeParse(json);
  return event.success ? { kind: "event", event: event.data } : { kind: "malformed" };
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
