import { existsSync, readFileSync } from "node:fs";
import { cleanName } from "@heed/core/tenant/name";
import { systemAccess } from "@heed/db/system-db";
import { withTenant } from "@heed/db/tenant-db";
import { cloneDatabase, type TestDatabase } from "@heed/db/testing";
import { createMember, createStore, createTenant, TEST_NOW, type TestTenant } from "@heed/db/testing/factories";
import { emailOf } from "@heed/db/testing/second-factor";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { z } from "zod";
import { sentMails, testCaller, testViewer } from "../testing/caller.ts";

const STRINGS = new URL("../../../../../../shared/corpus/strings/blns.json", import.meta.url);

let database: TestDatabase;
let seller: TestTenant;
let owner: string;
let store: string;
let otherStore: string;

beforeAll(async () => {
  database = await cloneDatabase();
});
afterAll(() => database.drop());
beforeEach(async () => {
  seller = await createTenant(database.db, { name: "Teapots" });
  owner = await createMember(database.db, seller.access, { role: "owner" });
  store = await createStore(database.db, seller.access, { name: "Pots" });
  otherStore = await createStore(database.db, seller.access, { name: "Cups" });
});

async function as(userId: string, now = TEST_NOW) {
  const email = await emailOf(database.db, userId);
  return testCaller(database.db, testViewer(userId, { factor: "fresh", now, email }), now);
}

const LIMITED = () => ({ role: "manager" as const, storeIds: [store], clientIds: null });
const here = () => ({ workspace: seller.slug });
const tokenOf = (mail: { url: string } | undefined) => mail?.url.split("/").at(-1) ?? "";

async function newUser(): Promise<{ userId: string; email: string }> {
  const { access } = await createTenant(database.db);
  const userId = await createMember(database.db, access);
  return { userId, email: await emailOf(database.db, userId) };
}

