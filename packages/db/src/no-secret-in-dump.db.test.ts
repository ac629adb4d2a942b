import { sql } from "drizzle-orm";
import { afterAll, beforeAll, expect, it } from "vitest";
import { closeDb, openDb } from "./client.ts";
import { beginAuthorisation } from "./commands/begin-authorisation.ts";
import { connectStore } from "./commands/connect-store.ts";
import { importDoNotContact } from "./commands/import-do-not-contact.ts";
import { ingestOrders } from "./commands/ingest-orders.ts";
import { beginSelfTest } from "./commands/prove-address.ts";
import { requestServiceAddress } from "./commands/service-address.ts";
import { keepSecret } from "./identity/application-secrets.ts";
import { requestEmailChange } from "./identity/change-email.ts";
import { offerGrant } from "./identity/grants.ts";
import { invite } from "./identity/invitations.ts";
import { confirmTotp, startTotp } from "./identity/second-factor.ts";
import { createSessionFor } from "./identity/sign-in-link.ts";
import { storeDetails } from "./queries/store-page.ts";
import { withDatabase } from "./roles.ts";
import { withTenant } from "./tenant-db.ts";
import { incomingOrder, TEST_RING, US } from "./testing/demo-store.ts";
import { createMember, createTenant, TEST_NOW } from "./testing/factories.ts";
import { codeFor, sessionIdOf } from "./testing/second-factor.ts";
import { cloneDatabase, clusterUrl, type TestDatabase } from "./testing.ts";

const now = TEST_NOW;
const REFRESH = "Atzr|planted-refresh-token";
const ACCESS = "Atza|planted-access-token";
const APPLICATION = "amzn1.oa2-cs.v1.planted-application-secret";
const ORDERED = "plantedorder01@marketplace.amazon.com";
const LISTED = "plantedlist01@marketplace.amazon.com";

let test: TestDatabase;
beforeAll(async () => {
  test = await cloneDatabase();
});
afterAll(() => test.drop());

/** Puts one of each secret in, by the commands that take them; answers all of them in clear. */
async function plant(): Promise<string[]> {
  const { access, slug } = await createTenant(test.db);
  const userId = await createMember(test.db, access);
  const { token: session } = await createSessionFor(test.db, { userId, expires: now.add({ hours: 1 }) });
  const person = await plantOfPerson({ userId, session });
  return withTenant(test.db, access, async (tx) => {
    const tokens = { refreshToken: REFRESH, accessToken: ACCESS, expiresAt: now.add({ hours: 1 }) };
    const account = { region: "NA", sellerId: "A1PLANTED0000" } as const;
    const marketplaces = [{ marketplaceId: US, storeName: "Planted", participating: true }];
    const { storeId } = await connectStore(tx, { ...account, tokens, marketplaces, ring: TEST_RING, now });
    const begun = { slug, sessionId: userId, userId, region: "NA", storeId: null, sellerId: null } as const;
    const state = await beginAuthorisation(tx, { ...begun, returnTo: "stores", now });
    const [store] = await storeDetails(tx, { now });
    const { token: test } = await beginSelfTest(tx, { addressId: store?.addresses[0]?.id ?? "", now });
    const link = await requestServiceAddress(tx, { storeId, address: "service@example.com", now });
    await ingestOrders(tx, { storeId, incoming: [incomingOrder({}, ORDERED)], ring: TEST_RING, now });
    await importDoNotContact(tx, { storeId, list: { orderIds: [], aliases: [LISTED] }, ring: TEST_RING, now });
    const [, stateSecret = ""] = state.split(".");
    const invited = await invite(tx, {
      role: "viewer",
      storeIds: null,
      clientIds: null,
      email: "new@example.com",
      now,
    });
    const offered = await offerGrant(tx, { role: "viewer", storeIds: null, email: "agency@example.com", now });
    const mailed = [stateSecret, test, link, invited.token, offered.token];
    return [REFRESH, ACCESS, session, ...person, ...mailed, ...[ORDERED, LISTED].map(localPart)];
  });
}

/** Second factor, recovery codes, a change of the address; and the secret that Amazon gave the application. */
async function plantOfPerson({ userId, session }: { userId: string; session: string }): Promise<readonly string[]> {
  const given = { userId, sessionId: await sessionIdOf(test.db, session), email: "person@example.com", now };
  const { id, secret } = await startTotp(test.db, TEST_RING, given);
  const codes = await confirmTotp(test.db, TEST_RING, { ...given, id, code: codeFor(secret, now) });
  const change = await requestEmailChange(test.db, { userId, email: "other@example.com", now });
  const application = { clientId: "amzn1.application-oa2-client.x", secret: APPLICATION, oldExpiresAt: null };
  await keepSecret({ system: test.system, ring: TEST_RING }, application);
  return [secret, ...(codes ?? []), change.token, APPLICATION];
}

const localPart = (alias: string): string => alias.slice(0, alias.indexOf("@"));

/** Every row of every table as text, as a dump would hold it. */
async function dump(): Promise<string> {
  const db = openDb(withDatabase(await clusterUrl(), new URL(test.urls.DATABASE_URL).pathname.slice(1)), { max: 1 });
  try {
    const tables = await db.execute<{ name: string }>(
      sql`select format('%I.%I', schemaname, tablename) as name from pg_tables where schemaname in ('public', 'heed_engine')`,
    );
    const texts: string[] = [];
    for (const { name } of tables) {
      const rows = await db.execute<{ row: string }>(sql`select t::text as row from ${sql.raw(name)} t`);
      texts.push(...rows.map(({ row }) => row));
    }
    return texts.join("\n");
  } finally {
    await closeDb(db);
  }
}

/** As Postgres prints bytes, and as base64 would hide them from a plain search. */
const spellings = (secret: string): string[] => [
  secret,
  Buffer.from(secret).toString("hex"),
  Buffer.from(secret).toString("base64url").slice(0, -2),
];

it("a dump of the database holds no token, alias or secret in clear", async () => {
  const planted = await plant();
  const text = await dump();
  expect(text).toContain("A1PLANTED0000");
  expect(planted.every((secret) => secret.length > 9)).toBe(true);
  const found = planted.filter((secret) => spellings(secret).some((spelling) => text.includes(spelling)));
  expect(found).toEqual([]);
});
