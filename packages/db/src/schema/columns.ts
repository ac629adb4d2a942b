import { Temporal } from "@heed/core/time";
import { sql } from "drizzle-orm";
import { customType, timestamp, uuid } from "drizzle-orm/pg-core";

const DASH = 0x2d;
/** Of `2026-11-23 09:30:00.123+00`: no finer than a millisecond, in UTC. */
const LONGEST_MILLIS = 26;

/**
 * Reads what Postgres prints for a timestamptz, such as `2026-11-23 09:30:00.123+00`. Rows are full of these: what has
 * whole milliseconds is read by the engine's own parser, which takes a fifth of the time.
 */
export function parseInstant(value: string): Temporal.Instant {
  if (value.length <= LONGEST_MILLIS && value.charCodeAt(4) === DASH && value.endsWith("+00")) {
    const millis = Date.parse(`${value.slice(0, 10)}T${value.slice(11, -3)}Z`);
    if (!Number.isNaN(millis)) return Temporal.Instant.fromEpochMilliseconds(millis);
  }
  return Temporal.Instant.from(value.replace(" ", "T").replace(/([+-]\d\d)$/, "$1:00"));
}

/** An instant in UTC with microseconds, as core's Temporal.Instant. */
export const instant = customType<{ data: Temporal.Instant; driverData: string }>({
  dataType: () => "timestamp with time zone",
  toDriver: (value) => value.toString(),
  fromDriver: parseInstant,
});

/** next-auth hands in and expects JavaScript dates, so its tables keep them. */
export const authTimestamp = (name: string) => timestamp(name, { withTimezone: true, mode: "date" });

/** Sealed value `v1.keyId.nonce.ciphertext.tag` (DESIGN §4). */
export const sealed = customType<{ data: string; driverData: string }>({ dataType: () => "text" });

export const bytes = customType<{ data: Uint8Array; driverData: Uint8Array }>({ dataType: () => "bytea" });

/** Time-ordered ids, made by Postgres 18. */
export const newId = () => uuid("id").notNull().default(sql`uuidv7()`);
export const tenantId = () => uuid("tenant_id").notNull();
