import { AppError } from "@heed/core/errors";
import { type Activation, versionFor } from "@heed/core/flow/activation";
import { BY_HAND_FLOW, isByHand } from "@heed/core/flow/by-hand";
import type { FlowVersion } from "@heed/core/flow/flow";
import type { Instant } from "@heed/core/time";
import { and, eq, inArray, or } from "drizzle-orm";
import { type FlowState, flow, flowVersion } from "../schema/flow.ts";
import type { TenantDb } from "../tenant-db.ts";

export interface StoreFlow {
  readonly flowKey: string;
  readonly state: FlowState;
  readonly activations: readonly Activation[];
  /** Those that serve orders, and those that planned messages pin. */
  readonly versions: readonly FlowVersion[];
}

/** The version that a planned message stands on. */
export interface Pin {
  readonly flowKey: string;
  readonly flowVersion: number;
}

/** The active and paused flows of a store: what is paused takes no order, but keeps what it has planned. */
export async function flowsOfStore(
  tx: TenantDb,
  { storeId, pins }: { readonly storeId: string; readonly pins: readonly Pin[] },
): Promise<StoreFlow[]> {
  const rows = await tx.sql
    .select()
    .from(flow)
    .where(and(eq(flow.tenantId, tx.tenantId), inArray(flow.state, ["active", "paused"])));
  const flows = rows
    .filter(({ storeIds }) => storeIds === null || storeIds.includes(storeId))
    .map((row) => ({ ...row, activations: activationsOf(row) }));
  const wanted = flows.map(({ id, flowKey, activations }) => ({
    id,
    numbers: new Set([
      ...activations.map(({ version }) => version),
      ...pins.filter((pin) => pin.flowKey === flowKey).map((pin) => pin.flowVersion),
    ]),
  }));
  const versions = await loadVersions(tx, wanted);
  return flows.map(({ id, flowKey, state, activations }) => ({
    flowKey,
    state,
    activations,
    versions: versions.get(id) ?? [],
  }));
}

/** Before activations were kept, the active version served every order. */
export function activationsOf(row: {
  readonly activations: readonly Activation[];
  readonly activeVersion: number;
}): readonly Activation[] {
  return row.activations.length > 0 ? row.activations : [{ version: row.activeVersion, ordersFrom: null }];
}

/** The versions that take an order of this age: of each active flow the one that was switched on for it. */
export function servingVersions(flows: readonly StoreFlow[], purchasedAt: Instant): FlowVersion[] {
  return flows.flatMap(({ state, activations, versions }) => {
    const number = state === "active" ? versionFor(activations, purchasedAt) : null;
    return versions.filter(({ version }) => version === number);
  });
}

interface Wanted {
  readonly id: string;
  readonly numbers: ReadonlySet<number>;
}

async function loadVersions(tx: TenantDb, wanted: readonly Wanted[]): Promise<Map<string, FlowVersion[]>> {
  const found = new Map<string, FlowVersion[]>();
  if (wanted.length === 0) return found;
  const rows = await tx.sql
    .select({ flowId: flowVersion.flowId, definition: flowVersion.definition })
    .from(flowVersion)
    .where(
      and(
        eq(flowVersion.tenantId, tx.tenantId),
        or(
          ...wanted.map(({ id, numbers }) =>
            and(eq(flowVersion.flowId, id), inArray(flowVersion.version, [...numbers])),
          ),
        ),
      ),
    );
  for (const { flowId, definition } of rows) found.set(flowId, [...(found.get(flowId) ?? []), definition]);
  return found;
}

/** The version that a message pins, and whether its flow is on. */
export async function pinnedFlow(tx: TenantDb, pin: Pin): Promise<{ flow: FlowVersion; flowPaused: boolean }> {
  if (isByHand(pin)) return { flow: BY_HAND_FLOW, flowPaused: false };
  const [row] = await tx.sql
    .select({ definition: flowVersion.definition, state: flow.state })
    .from(flow)
    .innerJoin(flowVersion, and(eq(flowVersion.tenantId, flow.tenantId), eq(flowVersion.flowId, flow.id)))
    .where(
      and(eq(flow.tenantId, tx.tenantId), eq(flow.flowKey, pin.flowKey), eq(flowVersion.version, pin.flowVersion)),
    );
  if (row === undefined)
    throw new AppError("INTERNAL", "The flow version of a message is missing.", { details: { ...pin } });
  return { flow: row.definition, flowPaused: row.state !== "active" };
}
