import { closeDb, openDb } from "@heed/db/client";
import { systemAccess } from "@heed/db/system-db";
import { withTenant } from "@heed/db/tenant-db";
import { cloneDatabase, type TestDatabase } from "@heed/db/testing";
import { TEST_NOW } from "@heed/db/testing/factories";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { testViewer } from "../testing/caller.ts";
import { GUARDS, type Guards } from "../trpc/guards.ts";
import type { Actor } from "./actors.ts";
import { procedureRows } from "./procedures.ts";
import { rowSecurityRows } from "./row-security.ts";
import { createMatrixWorld, type MatrixWorld, slugFor } from "./testing/world.ts";

let database: TestDatabase;
let world: MatrixWorld;

beforeAll(async () => {
  database = await cloneDatabase();
  world = await createMatrixWorld(database.db);
}, 120_000);
afterAll(() => database.drop());

async function deviations(only: readonly string[], guards: Partial<Guards>): Promise<readonly Actor[]> {
  const { rows } = await procedureRows({ db: database.db, world, now: TEST_NOW, only, guards });
  expect(rows.length).toBeGreaterThan(0);
  return rows.filter(({ expected, got }) => expected !== got).map(({ actor }) => actor);
}

/** Lets these in as owners where the guard of the workspace refuses them. */
const lettingIn = (...actors: readonly Actor[]): Partial<Guards> => ({
  workspace: (services, question) =>
    GUARDS.workspace(services, question).catch((error: unknown) => {
      const actor = actors.find(
        (one) =>
          one !== "no_session" && world.people[one].userId === question.userId && slugFor(world, one) === question.slug,
      );
      if (actor === undefined) throw error;
      const { tenantId } = actor === "deleted_workspace" ? world.deleted : world.target;
      const workspace = { id: tenantId, slug: question.slug, name: "", kind: "agency" as const };
      return Promise.resolve({ access: systemAccess(tenantId), workspace, requireFactor: false });
    }),
});

const FRESH = "audit.export";
const HOLES: readonly { name: string; only: readonly string[]; caught: Actor; guards: () => Partial<Guards> }[] = [
  {
    name: "people without a session pass as the owner",
    only: ["order.list"],
    caught: "no_session",
    guards: () => ({ signedIn: (viewer) => viewer ?? testViewer(world.people.owner.userId, { factor: "fresh" }) }),
  },
  {
    name: "nobody asks for the second factor",
    only: [FRESH],
    caught: "factor_too_low",
    guards: () => ({ factor: async () => undefined }),
  },
  {
    name: "a second factor never grows old",
    only: [FRESH],
    caught: "factor_stale",
    guards: () => ({
      factor: (services, viewer, rule) =>
        GUARDS.factor(services, viewer, rule.factor === 2 ? { factor: 2 } : { factor: 1 }),
    }),
  },
  {
    name: "everybody is in every workspace",
    only: ["order.list"],
    caught: "other_tenant",
    guards: () => lettingIn("other_tenant"),
  },
  {
    name: "a grant counts after it was taken back",
    only: ["order.list"],
    caught: "grant_revoked",
    guards: () => lettingIn("grant_revoked"),
  },
  {
    name: "a deleted workspace goes on",
    only: ["team.members"],
    caught: "deleted_workspace",
    guards: () => lettingIn("deleted_workspace"),
  },
  { name: "roles do not count", only: ["team.invite"], caught: "viewer", guards: () => ({ role: () => undefined }) },
  {
    name: "an agency passes as a member",
    only: ["workspace.leave"],
    caught: "granted",
    guards: () => ({ role: (found, { role }) => GUARDS.role(found, { role }) }),
  },
  {
    name: "nobody checks the store",
    only: ["order.get"],
    caught: "foreign_ids",
    guards: () => ({
      store: async () => undefined,
      transaction: (db, _access, fn) => withTenant(db, systemAccess(world.target.tenantId), fn),
    }),
  },
  {
    name: "the database is not told the stores of a person",
    only: ["order.list"],
    caught: "out_of_scope",
    guards: () => ({ transaction: (db, access, fn) => withTenant(db, { ...access, stores: "all" }, fn) }),
  },
];

describe("a hole in the application", () => {
  it.each(HOLES)("is caught: $name", async ({ only, caught, guards }) => {
    expect(await deviations(only, {})).toEqual([]);
    expect(await deviations(only, guards())).toContain(caught);
  });
});

const ROWS = ["order.counts", "order.get", "team.members"];

async function leaks(): Promise<readonly string[]> {
  const rows = await rowSecurityRows({ db: database.db, world, now: TEST_NOW, only: ROWS });
  return rows.filter(({ expected, got }) => expected !== got).map(({ name, actor }) => `${name} as ${actor}`);
}

describe("row-level security alone", () => {
  const asOwner = async (statement: string) => {
    const owner = openDb(database.urls.DATABASE_MIGRATE_URL, { max: 1 });
    await owner.$client.unsafe(statement).finally(() => closeDb(owner));
  };

  it("shows nothing to strangers, and is caught when its second door is open", async () => {
    expect(await leaks()).toEqual([]);
    await asOwner("alter policy entered on member using (true)");
    expect(await leaks()).toContain("team.members as other_tenant");
    await asOwner("alter policy entered on member using (app_tenant() is null or (select app_entered()))");
    expect(await leaks()).toEqual([]);
  });

  it("is caught when a table forgets the stores of a person", async () => {
    await asOwner("alter policy tenant_rows on message using (tenant_id = app_tenant())");
    expect(await leaks()).toContain("order.counts as out_of_scope");
  });
});
