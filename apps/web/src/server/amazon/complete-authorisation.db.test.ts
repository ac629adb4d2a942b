import { realClock, Temporal } from "@heed/core/time";
import { listStores } from "@heed/db/queries/stores";
import { systemAccess } from "@heed/db/system-db";
import { withTenant } from "@heed/db/tenant-db";
import { cloneDatabase, type TestDatabase } from "@heed/db/testing";
import { createMember, createStore, createTenant, givePlan, type TestTenant } from "@heed/db/testing/factories";
import { SPARE_SELLERS } from "@heed/sandbox/demo/spare-sellers";
import { DEMO_STORES } from "@heed/sandbox/demo/stores";
import { startTestSandbox, TEST_NOW, type TestSandbox } from "@heed/sandbox/testing";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { createCaller } from "../routers/app.ts";
import type { RequestContext } from "../services.ts";
import { testContext, testViewer } from "../testing/caller.ts";
import { completeAuthorisation } from "./complete-authorisation.ts";
import { amazonPort } from "./port.ts";

const US = "ATVPDKIKX0DER";
const SESSION = "00000000-0000-7000-8000-00000000000a";
const OTHER_SESSION = "00000000-0000-7000-8000-00000000000b";
const [us, eu] = DEMO_STORES;
/** The sandbox's clock: codes and states live on it. */
const NOW = Temporal.Instant.from(TEST_NOW);

let database: TestDatabase;
let sandbox: TestSandbox;

beforeAll(async () => {
  database = await cloneDatabase();
  sandbox = await startTestSandbox({ spareSellers: true });
  await sandbox.control("POST", "/world", { stores: [...DEMO_STORES] });
});
afterAll(async () => {
  await sandbox.stop();
  await database.drop();
});

interface Person {
  readonly userId: string;
  readonly sessionId?: string;
  readonly now?: Temporal.Instant;
}

/** A request of this person, with the sandbox as Amazon. */
function requestOf({ userId, sessionId = SESSION, now = NOW }: Person): RequestContext {
  const { amazonPort: port, caPath, settings, controlUrl } = sandbox.running;
  const { application } = settings;
  const amazon = amazonPort({
    ...application,
    ownUrl: "http://localhost:3000",
    endpoint: { port, caPath },
    sellerCentral: controlUrl,
    clock: { ...realClock(), now: () => now },
  });
  const context = testContext(database.db, testViewer(userId, { factor: "fresh", sessionId, now }), now);
  return { ...context, services: { ...context.services, amazon } };
}

interface Owner extends TestTenant {
  readonly userId: string;
}

async function workspaceWithOwner(): Promise<Owner> {
  const tenant = await createTenant(database.db);
  return { ...tenant, userId: await createMember(database.db, tenant.access, { role: "owner" }) };
}

const begin = async (owner: Owner, person: Partial<Person> = {}): Promise<string> => {
  const caller = createCaller(requestOf({ userId: owner.userId, ...person }));
  const { url } = await caller.connect.begin({ workspace: owner.slug, marketplaceId: US, returnTo: "stores" });
  return url;
};

/** The seller's click on the consent page at that address. */
async function consent(url: string, sellerId: string = us.sellerId): Promise<Record<string, string>> {
  const { searchParams, origin, pathname } = new URL(url);
  const body = new URLSearchParams([...searchParams, ["seller", sellerId], ["answer", "confirm"]]);
  const answer = await fetch(`${origin}${pathname}`, { method: "POST", body, redirect: "manual" });
  return Object.fromEntries(new URL(answer.headers.get("location") ?? "about:blank").searchParams);
}

const complete = (person: Person, back: Readonly<Record<string, string | undefined>>) =>
  completeAuthorisation(requestOf(person), {
    state: back["state"] ?? null,
    sellerId: back["selling_partner_id"] ?? null,
    code: back["spapi_oauth_code"] ?? null,
  });

const storesOf = (owner: Owner) => withTenant(database.db, systemAccess(owner.tenantId), (tx) => listStores(tx));

const refused = (refusal: string) => ({ kind: "refused", refusal });

