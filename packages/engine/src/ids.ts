import { createHash, randomBytes } from "node:crypto";
import { canonicalJson } from "./protocol/canonical.ts";

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;

/** A UUID of version 7 for the given epoch millisecond: rows of one time lie together in the index. */
export function timeOrderedId(epochMilliseconds: number): string {
  const bytes = randomBytes(16);
  bytes.writeUIntBE(Math.trunc(epochMilliseconds), 0, 6);
  bytes[6] = 0x70 | ((bytes[6] ?? 0) & 0x0f);
  bytes[8] = 0x80 | ((bytes[8] ?? 0) & 0x3f);
  return format(bytes);
}

/** A 128-bit key of any values, in the shape of a UUID. */
export function keyOf(...parts: readonly unknown[]): string {
  return format(createHash("sha256").update(canonicalJson(parts)).digest().subarray(0, 16));
}

/** The dedupe key of an event id: the id itself where it is a UUID, so that time-ordered ids keep their order. */
export function eventKey(id: string): string {
  return UUID.test(id) ? id : keyOf("event", id);
}

function format(bytes: Buffer): string {
  const hex = bytes.toString("hex");
  return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20)].join("-");
}
