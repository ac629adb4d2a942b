import { createHash } from "node:crypto";
import type { Temporal } from "@heed/core/time";
import { sql } from "drizzle-orm";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { session, verificationToken } from "../schema/identity.ts";
import { withTenant } from "../tenant-db.ts";
import { createMember, createStore, createTenant, TEST_NOW, type TestTenant } from "../testing/factories.ts";
import { cloneDatabase, type TestDatabase } from "../testing.ts";
import { authAdapter } from "./auth-adapter.ts";
import { listWorkspaces } from "./list-workspaces.ts";
import { resolveAccess } from "./resolve-access.ts";
import { createSessionFor, createSignInLink } from "./sign-in-link.ts";
import { takeToken } from "./sign-in-rate.ts";
import { claimDelivery } from "./webhook-receipts.ts";

let test: TestDatabase;
let first: TestTenant;
let second: TestTenant;

beforeAll(async () => {
  test = await cloneDatabase();
  first = await createTenant(test.db, { name: "Alpha" });
  second = await createTenant(test.db, { name: "Beta", kind: "agency" });
});
afterAll(() => test.drop());

describe("resolveAccess", () => {
  it("gives a member the role and stores of that workspace, and nothing of another one", async () => {
    const storeId = await createStore(test.db, first.access);
    const userId = await createMember(test.db, first.access, { role: "manager", stores: [storeId] });
    const found = await resolveAccess(test.db, { userId, slug: first.slug });
    expect(found?.access).toEqual({
      tenantId: first.tenantId,
      userId,
      role: "manager",
      stores: [storeId],
      via: "member",
      agency: null,
      network: null,
    });
    expect(found?.workspace).toEqual({ id: first.tenantId, slug: first.slug, name: "Alpha", kind: "seller" });
    expect(await resolveAccess(test.db, { userId, slug: second.slug })).toBeNull();
    expect(await resolveAccess(test.db, { userId, slug: "no-such-workspace" })).toBeNull();
  });

  it("lists the workspaces of a person by name", async () => {
    const userId = await createMember(test.db, second.access, { role: "viewer" });
    expect(await listWorkspaces(test.db, { userId })).toEqual([
      { id: second.tenantId, slug: second.slug, name: "Beta", kind: "agency", role: "viewer", throughAgency: null },
    ]);
  });

  it("cannot be used to join a workspace: one's own user id opens reading, not writing", async () => {
    const userId = await createMember(test.db, second.access);
    const join = test.db.transaction(async (tx) => {
      await tx.execute(sql`select set_config('app.user_id', ${userId}, true)`);
      await tx.execute(
        sql`insert into member (tenant_id, user_id, role, created_at) values (${first.tenantId}, ${userId}, 'owner', ${TEST_NOW})`,
      );
    });
    await expect(join).rejects.toThrow();
  });
});

describe("storage of next-auth", () => {
  it("keeps hashes of session tokens only, and reads sessions by the token", async () => {
    const adapter = authAdapter(test.db);
    const user = await adapter.createUser({ email: " Ada@Example.com ", emailVerified: null });
    expect(await adapter.getUserByEmail("ADA@example.com")).toEqual(user);
    const { token } = await createSessionFor(test.db, { userId: user.id, expires: TEST_NOW });
    const found = await adapter.getSessionAndUser(token);
    expect(found).toMatchObject({
      session: { sessionToken: token, userId: user.id },
      user: { email: "ada@example.com", state: { factorLevel: 1, steppedUpAt: null } },
    });
    const rows = await test.db.select().from(session);
    expect(JSON.stringify(rows)).not.toContain(token);
    expect(await adapter.getSessionAndUser("another")).toBeNull();
    await adapter.updateSession({ sessionToken: token, expires: new Date("2027-01-01T00:00:00Z") });
    expect((await adapter.getSessionAndUser(token))?.session.expires.toISOString()).toBe("2027-01-01T00:00:00.000Z");
    await adapter.deleteSession(token);
    expect(await adapter.getSessionAndUser(token)).toBeNull();
  });

  it("drops the tokens of a provider when it links an account", async () => {
    const adapter = authAdapter(test.db);
    const user = await adapter.createUser({ email: "grace@example.com" });
    const linked = {
      userId: user.id,
      type: "oauth",
      provider: "google",
      providerAccountId: "42",
      access_token: "secret",
    };
    await adapter.linkAccount(linked);
    expect(await adapter.getUserByAccount({ provider: "google", providerAccountId: "42" })).toEqual(user);
    const rows = await test.db.execute(sql`select * from account`);
    expect(JSON.stringify(rows)).not.toContain("secret");
  });

  it("makes a sign-in link that works once, with the hash that next-auth looks for", async () => {
    const link = await createSignInLink(test.db, {
      email: "Owner@example.com",
      authUrl: "http://localhost:3000",
      secret: "s3cret",
      now: TEST_NOW,
    });
    const url = new URL(link.url);
    const token = url.searchParams.get("token") ?? "";
    expect(`${url.origin}${url.pathname}`).toBe("http://localhost:3000/sign-in/confirm");
    expect(link.expires.equals(TEST_NOW.add({ minutes: 15 }))).toBe(true);
    expect(JSON.stringify(await test.db.select().from(verificationToken))).not.toContain(token);
    const hash = createHash("sha256").update(`${token}s3cret`).digest("hex");
    const use = () => authAdapter(test.db).useVerificationToken({ identifier: "owner@example.com", token: hash });
    const results = await Promise.all([use(), use()]);
    expect(results.filter((result) => result !== null)).toHaveLength(1);
  });
});

describe("takeToken", () => {
  const bucket = { capacity: 3, refillPerHour: 6 };
  it("gives the capacity at once, then one token each ten minutes", async () => {
    const take = (now: Temporal.Instant) => takeToken(test.db, { key: "a", ...bucket, now });
    const tries = [];
    for (let i = 0; i < 4; i++) tries.push(await take(TEST_NOW));
    expect(tries).toEqual([true, true, true, false]);
    expect(await take(TEST_NOW.add({ minutes: 9 }))).toBe(false);
    expect(await take(TEST_NOW.add({ minutes: 10 }))).toBe(true);
    expect(await take(TEST_NOW.add({ minutes: 19 }))).toBe(false);
    expect(await take(TEST_NOW.add({ minutes: 20 }))).toBe(true);
  });

  it("lets no two attempts share a token", async () => {
    const tries = Array.from({ length: 10 }, () => takeToken(test.db, { key: "b", ...bucket, now: TEST_NOW }));
    expect((await Promise.all(tries)).filter(Boolean)).toHaveLength(3);
  });
});

describe("claimDelivery", () => {
  it("is true once, whatever comes at the same time, and is given back by a failure", async () => {
    const claim = (deliveryId: string) =>
      withTenant(test.db, first.access, (tx) => claimDelivery(tx, { source: "resend", deliveryId, now: TEST_NOW }));
    const claims = await Promise.all(Array.from({ length: 5 }, () => claim("d1")));
    expect(claims.filter(Boolean)).toHaveLength(1);
    const failed = withTenant(test.db, first.access, async (tx) => {
      await claimDelivery(tx, { source: "resend", deliveryId: "d2", now: TEST_NOW });
      throw new Error("the work failed");
    });
    await expect(failed).rejects.toThrow("the work failed");
    expect(await claim("d2")).toBe(true);
  });
});