describe("an invitation", () => {
  async function invited() {
    const person = await newUser();
    const { id } = await (await as(owner)).team.invite({ ...here(), email: person.email, ...LIMITED() });
    return { ...person, id, token: tokenOf(sentMails.at(-1)) };
  }

  it("makes its bearer a member with its role and stores, once", async () => {
    const { userId, token } = await invited();
    const person = await as(userId);
    expect(await person.team.invitation({ token })).toMatchObject({ state: "open", forMe: true, role: "manager" });
    expect(await person.team.accept({ token })).toEqual({ slug: seller.slug });
    expect((await person.store.list(here())).map(({ id }) => id)).toEqual([store]);
    await expect(person.team.accept({ token })).rejects.toMatchObject({ code: "CONFLICT" });
  });

  it("is refused to another address, and tells it nothing but that", async () => {
    const { token } = await invited();
    const other = await as((await newUser()).userId);
    expect(await other.team.invitation({ token })).toMatchObject({ forMe: false });
    await expect(other.team.accept({ token })).rejects.toMatchObject({ code: "FORBIDDEN" });
  });

  it("expires after seven days", async () => {
    const { userId, token } = await invited();
    const late = await as(userId, TEST_NOW.add({ hours: 7 * 24 }));
    expect(await late.team.invitation({ token })).toMatchObject({ state: "expired" });
    await expect(late.team.accept({ token })).rejects.toMatchObject({ code: "CONFLICT" });
  });

  it("works no more when it was taken back, or sent again with a new link", async () => {
    const first = await invited();
    await (await as(owner)).team.resend({ ...here(), id: first.id });
    const person = await as(first.userId);
    await expect(person.team.accept({ token: first.token })).rejects.toMatchObject({ code: "NOT_FOUND" });
    const token = tokenOf(sentMails.at(-1));
    await (await as(owner)).team.revoke({ ...here(), id: first.id });
    await expect(person.team.accept({ token })).rejects.toMatchObject({ code: "CONFLICT" });
  });

  it("is made once for an address, however it is typed, and not for a member", async () => {
    const caller = await as(owner);
    await caller.team.invite({ ...here(), email: "Anna@Example.com", ...LIMITED() });
    const again = caller.team.invite({ ...here(), email: " anna@example.com ", ...LIMITED() });
    await expect(again).rejects.toMatchObject({ code: "CONFLICT" });
    const self = caller.team.invite({ ...here(), email: await emailOf(database.db, owner), ...LIMITED() });
    await expect(self).rejects.toMatchObject({ code: "CONFLICT" });
  });

  it("of an owner is an owner's to make", async () => {
    const admin = await as(await createMember(database.db, seller.access, { role: "admin" }));
    const made = admin.team.invite({
      ...here(),
      email: "o@example.com",
      role: "owner",
      storeIds: null,
      clientIds: null,
    });
    await expect(made).rejects.toMatchObject({ code: "FORBIDDEN" });
  });

  it("makes one member of two that are accepted at the same time", async () => {
    const { userId, token } = await invited();
    const person = await as(userId);
    const tries = await Promise.allSettled([person.team.accept({ token }), person.team.accept({ token })]);
    expect(tries.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
  });
});

describe("the last owner", () => {
  it("can neither leave nor be made less, also when two go at the same time", async () => {
    const second = await createMember(database.db, seller.access, { role: "owner" });
    const leave = async (userId: string) => (await as(userId)).workspace.leave(here());
    const tries = await Promise.allSettled([leave(owner), leave(second)]);
    expect(tries.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"]);
    const left = tries[0]?.status === "rejected" ? owner : second;
    const less = (await as(left)).team.change({
      ...here(),
      userId: left,
      role: "admin",
      storeIds: null,
      clientIds: null,
    });
    await expect(less).rejects.toMatchObject({ code: "CONFLICT" });
  });

  it("hands ownership over, and may leave then", async () => {
    const admin = await createMember(database.db, seller.access, { role: "admin" });
    await (await as(owner)).team.transferOwnership({ ...here(), userId: admin });
    await (await as(owner)).workspace.leave(here());
    expect(await (await as(admin)).team.members(here())).toMatchObject([{ userId: admin, role: "owner" }]);
  });
});

describe("a grant", () => {
  async function granted(stores: string[] | null = [store]) {
    const agency = await createTenant(database.db, { kind: "agency", name: "Agency Ltd" });
    const boss = await createMember(database.db, agency.access, { role: "owner" });
    const offer = { ...here(), email: "boss@example.com", role: "manager" as const, storeIds: stores };
    const { id } = await (await as(owner)).grant.offer(offer);
    const token = tokenOf(sentMails.at(-1));
    await (await as(boss)).grant.accept({ workspace: agency.slug, token });
    return { id, token, agency, boss };
  }

  it("lets people of the agency into the chosen stores, as the lower of the two roles", async () => {
    const { agency, boss } = await granted();
    expect((await (await as(boss)).store.list(here())).map(({ id }) => id)).toEqual([store]);
    expect(await (await as(boss)).workspace.current(here())).toMatchObject({
      role: "manager",
      throughAgency: "Agency Ltd",
    });
    const viewer = await createMember(database.db, agency.access, { role: "viewer" });
    expect(await (await as(viewer)).workspace.current(here())).toMatchObject({ role: "viewer" });
    expect((await (await as(boss)).workspace.list()).map(({ slug }) => slug)).toContain(seller.slug);
  });

  it("lets nobody see more than the agency lets them", async () => {
    const { agency } = await granted(null);
    const limited = await createMember(database.db, agency.access, { role: "manager", stores: [otherStore] });
    expect((await (await as(limited)).store.list(here())).map(({ id }) => id)).toEqual([otherStore]);
  });

  it("ends with the next request once it is taken back", async () => {
    const { id, boss } = await granted();
    await (await as(owner)).grant.revoke({ ...here(), id });
    await expect((await as(boss)).store.list(here())).rejects.toMatchObject({ code: "NOT_FOUND" });
    expect((await (await as(boss)).workspace.list()).map(({ slug }) => slug)).not.toContain(seller.slug);
  });

  it("is given back by the agency, at once and for good, and both logs tell of it", async () => {
    const { id, agency, boss } = await granted();
    const manager = await createMember(database.db, agency.access, { role: "manager" });
    const leave = { workspace: agency.slug, id };
    await expect((await as(manager)).grant.leave(leave)).rejects.toMatchObject({ code: "FORBIDDEN" });
    await (await as(boss)).grant.leave(leave);
    await expect((await as(boss)).store.list(here())).rejects.toMatchObject({ code: "NOT_FOUND" });
    await expect((await as(boss)).grant.leave(leave)).rejects.toMatchObject({ code: "NOT_FOUND" });
    expect((await (await as(owner)).grant.list(here())).map((grant) => grant.id)).not.toContain(id);
    const { lines } = await (await as(owner)).audit.list({ ...here(), about: "grant" });
    expect(lines[0]).toMatchObject({ act: "grant.left", userId: boss, agencyName: "Agency Ltd" });
    const people = await (await as(owner)).audit.people(here());
    expect(people.map(({ userId }) => userId)).toEqual(expect.arrayContaining([boss, owner]));
    expect(new Set(people.map(({ userId }) => userId)).size).toBe(people.length);
    const { lines: byBoss } = await (await as(owner)).audit.list({ ...here(), userId: boss });
    expect(byBoss.map(({ act }) => act)).toEqual(["grant.left", "grant.accepted"]);
    const own = await (await as(boss)).audit.list({ workspace: agency.slug, about: "grant" });
    expect(own.lines[0]).toMatchObject({ act: "grant.left", userId: boss, agencyName: null });
  });

  it("is accepted once, and by an agency alone", async () => {
    const { token, agency, boss } = await granted();
    const again = (await as(boss)).grant.accept({ workspace: agency.slug, token });
    await expect(again).rejects.toMatchObject({ code: "CONFLICT" });
    await (await as(owner)).grant.offer({ ...here(), email: "b@example.com", role: "viewer", storeIds: null });
    const toSeller = (await as(owner)).grant.accept({ ...here(), token: tokenOf(sentMails.at(-1)) });
    await expect(toSeller).rejects.toMatchObject({ code: "BAD_REQUEST" });
  });

  it("leaves the acts of the agency's people in the log of the workspace, with both names", async () => {
    const { boss } = await granted(null);
    const offer = { ...here(), email: "x@example.com", role: "viewer" as const, storeIds: null };
    await expect((await as(boss)).grant.offer(offer)).rejects.toMatchObject({ code: "FORBIDDEN" });
    const rows = await withTenant(database.db, systemAccess(seller.tenantId), async () =>
      database.db.$client.begin(async (tx) => {
        await tx`select set_config('app.tenant_id', ${seller.tenantId}, true), set_config('app.system', 'on', true)`;
        return tx`select act, agency_name, user_id from audit_entry order by id`;
      }),
    );
    expect(rows.map(({ act }) => act)).toEqual(["grant.offered", "grant.accepted"]);
    expect(rows[1]).toMatchObject({ agency_name: "Agency Ltd", user_id: boss });
  });
});

describe("a workspace", () => {
  it("exists for nobody once it was deleted by its name, and is as before when it is restored in time", async () => {
    const caller = await as(owner);
    await expect(caller.workspace.remove({ ...here(), typedName: "Teapot" })).rejects.toMatchObject({
      code: "BAD_REQUEST",
    });
    await caller.workspace.remove({ ...here(), typedName: "Teapots" });
    await expect(caller.store.list(here())).rejects.toMatchObject({ code: "NOT_FOUND" });
    const [deleted] = await caller.workspace.deleted();
    expect(deleted?.eraseAt?.equals(TEST_NOW.add({ hours: 7 * 24 }))).toBe(true);
    expect(await caller.workspace.restore({ id: seller.tenantId })).toEqual({ slug: seller.slug });
    expect(await caller.store.list(here())).toHaveLength(2);
  });

  it("that wants a second factor shows nothing without one", async () => {
    await (await as(owner)).workspace.requireFactor({ ...here(), requireFactor: true });
    const bare = testCaller(database.db, testViewer(owner));
    await expect(bare.store.list(here())).rejects.toMatchObject({ code: "FORBIDDEN" });
    expect(await (await as(owner)).store.list(here())).toHaveLength(2);
  });

  it.skipIf(!existsSync(STRINGS))(
    "is called by any readable string, and by no other (else shared-missing)",
    async () => {
      const strings = z.array(z.string()).parse(JSON.parse(readFileSync(STRINGS, "utf8")));
      const caller = await as(owner);
      for (const name of strings.filter((_, n) => n % 25 === 0)) {
        const kept = cleanName(name);
        const renamed = caller.workspace.rename({ ...here(), name });
        if (kept === null) await expect(renamed).rejects.toMatchObject({ code: "BAD_REQUEST" });
        else await renamed;
        if (kept !== null) expect((await caller.workspace.current(here())).name).toBe(kept);
      }
    },
  );

  it("gets an address of its own, also where the name suggests a taken one or none", async () => {
    const caller = await as((await newUser()).userId);
    const slugs = [];
    for (const name of ["Blue Kettle", "Blue  Kettle", "日本の店"]) {
      slugs.push((await caller.workspace.create({ name, kind: "agency" })).slug);
    }
    expect(slugs[0]).toBe("blue-kettle");
    expect(slugs[1]).toMatch(/^blue-kettle-[0-9a-f]{6}$/);
    expect(slugs[2]).toMatch(/^workspace-[0-9a-f]{6}$/);
  });
});
