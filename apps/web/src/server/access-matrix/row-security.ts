import { randomUUID } from "node:crypto";
import type { Instant } from "@heed/core/time";
import type { Db } from "@heed/db/client";
import { type Access, type TenantDb, withTenant } from "@heed/db/tenant-db";
import { rolledBack } from "@heed/db/testing/rolled-back";
import { appRouter, createCaller } from "../routers/app.ts";
import { testContext } from "../testing/caller.ts";
import type { Guards } from "../trpc/guards.ts";
import type { Actor } from "./actors.ts";
import { SAMPLES, type Sample } from "./procedure-inputs.ts";
import { declaredAccess, personOf, procedureOf, viewerOf } from "./procedures.ts";
import type { MatrixRow, RowsAnswer } from "./rows.ts";
import type { MatrixWorld } from "./testing/world.ts";

/**
 * The second run: every check of the application is gone, and what is left is row-level security. Each procedure of a
 * workspace is asked by people who must see nothing of it; what comes out is compared with the answer of a workspace (or,
 * out of scope, a store) that does not exist. Equal, or an error: not a row came out. Streams carry topics and no rows,
 * and what the bearer of a mail may do is the token's and not the workspace's: both are left out.
 *
 *   no_session, other_tenant, grant_revoked   enter the workspace as if they owned it
 *   foreign_ids                               in their own workspace, with queries that name the other one
 *   out_of_scope                              as the member that they are, with the store check gone
 */
export const ROW_ACTORS = ["no_session", "other_tenant", "grant_revoked", "foreign_ids", "out_of_scope"] as const;
type RowActor = (typeof ROW_ACTORS)[number] & Actor;

interface RowSecurityInput {
  readonly db: Db;
  readonly world: MatrixWorld;
  readonly now: Instant;
  /** These alone; all by default. */
  readonly only?: readonly string[];
}

export async function rowSecurityRows(input: RowSecurityInput): Promise<readonly MatrixRow[]> {
  const rows: MatrixRow[] = [];
  for (const [path, rule] of Object.entries(declaredAccess())) {
    const sample = SAMPLES[path];
    if (rule === undefined || sample === undefined || rule.scope === "public" || rule.scope === "user") continue;
    if (isStream(path) || sample.bearer === true || input.only?.includes(path) === false) continue;
    const actors = ROW_ACTORS.filter((actor) => actor !== "out_of_scope" || rule.scope === "store");
    for (const actor of actors) {
      const got = await compare(input, { path, sample, actor });
      rows.push({ subject: "rows", name: path, actor, expected: "nothing", got });
    }
  }
  return rows;
}

const isStream = (path: string): boolean =>
  (appRouter._def.procedures as unknown as Readonly<Record<string, { _def: { type: string } }>>)[path]?._def.type ===
  "subscription";

interface Asked {
  readonly path: string;
  readonly sample: Sample;
  readonly actor: RowActor;
}

/** What is asked for: the workspace and store of the world, or ids of nothing. */
interface Place {
  readonly tenantId: string;
  readonly store: string;
}

async function compare(input: RowSecurityInput, asked: Asked): Promise<RowsAnswer> {
  const { tenantId, store } = input.world.target;
  const real = await answerOf(input, asked, { tenantId, store });
  if (real === null) return "nothing";
  const nowhere =
    asked.actor === "out_of_scope" ? { tenantId, store: randomUUID() } : { tenantId: randomUUID(), store };
  const empty = await answerOf(input, asked, nowhere);
  const same = empty?.replaceAll(nowhere.tenantId, tenantId).replaceAll(nowhere.store, store);
  return same !== undefined && withoutNewIds(input, real) === withoutNewIds(input, same) ? "nothing" : "rows";
}

const UUID = /\b[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}\b/g;

/** What a call has just made has an id that is another one each time. */
function withoutNewIds({ world }: RowSecurityInput, answer: string): string {
  const known = JSON.stringify(world);
  return answer.replaceAll(UUID, (id) => (known.includes(id) ? id : "new"));
}

/** The answer as text, or null for an error. */
function answerOf(input: RowSecurityInput, { path, sample, actor }: Asked, place: Place): Promise<string | null> {
  const { world, now } = input;
  return rolledBack(input.db, async (db) => {
    const viewer = viewerOf(world, { actor, now });
    const context = { ...testContext(db, viewer, now), guards: noGuards(world, actor, place) };
    try {
      const call = procedureOf(createCaller(context), path);
      const ids = { ...world.target, store: place.store };
      const answer = await call(sample.input(world.target.slug, ids, personOf(world, actor)));
      return JSON.stringify(answer) ?? "";
    } catch {
      return null;
    }
  });
}

const NOBODY = "00000000-0000-0000-0000-000000000000";
const stranger = { userId: NOBODY, email: "", sessionId: NOBODY, factorLevel: 2, steppedUpAt: null };

function noGuards(world: MatrixWorld, actor: RowActor, place: Place): Guards {
  const own = actor === "foreign_ids" ? world.foreign.tenantId : place.tenantId;
  const stores = actor === "out_of_scope" ? [world.target.otherStore] : "all";
  return {
    signedIn: (viewer) => viewer ?? stranger,
    factor: async () => undefined,
    workspace: async (_services, { userId, slug }) => ({
      access: { tenantId: own, userId, role: "owner", stores, via: "member", agency: null, network: null } as Access,
      workspace: { id: own, slug, name: "", kind: "agency" },
      requireFactor: false,
    }),
    workspaceFactor: () => undefined,
    role: () => undefined,
    // The transaction is that of the person; queries name the workspace that they ask for.
    transaction: (db, access, fn) =>
      withTenant(db, access, (tx) => fn({ ...tx, tenantId: place.tenantId } as TenantDb)),
    store: async () => undefined,
  };
}
