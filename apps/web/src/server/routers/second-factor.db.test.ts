import { authAdapter } from "@heed/db/identity/auth-adapter";
import { ensureUser } from "@heed/db/identity/ensure-user";
import { createSessionFor } from "@heed/db/identity/sign-in-link";
import { cloneDatabase, type TestDatabase } from "@heed/db/testing";
import { TEST_NOW } from "@heed/db/testing/factories";
import { codeFor, sessionIdOf } from "@heed/db/testing/second-factor";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { testCaller, testViewer, toldOfSecurity } from "../testing/caller.ts";

let database: TestDatabase;
let person: { userId: string; sessionId: string; token: string };

beforeAll(async () => {
  database = await cloneDatabase();
});
afterAll(() => database.drop());

let people = 0;
beforeEach(async () => {
  people += 1;
  const userId = await ensureUser(database.db, `person-${people}@example.com`);
  const expires = TEST_NOW.add({ hours: 24 * 365 });
  const { token } = await createSessionFor(database.db, { userId, expires });
  person = { userId, token, sessionId: await sessionIdOf(database.db, token) };
});

/** The person as the next request would find it. */
async function caller(now = TEST_NOW) {
  const found = await authAdapter(database.db).getSessionAndUser(person.token);
  const viewer = { ...testViewer(person.userId), ...(found?.user.state ?? {}) };
  return (await testCaller(database.db, viewer, now)).secondFactor;
}

async function setUp(now = TEST_NOW) {
  const { id, secret } = await (await caller(now)).startTotp();
  const { recoveryCodes } = await (await caller(now)).confirmTotp({ id, code: codeFor(secret, now) });
  return { id, secret, recoveryCodes };
}

describe("setting up an authenticator app", () => {
  it("counts once a code of it was given, gives ten recovery codes and steps the session up", async () => {
    const started = await (await caller()).startTotp();
    expect((await (await caller()).state()).authenticators).toEqual([]);
    const wrong = (await caller()).confirmTotp({ id: started.id, code: "000000" });
    await expect(wrong).rejects.toMatchObject({ code: "BAD_REQUEST" });
    const code = codeFor(started.secret, TEST_NOW);
    const { recoveryCodes } = await (await caller()).confirmTotp({ id: started.id, code });
    expect(new Set(recoveryCodes).size).toBe(10);
    expect(await (await caller()).state()).toMatchObject({ fresh: true, recoveryCodesLeft: 10 });
  });

  it("keeps neither the secret nor a recovery code in clear", async () => {
    const { secret, recoveryCodes } = await setUp();
    const rows = await database.db.$client`select * from authenticator`;
    const codes = await database.db.$client`select encode(code_hash, 'escape') as h from recovery_code`;
    const dump = JSON.stringify([...rows, ...codes]);
    for (const clear of [secret, ...recoveryCodes]) expect(dump).not.toContain(clear);
  });

  it("of a second one needs the first", async () => {
    await setUp();
    const later = TEST_NOW.add({ minutes: 16 });
    await expect((await caller(later)).startTotp()).rejects.toMatchObject({ code: "FORBIDDEN" });
  });

  it("is nobody else's to confirm", async () => {
    const { id, secret } = await (await caller()).startTotp();
    const stranger = testCaller(database.db, testViewer(await ensureUser(database.db, "stranger@example.com")));
    const taken = stranger.secondFactor.confirmTotp({ id, code: codeFor(secret, TEST_NOW) });
    await expect(taken).rejects.toMatchObject({ code: "NOT_FOUND" });
  });
});

describe("stepping up", () => {
  it("takes a code once, also when two come at the same time", async () => {
    const { secret } = await setUp();
    const now = TEST_NOW.add({ hours: 1 });
    const code = codeFor(secret, now);
    const tries = await Promise.allSettled([
      (await caller(now)).stepUp({ code }),
      (await caller(now)).stepUp({ code }),
    ]);
    expect(tries.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
  });

  it("takes the code of a telephone whose clock is off by half a minute, not by two", async () => {
    const { secret } = await setUp();
    const now = TEST_NOW.add({ hours: 1 });
    const slow = codeFor(secret, now.subtract({ seconds: 30 }));
    expect(await (await caller(now)).stepUp({ code: slow })).toEqual({ fresh: true });
    const slower = codeFor(secret, now.subtract({ minutes: 2 }));
    await expect((await caller(now)).stepUp({ code: slower })).rejects.toMatchObject({ code: "BAD_REQUEST" });
  });

  it("takes a recovery code once, however it is typed", async () => {
    const [code = ""] = (await setUp()).recoveryCodes;
    const later = TEST_NOW.add({ hours: 1 });
    expect(await (await caller(later)).stepUp({ code: code.toLowerCase().replaceAll("-", " ") })).toEqual({
      fresh: true,
    });
    await expect((await caller(later)).stepUp({ code })).rejects.toMatchObject({ code: "BAD_REQUEST" });
  });

  it("is stopped after ten wrong codes", async () => {
    await setUp();
    const wrong = await Promise.allSettled(
      Array.from({ length: 12 }, async () => (await caller()).stepUp({ code: "123456" })),
    );
    const codes = wrong.map((result) => (result.status === "rejected" ? result.reason.code : "ok"));
    expect(codes.filter((code) => code === "TOO_MANY_REQUESTS")).toHaveLength(2);
  });
});

it("tells the owner of each change of what lets them in", async () => {
  const from = toldOfSecurity.length;
  const { id, recoveryCodes } = await setUp();
  await (await caller()).stepUp({ code: recoveryCodes[0] ?? "" });
  await (await caller()).renewRecoveryCodes();
  await (await caller()).remove({ id });
  expect(toldOfSecurity.slice(from).map(({ change }) => change)).toEqual([
    { kind: "factor_added", name: "Authenticator app" },
    { kind: "code_used", left: 9 },
    { kind: "codes_renewed" },
    { kind: "last_factor_removed", name: "Authenticator app" },
  ]);
});

describe("an act that needs a fresh factor", () => {
  it("is allowed for a quarter of an hour after it was given", async () => {
    await setUp();
    const soon = TEST_NOW.add({ minutes: 14 });
    expect((await (await caller(soon)).renewRecoveryCodes()).recoveryCodes).toHaveLength(10);
    const late = TEST_NOW.add({ minutes: 15 });
    await expect((await caller(late)).renewRecoveryCodes()).rejects.toMatchObject({ code: "FORBIDDEN" });
  });

  it("is over when the last factor is removed", async () => {
    const { id } = await setUp();
    expect(await (await caller()).remove({ id })).toEqual({ left: 0 });
    expect(await (await caller()).state()).toMatchObject({ fresh: false, recoveryCodesLeft: 0, authenticators: [] });
    await expect((await caller()).renewRecoveryCodes()).rejects.toMatchObject({ code: "FORBIDDEN" });
  });
});
