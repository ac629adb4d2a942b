import { CONSENT_STATEMENT } from "@heed/core/lane/email-consent";
import { and, eq } from "drizzle-orm";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { storeDetails } from "../queries/store-page.ts";
import { address, storeMarketplace } from "../schema/store.ts";
import { auditEntry } from "../schema/tenant.ts";
import { job } from "../schema/work.ts";
import { type TenantDb, withTenant } from "../tenant-db.ts";
import { createStore, createTenant, TEST_NOW, type TestTenant } from "../testing/factories.ts";
import { cloneDatabase, type TestDatabase } from "../testing.ts";
import { makeAddresses } from "./make-addresses.ts";
import { beginSelfTest, noteAmazonMail, noteSelfTest, selfTestSubject } from "./prove-address.ts";
import { confirmServiceAddress, requestServiceAddress } from "./service-address.ts";
import { switchEmailLane } from "./switch-email-lane.ts";

const US = "ATVPDKIKX0DER";
const GERMANY = "A1PA6795UKMFR9";
const now = TEST_NOW;

let test: TestDatabase;
let owner: TestTenant;
let storeId: string;

beforeAll(async () => {
  test = await cloneDatabase();
  owner = await createTenant(test.db);
  storeId = await createStore(test.db, owner.access, { region: "EU", marketplaceIds: [US, GERMANY] });
  await inStore((tx) => makeAddresses(tx, { storeId, marketplaceIds: [US, GERMANY] }));
});
afterAll(() => test.drop());

const inStore = <T>(work: (tx: TenantDb) => Promise<T>): Promise<T> => withTenant(test.db, owner.access, work);

const addressOf = (kind: "notice" | "sender") =>
  inStore(async (tx) => {
    const [store] = await storeDetails(tx, { now });
    const found = store?.addresses.find((candidate) => candidate.kind === kind);
    if (found === undefined) throw new Error(`no ${kind} address`);
    return found;
  });

const arrives = (addressId: string, subject: string) =>
  inStore((tx) => noteSelfTest(tx, { addressId, subject, now: now.add({ minutes: 1 }) }));

describe("the addresses of a store", () => {
  it("are made once: one for notices by marketplace, one sender for all", async () => {
    const before = await inStore((tx) => tx.sql.select().from(address));
    await inStore((tx) => makeAddresses(tx, { storeId, marketplaceIds: [US, GERMANY] }));
    const after = await inStore((tx) => tx.sql.select().from(address));
    expect(after).toEqual(before);
    expect(after.map(({ kind }) => kind).toSorted()).toEqual(["notice", "notice", "sender"]);
    expect(new Set(after.map(({ localPart }) => localPart)).size).toBe(3);
  });

  it("receive once our own test has come, at that very address and with its token", async () => {
    const [notice, sender] = [await addressOf("notice"), await addressOf("sender")];
    expect(notice.state).toBe("not_proven");
    const { token } = await inStore((tx) => beginSelfTest(tx, { addressId: notice.id, now }));
    expect(await arrives(notice.id, "Heed self-test")).toBe(false);
    expect(await arrives(notice.id, selfTestSubject("A".repeat(43)))).toBe(false);
    expect(await arrives(sender.id, selfTestSubject(token))).toBe(false);
    expect((await addressOf("notice")).state).toBe("not_proven");
    expect(await arrives(notice.id, selfTestSubject(token))).toBe(true);
    expect((await addressOf("notice")).state).toBe("receiving");
    expect(await arrives(notice.id, selfTestSubject(token))).toBe(false);
  });

  it("are tested no more often than twice a minute", async () => {
    const { id: addressId } = await addressOf("notice");
    await expect(
      inStore((tx) => beginSelfTest(tx, { addressId, now: now.add({ seconds: 29 }) })),
    ).rejects.toMatchObject({ code: "LIMIT_EXCEEDED" });
  });

  it("for notices are proven by Amazon's first mail; a sender is not, for a rejection comes there too", async () => {
    const [notice, sender] = [await addressOf("notice"), await addressOf("sender")];
    await inStore((tx) => noteAmazonMail(tx, { addressId: notice.id, now }));
    await inStore((tx) => noteAmazonMail(tx, { addressId: sender.id, now }));
    expect((await addressOf("notice")).state).toBe("proven");
    expect((await addressOf("sender")).state).toBe("not_proven");
  });
});

