import { authAdapter } from "@heed/db/identity/auth-adapter";
import { ensureUser } from "@heed/db/identity/ensure-user";
import { createSessionFor } from "@heed/db/identity/sign-in-link";
import { cloneDatabase, type TestDatabase } from "@heed/db/testing";
import { TEST_NOW } from "@heed/db/testing/factories";
import { sessionIdOf } from "@heed/db/testing/second-factor";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { testCaller, testViewer, toldOfSecurity } from "../testing/caller.ts";
import { softPasskey } from "../testing/soft-passkey.ts";

const ORIGIN = "http://localhost:3000";
let database: TestDatabase;
let person: { userId: string; sessionId: string; token: string };
let people = 0;

beforeAll(async () => {
  database = await cloneDatabase();
});
afterAll(() => database.drop());

async function signIn(userId: string) {
  const { token } = await createSessionFor(database.db, { userId, expires: TEST_NOW.add({ hours: 24 * 365 }) });
  return { userId, token, sessionId: await sessionIdOf(database.db, token) };
}

beforeEach(async () => {
  people += 1;
  person = await signIn(await ensureUser(database.db, `passkey-${people}@example.com`));
});

/** Somebody as the next request would find them. */
async function caller(now = TEST_NOW, who = person) {
  const found = await authAdapter(database.db).getSessionAndUser(who.token);
  return testCaller(database.db, { ...testViewer(who.userId), ...(found?.user.state ?? {}) }, now);
}

async function setUp(name = "Telephone") {
  const key = softPasskey();
  const { challenge } = await (await caller()).passkey.startAdding();
  const { recoveryCodes } = await (await caller()).passkey.add({
    name,
    answer: key.made({ challenge, origin: ORIGIN }),
  });
  return { key, recoveryCodes };
}

const LATER = TEST_NOW.add({ hours: 1 });

async function challengeLater(): Promise<string> {
  return (await (await caller(LATER)).passkey.startUsing()).challenge;
}

describe("setting up a passkey", () => {
  it("steps the session up, gives recovery codes with the first and tells the owner", async () => {
    const { recoveryCodes } = await setUp("Telephone");
    expect(recoveryCodes).toHaveLength(10);
    expect(await (await caller()).secondFactor.state()).toMatchObject({
      fresh: true,
      authenticators: [{ kind: "passkey", name: "Telephone" }],
    });
    expect(toldOfSecurity.at(-1)).toMatchObject({ change: { kind: "factor_added", name: "Telephone" } });
    expect((await setUp("Key ring")).recoveryCodes).toEqual([]);
  });

  it("names our host and the keys that there are, whatever the request says", async () => {
    const { key } = await setUp();
    const options = await (await caller()).passkey.startAdding();
    expect(options.rp).toEqual({ id: "localhost", name: "Heed" });
    expect(options.excludeCredentials).toMatchObject([{ id: key.credential.credentialId }]);
  });

  it("is refused for a page of another address, another host and another challenge", async () => {
    for (const wrong of [{ origin: "https://heed.evil.example" }, { host: "evil.example" }, { challenge: "b3RoZXI" }]) {
      const { challenge } = await (await caller()).passkey.startAdding();
      const answer = softPasskey().made({ challenge, origin: ORIGIN, ...wrong });
      const refused = (await caller()).passkey.add({ name: "x", answer });
      await expect(refused, JSON.stringify(wrong)).rejects.toMatchObject({ code: "BAD_REQUEST" });
    }
    expect((await (await caller()).secondFactor.state()).authenticators).toEqual([]);
  });

  it("needs the factor that there is already", async () => {
    await setUp();
    await expect((await caller(LATER)).passkey.startAdding()).rejects.toMatchObject({ code: "FORBIDDEN" });
  });

  it("is done once with one key, by whomever", async () => {
    const { key } = await setUp();
    const other = await signIn(await ensureUser(database.db, `other-${people}@example.com`));
    const { challenge } = await (await caller(TEST_NOW, other)).passkey.startAdding();
    const again = (await caller(TEST_NOW, other)).passkey.add({
      name: "x",
      answer: key.made({ challenge, origin: ORIGIN }),
    });
    await expect(again).rejects.toMatchObject({ code: "CONFLICT" });
  });
});

