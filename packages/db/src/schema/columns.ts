import { Temporal } from "@heed/core/time";
import { sql } from "drizzle-orm";
import { customType, timestamp, uuid } from "drizzle-orm/pg-core";

/** Reads what Postgres prints for a timestamptz, such as `2026-11-23 09:30:00.123+00`. */
export function parseInstant(value: string): Temporal.Instant {
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