describe("the customer-service address", () => {
  const ask = (at = now) =>
    inStore((tx) => requestServiceAddress(tx, { storeId, address: " Service@Example.com ", now: at }));
  const confirm = (token: string, at = now) => confirmServiceAddress(test, { token, now: at });
  const stored = () => inStore(async (tx) => (await storeDetails(tx, { now }))[0]);

  it("counts once the link was followed, and the link works once", async () => {
    const token = await ask();
    expect(await stored()).toMatchObject({ serviceAddress: null, serviceAddressConfirmed: false });
    expect(await confirm("forged")).toBe("unknown");
    expect(await confirm(token)).toBe("confirmed");
    expect(await confirm(token)).toBe("unknown");
    expect(await stored()).toMatchObject({ serviceAddress: "service@example.com", serviceAddressConfirmed: true });
  });

  it("has one link at a time, which ends after a week", async () => {
    const first = await ask(now.add({ minutes: 1 }));
    await expect(ask(now.add({ seconds: 80 }))).rejects.toMatchObject({ code: "LIMIT_EXCEEDED" });
    const second = await ask(now.add({ minutes: 2 }));
    expect(await confirm(first)).toBe("unknown");
    expect(await confirm(second, now.add({ hours: 24 * 7 + 1 }))).toBe("expired");
  });
});

describe("the e-mail lane", () => {
  const turn = (marketplaceId: string, statement = "") =>
    inStore((tx) => switchEmailLane(tx, { storeId, marketplaceId, on: true, statement, now }));
  const place = (marketplaceId: string) =>
    inStore(async (tx) => {
      const where = and(eq(storeMarketplace.tenantId, tx.tenantId), eq(storeMarketplace.marketplaceId, marketplaceId));
      return (await tx.sql.select().from(storeMarketplace).where(where))[0];
    });

  it("needs a confirmed customer-service address", async () => {
    const bare = await createStore(test.db, owner.access);
    const on = { storeId: bare, marketplaceId: US, on: true, statement: "", now };
    await expect(inStore((tx) => switchEmailLane(tx, on))).rejects.toMatchObject({
      details: { reason: "service_address" },
    });
  });

  it("needs a sender that receives", async () => {
    await expect(turn(US)).rejects.toMatchObject({ details: { reason: "sender" } });
    const { id: addressId } = await addressOf("sender");
    const { token } = await inStore((tx) => beginSelfTest(tx, { addressId, now }));
    await arrives(addressId, selfTestSubject(token));
    await turn(US);
    expect(await place(US)).toMatchObject({ emailLane: true, canary: "due", senderState: "receiving" });
  });

  it("needs the typed statement in Germany, and notes who gave it", async () => {
    await expect(turn(GERMANY, "yes")).rejects.toMatchObject({ details: { reason: "statement" } });
    await turn(GERMANY, ` ${CONSENT_STATEMENT.toLowerCase()} `);
    expect(await place(GERMANY)).toMatchObject({ emailLane: true, consentStatedAt: now });
  });

  it("has what is planned planned anew, and stands in the audit log", async () => {
    const [jobs, lines] = await inStore(async (tx) => [
      await tx.sql.select().from(job).where(eq(job.kind, "replan_store")),
      await tx.sql.select().from(auditEntry).where(eq(auditEntry.act, "store.email_lane_on")),
    ]);
    expect(jobs).toHaveLength(1);
    expect(lines).toHaveLength(2);
  });
});