describe("connecting a store", () => {
  it("brings its marketplaces, its addresses and a first sync, in dry run and from now on", async () => {
    const owner = await workspaceWithOwner();
    const done = await complete(owner, await consent(await begin(owner), us.sellerId));
    expect(done).toMatchObject({ kind: "done", slug: owner.slug, returnTo: "stores" });
    expect(await storesOf(owner)).toMatchObject([
      {
        name: us.name,
        sellerId: us.sellerId,
        dryRun: true,
        authorisation: "active",
        marketplaces: [{ marketplaceId: US }],
      },
    ]);
  });

  it("is refused in a second workspace, with a way forward, and leaves the first one's as it is", async () => {
    const [first, second] = [await workspaceWithOwner(), await workspaceWithOwner()];
    const euUrl = async (owner: Owner) => {
      const caller = createCaller(requestOf(owner));
      return (
        await caller.connect.begin({ workspace: owner.slug, marketplaceId: "A1PA6795UKMFR9", returnTo: "stores" })
      ).url;
    };
    expect(await complete(first, await consent(await euUrl(first), eu.sellerId))).toMatchObject({ kind: "done" });
    expect(await complete(second, await consent(await euUrl(second), eu.sellerId))).toMatchObject(
      refused("other_workspace"),
    );
    expect(await storesOf(second)).toEqual([]);
    expect(await storesOf(first)).toMatchObject([{ sellerId: eu.sellerId, authorisation: "active" }]);
  });
});

describe("a plan that is full", () => {
  it("is told with its own reason, and leaves the stores that are there", async () => {
    const owner = await workspaceWithOwner();
    await givePlan(database.db, owner, "free");
    await createStore(database.db, owner.access);
    expect(await complete(owner, await consent(await begin(owner)))).toMatchObject({
      ...refused("plan"),
      slug: owner.slug,
    });
    expect(await storesOf(owner)).toHaveLength(1);
  });
});

describe("a state", () => {
  it("works once", async () => {
    const owner = await workspaceWithOwner();
    const back = await consent(await begin(owner));
    await complete(owner, back);
    expect(
      await complete(owner, { ...back, ...(await consent(await begin(owner))), state: back["state"] }),
    ).toMatchObject(refused("used"));
  });

  it("is used up by a wrong try", async () => {
    const owner = await workspaceWithOwner();
    const back = await consent(await begin(owner));
    expect(await complete({ ...owner, sessionId: OTHER_SESSION }, back)).toMatchObject(refused("other_session"));
    expect(await complete(owner, back)).toMatchObject(refused("used"));
  });

  it("belongs to the person and the session that began", async () => {
    const owner = await workspaceWithOwner();
    const colleague = await createMember(database.db, owner.access, { role: "admin" });
    expect(await complete({ userId: colleague }, await consent(await begin(owner)))).toMatchObject(
      refused("other_session"),
    );
  });

  it("of another workspace is as unknown as none at all", async () => {
    const [owner, stranger] = [await workspaceWithOwner(), await workspaceWithOwner()];
    const back = await consent(await begin(owner));
    expect(await complete(stranger, back)).toMatchObject({ ...refused("state_unknown"), slug: null });
    const swapped = `${stranger.slug}.${(back["state"] ?? "").split(".")[1]}`;
    expect(await complete(stranger, { ...back, state: swapped })).toMatchObject(refused("state_unknown"));
  });

  it("ends after a quarter of an hour", async () => {
    const owner = await workspaceWithOwner();
    const back = await consent(await begin(owner));
    expect(await complete({ ...owner, now: NOW.add({ minutes: 15 }) }, back)).toMatchObject(refused("expired"));
  });

  it.each([
    ["missing", undefined, "state_missing"],
    ["empty", "", "state_unknown"],
    ["forged", `x.${"A".repeat(43)}`, "state_unknown"],
    ["not one of ours", "../../etc/passwd", "state_unknown"],
  ])("%s is refused", async (_what, state, refusal) => {
    const owner = await workspaceWithOwner();
    const back = await consent(await begin(owner));
    expect(await complete(owner, { ...back, state })).toMatchObject(refused(refusal));
  });

  it("needs its session to be signed in still", async () => {
    const owner = await workspaceWithOwner();
    const back = await consent(await begin(owner));
    const context = { ...requestOf(owner), viewer: null };
    const brought = { state: back["state"] ?? null, sellerId: us.sellerId, code: back["spapi_oauth_code"] ?? null };
    expect(await completeAuthorisation(context, brought)).toMatchObject(refused("signed_out"));
  });
});

