import type { Instant } from "@heed/core/time";
import { eq, sql } from "drizzle-orm";
import { parseInstant } from "../schema/columns.ts";
import { providerRate } from "../schema/sender.ts";
import type { SystemDb } from "../system-db.ts";

export interface TurnInput {
  readonly provider: string;
  /** Requests a second until the provider has told its own. */
  readonly rate: number;
  /** Nobody takes a turn that is further away than this. */
  readonly patienceSeconds: number;
  readonly now: Instant;
}

export interface Turn {
  /** Whether the turn is taken; otherwise `at` says when to ask again. */
  readonly taken: boolean;
  readonly at: Instant;
}

/**
 * Takes the next turn at a provider, shared by all processes: turns stand evenly apart, so that no second holds more than
 * the provider allows, however it counts its seconds.
 */
export async function takeProviderTurn(
  system: SystemDb,
  { provider, rate, patienceSeconds, now }: TurnInput,
): Promise<Turn> {
  const { nextAt } = providerRate;
  const latest = now.add({ seconds: patienceSeconds }).toString();
  const [row] = await system.sql
    .insert(providerRate)
    .values({ provider, rate, nextAt: now.add({ milliseconds: Math.ceil(1000 / rate) }) })
    .onConflictDoUpdate({
      target: providerRate.provider,
      set: {
        nextAt: sql`greatest(${nextAt}, ${now.toString()}::timestamptz) + interval '1 second' / ${providerRate.rate}`,
      },
      setWhere: sql`${nextAt} <= ${latest}::timestamptz`,
    })
    .returning({ at: sql<string>`(${nextAt} - interval '1 second' / ${providerRate.rate})::text` });
  if (row !== undefined) return { taken: true, at: parseInstant(row.at) };
  const [busy] = await system.sql.select({ nextAt }).from(providerRate).where(eq(providerRate.provider, provider));
  return { taken: false, at: busy?.nextAt ?? now };
}

/** The rate that the provider names in its answers. */
export async function observeProviderRate(
  system: SystemDb,
  { provider, rate }: Pick<TurnInput, "provider" | "rate">,
): Promise<void> {
  await system.sql
    .update(providerRate)
    .set({ rate })
    .where(sql`${providerRate.provider} = ${provider} and ${providerRate.rate} <> ${rate}`);
}