describe("stepping up with a passkey", () => {
  it("takes an answer once; a challenge is gone after it, and after a wrong one too", async () => {
    const { key } = await setUp();
    const answer = key.used({ challenge: await challengeLater(), origin: ORIGIN, signCount: 1 });
    const tries = await Promise.allSettled([
      (await caller(LATER)).passkey.use({ answer }),
      (await caller(LATER)).passkey.use({ answer }),
    ]);
    expect(tries.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
    expect(await (await caller(LATER)).secondFactor.state()).toMatchObject({ fresh: true });
    const challenge = await challengeLater();
    const wrong = (await caller(LATER)).passkey.use({
      answer: key.used({ challenge, origin: "https://evil.example", signCount: 2 }),
    });
    await expect(wrong).rejects.toMatchObject({ code: "BAD_REQUEST" });
    const late = (await caller(LATER)).passkey.use({ answer: key.used({ challenge, origin: ORIGIN, signCount: 3 }) });
    await expect(late).rejects.toMatchObject({ code: "PRECONDITION_FAILED" });
  });

  it("takes no answer of another session, none to an old challenge, and none that was not asked for", async () => {
    const { key } = await setUp();
    const other = await signIn(person.userId);
    const asked = (await (await caller(LATER, other)).passkey.startUsing()).challenge;
    const elsewhere = (await caller(LATER)).passkey.use({ answer: key.used({ challenge: asked, origin: ORIGIN }) });
    await expect(elsewhere).rejects.toMatchObject({ code: "PRECONDITION_FAILED" });
    const answer = key.used({ challenge: await challengeLater(), origin: ORIGIN });
    const late = (await caller(LATER.add({ minutes: 5 }))).passkey.use({ answer });
    await expect(late).rejects.toMatchObject({ code: "PRECONDITION_FAILED" });
  });

  it("refuses a copy of a key, whose count is behind", async () => {
    const { key } = await setUp();
    const used = async (signCount: number) =>
      (await caller(LATER)).passkey.use({
        answer: key.used({ challenge: await challengeLater(), origin: ORIGIN, signCount }),
      });
    expect(await used(5)).toEqual({ fresh: true });
    await expect(used(5)).rejects.toMatchObject({ code: "BAD_REQUEST" });
    await expect(used(4)).rejects.toMatchObject({ code: "BAD_REQUEST" });
    expect(await used(6)).toEqual({ fresh: true });
  });

  it("refuses somebody else's key, and a signature of another key under this one's name", async () => {
    const { key } = await setUp();
    const foreign = softPasskey();
    const answer = foreign.used({ challenge: await challengeLater(), origin: ORIGIN, signCount: 1 });
    await expect((await caller(LATER)).passkey.use({ answer })).rejects.toMatchObject({ code: "BAD_REQUEST" });
    const forged = foreign.used({ challenge: await challengeLater(), origin: ORIGIN, signCount: 1 });
    const { credentialId: id } = key.credential;
    const dressed = (await caller(LATER)).passkey.use({ answer: { ...forged, id, rawId: id } });
    await expect(dressed).rejects.toMatchObject({ code: "BAD_REQUEST" });
  });

  it("is stopped after ten wrong answers", async () => {
    await setUp();
    const foreign = softPasskey();
    const codes: string[] = [];
    for (let n = 0; n < 11; n += 1) {
      const answer = foreign.used({ challenge: await challengeLater(), origin: ORIGIN });
      await (await caller(LATER)).passkey.use({ answer }).catch(({ code }: { code: string }) => codes.push(code));
    }
    expect(codes.at(9)).toBe("BAD_REQUEST");
    expect(codes.at(10)).toBe("TOO_MANY_REQUESTS");
  });
});

describe("a second factor", () => {
  it("is renamed and removed by its owner alone, who is told", async () => {
    await setUp();
    const { authenticators } = await (await caller()).secondFactor.state();
    const id = authenticators[0]?.id ?? "";
    await (await caller()).secondFactor.rename({ id, name: "  Key\u0000 ring " });
    const stranger = testCaller(
      database.db,
      testViewer(await ensureUser(database.db, "x@example.com"), { factor: "fresh" }),
    );
    await expect(stranger.secondFactor.rename({ id, name: "Mine" })).rejects.toMatchObject({ code: "NOT_FOUND" });
    await expect(stranger.secondFactor.remove({ id })).rejects.toMatchObject({ code: "NOT_FOUND" });
    expect(await (await caller()).secondFactor.state()).toMatchObject({ authenticators: [{ name: "Key ring" }] });
    await (await caller()).secondFactor.remove({ id });
    expect(toldOfSecurity.at(-1)?.change).toEqual({ kind: "last_factor_removed", name: "Key ring" });
  });
});