describe("what else comes back", () => {
  it.each([
    ["no account", { selling_partner_id: undefined }, "seller_missing"],
    ["something that is no account", { selling_partner_id: "A1'; drop table" }, "seller_missing"],
    ["no code", { spapi_oauth_code: undefined }, "code_missing"],
    ["a code that Amazon never gave", { spapi_oauth_code: "ANforged" }, "code"],
  ])("is refused: %s", async (_what, changes, refusal) => {
    const owner = await workspaceWithOwner();
    const back = await consent(await begin(owner));
    expect(await complete(owner, { ...back, ...changes })).toMatchObject(refused(refusal));
    expect(await storesOf(owner)).toEqual([]);
  });

  it("is refused where another account comes back than the store's own", async () => {
    const owner = await workspaceWithOwner();
    const storeId = await createStore(database.db, owner.access, { sellerId: "A9ANOTHERONE" });
    const caller = createCaller(requestOf(owner));
    const { url } = await caller.connect.again({ workspace: owner.slug, store: storeId, returnTo: "stores" });
    expect(await complete(owner, await consent(url, us.sellerId))).toMatchObject(refused("wrong_seller"));
  });

  it("comes from the redirect address that we named, whatever the request says", async () => {
    const owner = await workspaceWithOwner();
    const url = new URL(await begin(owner));
    expect(url.searchParams.get("redirect_uri")).toBe("http://localhost:3000/oauth/amazon/callback");
    url.searchParams.set("redirect_uri", "https://evil.example/");
    expect((await fetch(url)).status).toBe(400);
  });
});

describe("an authorisation that began in the Appstore", () => {
  it("is finished for the account that began it, and for no other", async () => {
    const owner = await workspaceWithOwner();
    const start = async (sellerId: string) => {
      const page = new URL(
        "/seller-central/sellercentral.amazon.com/selling-partner-appstore/heed",
        sandbox.running.controlUrl,
      );
      const body = new URLSearchParams({ seller: SPARE_SELLERS[0]?.sellerId ?? "" });
      const login = await fetch(page, { method: "POST", body, redirect: "manual" });
      const { searchParams } = new URL(login.headers.get("location") ?? "");
      const { url } = await createCaller(requestOf(owner)).connect.fromAppstore({
        workspace: owner.slug,
        amazonCallbackUri: searchParams.get("amazon_callback_uri") ?? "",
        amazonState: searchParams.get("amazon_state") ?? "",
        sellerId,
      });
      const back = await fetch(url, { redirect: "manual" });
      return Object.fromEntries(new URL(back.headers.get("location") ?? "about:blank").searchParams);
    };
    expect(await complete(owner, await start("A9SOMEBODYELSE"))).toMatchObject(refused("wrong_seller"));
    const sellerId = SPARE_SELLERS[0]?.sellerId ?? "";
    expect(await complete(owner, await start(sellerId))).toMatchObject({ kind: "done", returnTo: "onboarding" });
    expect(await storesOf(owner)).toMatchObject([{ sellerId }]);
  });

  it("goes nowhere but to Amazon", async () => {
    const owner = await workspaceWithOwner();
    const from = { workspace: owner.slug, amazonState: "x", sellerId: us.sellerId };
    const caller = createCaller(requestOf(owner));
    await expect(
      caller.connect.fromAppstore({ ...from, amazonCallbackUri: "https://evil.example/apps/authorize/confirm/x" }),
    ).rejects.toMatchObject({ code: "BAD_REQUEST" });
  });
});

describe("disconnecting", () => {
  it("destroys the tokens, stops the store, keeps its data, and connecting again brings it back", async () => {
    const owner = await workspaceWithOwner();
    const jp = DEMO_STORES[2];
    const caller = createCaller(requestOf(owner));
    const place = { workspace: owner.slug, marketplaceId: "A1VC38T7YXB528", returnTo: "stores" } as const;
    const done = await complete(owner, await consent((await caller.connect.begin(place)).url, jp.sellerId));
    const store = done.kind === "done" ? done.storeId : "";
    await caller.connect.disconnect({ workspace: owner.slug, store });
    expect(await storesOf(owner)).toMatchObject([{ id: store, authorisation: "disconnected" }]);
    const { url } = await caller.connect.again({ workspace: owner.slug, store, returnTo: "stores" });
    expect(await complete(owner, await consent(url, jp.sellerId))).toMatchObject({ kind: "done", storeId: store });
    expect(await storesOf(owner)).toMatchObject([{ id: store, authorisation: "active" }]);
    await caller.connect.disconnect({ workspace: owner.slug, store });
    await expect(caller.connect.erase({ workspace: owner.slug, store, name: "wrong" })).rejects.toThrow(
      "not the store",
    );
    await caller.connect.erase({ workspace: owner.slug, store, name: jp.name });
    expect(await storesOf(owner)).toEqual([]);
  });
});
