import { createReadStream } from "node:fs";
import { createInterface } from "node:readline";
import { z } from "zod";

/** A request to a buyer that Amazon or Resend received: accepted or not, and of which seller. */
export interface ProactiveCall {
  readonly lane: "solicitation" | "email" | "typed";
  readonly orderId: string;
  /** On the sandbox's clock, milliseconds. */
  readonly at: number;
  readonly accepted: boolean;
  /** The seller whose credentials, or whose sender address, were used. */
  readonly sellerOfCall: string | null;
  /** The seller to whom the order, or the buyer's alias, belongs. */
  readonly sellerOfOrder: string | null;
}

export interface SandboxLog {
  readonly proactive: readonly ProactiveCall[];
  /** Every other call to Amazon with the credentials of one seller about an order of another. */
  readonly foreignCalls: number;
  readonly notices: number;
}

const Effect = z.object({
  kind: z.string(),
  orderId: z.string().nullish(),
  fromSellerId: z.string().nullish(),
  aliasSellerId: z.string().nullish(),
});

const Entry = z.object({
  kind: z.string(),
  at: z.string(),
  operation: z.string().nullish(),
  sellerId: z.string().nullish(),
  orderSellerId: z.string().nullish(),
  orderId: z.string().nullish(),
  status: z.unknown(),
  throttled: z.boolean().nullish(),
  repeatOf: z.string().nullish(),
  effect: Effect.nullish(),
});
type Entry = z.infer<typeof Entry>;

const ASKING = "createProductReviewAndSellerFeedbackSolicitation";

/** Reads the append-only log of the sandbox, line by line; a line cut short by a kill never happened. */
export async function readSandboxLog(file: string): Promise<SandboxLog> {
  const proactive: ProactiveCall[] = [];
  let foreignCalls = 0;
  let notices = 0;
  for await (const line of createInterface({
    input: createReadStream(file, "utf8"),
    crlfDelay: Number.POSITIVE_INFINITY,
  })) {
    const entry = parse(line);
    if (entry === null) continue;
    const call = proactiveCall(entry);
    if (call !== null) proactive.push(call);
    else if (isForeign(entry)) foreignCalls += 1;
    if (entry.kind === "mail.received") notices += 1;
  }
  return { proactive, foreignCalls, notices };
}

function parse(line: string): Entry | null {
  if (line === "") return null;
  try {
    return Entry.parse(JSON.parse(line));
  } catch {
    return null;
  }
}

function proactiveCall(entry: Entry): ProactiveCall | null {
  if (entry.kind === "amazon.call") return amazonCall(entry);
  return entry.kind === "resend.call" ? emailCall(entry) : null;
}

/** A throttled call never reached Amazon's decision; every other one counts, accepted or not. */
function amazonCall({
  operation,
  at,
  effect,
  orderId,
  sellerId,
  orderSellerId,
  throttled,
}: Entry): ProactiveCall | null {
  const typed = effect?.kind === "typed_message";
  if ((operation !== ASKING && !typed) || throttled === true || orderId == null) return null;
  return {
    lane: typed ? "typed" : "solicitation",
    orderId,
    at: Date.parse(at),
    accepted: effect != null,
    sellerOfCall: sellerId ?? null,
    sellerOfOrder: orderSellerId ?? null,
  };
}

/** A repeat with the same idempotency key got the first answer again and sent nothing. */
function emailCall({ at, effect, repeatOf }: Entry): ProactiveCall | null {
  if (effect?.kind !== "email" || effect.orderId == null || repeatOf != null) return null;
  return {
    lane: "email",
    orderId: effect.orderId,
    at: Date.parse(at),
    accepted: true,
    sellerOfCall: effect.fromSellerId ?? null,
    sellerOfOrder: effect.aliasSellerId ?? null,
  };
}

function isForeign({ kind, sellerId, orderSellerId }: Entry): boolean {
  return kind === "amazon.call" && sellerId != null && orderSellerId != null && sellerId !== orderSellerId;
}
