import { inspect } from "node:util";
import { systemAccess } from "@heed/db/system-db";
import { cloneDatabase, type TestDatabase } from "@heed/db/testing";
import { createMessage, createOrder, TEST_NOW } from "@heed/db/testing/factories";
import { TRPCError } from "@trpc/server";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { ACTORS } from "../access-matrix/actors.ts";
import { declaredAccess, procedureRows } from "../access-matrix/procedures.ts";
import { withMatrixStripe } from "../access-matrix/testing/billing.ts";
import { createMatrixWorld, type MatrixWorld } from "../access-matrix/testing/world.ts";
import { testCaller, testViewer } from "../testing/caller.ts";
import { NEUTRAL_TEXT, toTrpcError } from "../trpc/errors.ts";
import { appRouter } from "./app.ts";

let database: TestDatabase;
let world: MatrixWorld;
let matrix: Awaited<ReturnType<typeof procedureRows>>;

beforeAll(async () => {
  database = await cloneDatabase();
  world = await createMatrixWorld(database.db);
  matrix = await withMatrixStripe({ db: database.db, world }, () =>
    procedureRows({ db: database.db, world, now: TEST_NOW }),
  );
}, 300_000);

afterAll(() => database.drop());

const callerOf = (userId: string) => testCaller(database.db, testViewer(userId));

describe("every procedure", () => {
  it("declares its access and answers each kind of person as declared", async () => {
    const { rows, undeclared } = matrix;
    expect(undeclared).toEqual([]);
    expect(rows.filter(({ expected, got }) => expected !== got)).toEqual([]);
    expect(rows.length).toBe(Object.keys(appRouter._def.procedures).length * ACTORS.length);
  });

  it("says NOT_FOUND for the workspace of another tenant, wherever a workspace is named", async () => {
    const declared: Readonly<Record<string, { readonly scope: string } | undefined>> = declaredAccess();
    const strangers = matrix.rows.filter(
      ({ actor, name }) => actor === "other_tenant" && /workspace|store/.test(declared[name]?.scope ?? ""),
    );
    expect(new Set(strangers.map(({ got }) => got))).toEqual(new Set(["NOT_FOUND"]));
  });
});

describe("ids of another tenant in one's own workspace", () => {
  const own = () => ({ workspace: world.foreign.slug, store: "all" as const });

  it("finds no order", async () => {
    const caller = callerOf(world.people.foreign_ids.userId);
    await expect(caller.order.get({ ...own(), ref: world.target.orderRef })).rejects.toMatchObject({
      code: "NOT_FOUND",
    });
  });

  it("finds no notice", async () => {
    const caller = callerOf(world.people.foreign_ids.userId);
    await expect(caller.optOut.notice({ ...own(), id: world.target.noticeId })).rejects.toMatchObject({
      code: "NOT_FOUND",
    });
  });
});

describe("a manager who is limited to one store", () => {
  const all = () => ({ workspace: world.target.slug, store: "all" as const });

  it("sees that store only", async () => {
    const stores = await callerOf(world.people.out_of_scope.userId).store.list({ workspace: world.target.slug });
    expect(stores.map(({ id }) => id)).toEqual([world.target.otherStore]);
  });

  it("does not find an order of another store among all stores", async () => {
    const caller = callerOf(world.people.out_of_scope.userId);
    await expect(caller.order.get({ ...all(), ref: world.target.orderRef })).rejects.toMatchObject({
      code: "NOT_FOUND",
    });
    expect((await caller.order.list(all())).orders).toEqual([]);
  });

  it("does not find a notice of another store", async () => {
    const caller = callerOf(world.people.out_of_scope.userId);
    await expect(caller.optOut.notice({ ...all(), id: world.target.noticeId })).rejects.toMatchObject({
      code: "NOT_FOUND",
    });
  });
});

describe("a list of more orders than a page", () => {
  it("is walked by its cursors without losing or repeating an order", async () => {
    const access = systemAccess(world.target.tenantId);
    for (let hour = 0; hour < 60; hour += 1) {
      const purchasedAt = TEST_NOW.subtract({ hours: hour });
      const orderRef = await createOrder(database.db, { access, storeId: world.target.otherStore }, { purchasedAt });
      await createMessage(database.db, { access, storeId: world.target.otherStore, orderRef });
    }
    const caller = callerOf(world.people.viewer.userId);
    const place = { workspace: world.target.slug, store: world.target.otherStore };
    const first = await caller.order.list(place);
    const second = await caller.order.list({ ...place, ...(first.older === null ? {} : { after: first.older }) });
    const back = await caller.order.list({ ...place, ...(second.newer === null ? {} : { before: second.newer }) });
    const refs = [...first.orders, ...second.orders].map(({ ref }) => ref);
    expect(refs.length).toBe(60);
    expect(new Set(refs).size).toBe(60);
    expect(back.orders).toEqual(first.orders);
  });

  it("refuses a cursor that somebody made up", async () => {
    const place = { workspace: world.target.slug, store: "all" as const };
    const made = callerOf(world.people.viewer.userId).order.list({ ...place, after: "2026-11-12_1" });
    await expect(made).rejects.toMatchObject({ code: "BAD_REQUEST" });
  });
});

describe("an error that nobody expected", () => {
  it("comes out with a neutral text, and its cause without the values of the statement", async () => {
    const cause: unknown = await database.db.$client`select ${"111-2223334-5556667"}::int`.catch(
      (caught: unknown) => caught,
    );
    expect(inspect(cause)).toContain("111-2223334-5556667");
    const error = toTrpcError(new TRPCError({ code: "INTERNAL_SERVER_ERROR", cause }));
    expect(error.message).toBe(NEUTRAL_TEXT);
    expect(inspect(error, { depth: 10 })).not.toContain("111-2223334-5556667");
  });

  it("is not what a strange search is", async () => {
    const place = { workspace: world.target.slug, store: "all" as const };
    expect((await callerOf(world.people.viewer.userId).order.list({ ...place, q: "%_\0'" })).orders).toEqual([]);
  });
});
