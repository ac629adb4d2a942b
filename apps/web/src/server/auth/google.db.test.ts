import { authAdapter } from "@heed/db/identity/auth-adapter";
import { ensureUser } from "@heed/db/identity/ensure-user";
import { cloneDatabase, type TestDatabase } from "@heed/db/testing";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { makeAuthOptions } from "./make-auth-options.ts";
import { type AuthBrowser, authBrowser } from "./testing/auth-browser.ts";
import { type GoogleLookAlike, type GooglePerson, startGoogle } from "./testing/google-look-alike.ts";

const CLIENT = { id: "heed.apps.googleusercontent.com", secret: "GOCSPX-secret" };
let database: TestDatabase;
let google: GoogleLookAlike;
let browser: AuthBrowser;
const reports: string[] = [];

beforeAll(async () => {
  database = await cloneDatabase();
  google = await startGoogle(CLIENT);
});
afterAll(async () => {
  await google.stop();
  await database.drop();
});
beforeEach(() => {
  browser = newBrowser();
});

const newBrowser = (clientSecret = CLIENT.secret) =>
  authBrowser(
    makeAuthOptions({
      db: database.db,
      secret: "a secret of at least thirty-two signs",
      ownUrl: "http://localhost:3000",
      google: { clientId: CLIENT.id, clientSecret, wellKnown: google.wellKnown },
      sendLink: async () => undefined,
      report: (code) => void reports.push(code),
    }),
  );

let people = 0;
const person = (changes: Partial<GooglePerson> = {}): GooglePerson => {
  people += 1;
  return { sub: `10${people}`, email: `Person.${people}@gmail.com`, email_verified: true, ...changes };
};

const consent = (): Promise<string> =>
  browser.press("/api/auth/signin/google", { callbackUrl: "http://localhost:3000/w" });

async function signIn(who: GooglePerson, claims?: Readonly<Record<string, unknown>>) {
  return browser.open(google.agree(await consent(), who, claims));
}

const sessionOf = async ({ cookies }: AuthBrowser) =>
  (await authAdapter(database.db).getSessionAndUser(cookies.get("next-auth.session-token") ?? ""))?.user ?? null;

const counts = async () => {
  const [row] = await database.db.$client`
    select (select count(*)::int from "user") as users, (select count(*)::int from account) as accounts`;
  return row;
};

describe("signing in with Google", () => {
  it("makes an account for a new person, and keeps nothing of what Google handed over", async () => {
    const who = person({ email: "New.Person@gmail.com" });
    expect(await signIn(who)).toBe("/w");
    expect(await sessionOf(browser)).toMatchObject({ email: "new.person@gmail.com", name: null, image: null });
    const accounts = await database.db.$client`select * from account where provider_account_id = ${who.sub}`;
    expect(accounts).toMatchObject([{ provider: "google", provider_account_id: who.sub }]);
    const users = await database.db.$client`select * from "user"`;
    const sessions = await database.db.$client`select * from session`;
    const dump = JSON.stringify([...accounts, ...users, ...sessions]);
    expect(google.tokens.length).toBeGreaterThan(2);
    for (const token of google.tokens) expect(dump).not.toContain(token);
    expect(dump).not.toContain(browser.cookies.get("next-auth.session-token"));
  });

  it("asks for the address alone, with PKCE and a state", async () => {
    const asked = new URL(await consent()).searchParams;
    expect(asked.get("scope")).toBe("openid email");
    expect(asked.get("code_challenge_method")).toBe("S256");
    expect(asked.get("state")).not.toBe("");
    expect(asked.get("redirect_uri")).toBe("http://localhost:3000/api/auth/callback/google");
  });

  it("is the same person as the one who has that address by link, where Google answers for the address", async () => {
    const [plain, hosted] = [person(), person({ email: "ann@firm.example", hd: "firm.example" })];
    for (const who of [plain, hosted]) {
      const userId = await ensureUser(database.db, who.email.toLowerCase());
      browser = newBrowser();
      await signIn(who);
      expect(await sessionOf(browser)).toMatchObject({ id: userId });
    }
  });

  it("joins nobody's account where it does not: the person is told to use a link", async () => {
    const who = person({ email: "bob@shop.example" });
    await ensureUser(database.db, who.email);
    const before = await counts();
    expect(await signIn(who)).toBe("/sign-in/error?error=OAuthAccountNotLinked");
    expect(await sessionOf(browser)).toBeNull();
    expect(await counts()).toEqual(before);
  });

  it("knows people again by Google's number for them, whatever their address is by then", async () => {
    const who = person({ email: "carol@old.example" });
    await signIn(who);
    const first = await sessionOf(browser);
    browser = newBrowser();
    await signIn({ ...who, email: "carol@new.example" });
    expect(await sessionOf(browser)).toMatchObject({ id: first?.id, email: "carol@old.example" });
  });

  it("opens nothing with an address that Google has not verified, new or known", async () => {
    const known = person({ email_verified: false });
    await ensureUser(database.db, known.email.toLowerCase());
    const before = await counts();
    for (const who of [known, person({ email_verified: false })]) {
      browser = newBrowser();
      expect(await signIn(who)).toBe("/sign-in/error?error=AccessDenied");
      expect(await sessionOf(browser)).toBeNull();
    }
    expect(await counts()).toEqual(before);
  });
});

describe("an answer that is not Google's to this browser", () => {
  const refused = async (address: string, by = browser) => {
    const before = await counts();
    expect(await by.open(address)).toMatch(/^\/sign-in\?.*error=OAuthCallback$/);
    expect(await sessionOf(by)).toBeNull();
    expect(await counts()).toEqual(before);
  };

  it("is refused in another browser, with another state, and a second time", async () => {
    const back = google.agree(await consent(), person());
    await refused(back, newBrowser());
    const bent = new URL(google.agree(await consent(), person()));
    bent.searchParams.set("state", "forged");
    await refused(bent.href);
    const good = google.agree(await consent(), person());
    await browser.open(good);
    const again = newBrowser();
    for (const [name, value] of browser.cookies) if (!name.includes("session")) again.cookies.set(name, value);
    await refused(good, again);
  });

  it("is refused for another application, from another issuer, too old, and under a wrong secret", async () => {
    const past = Math.floor(Date.now() / 1000) - 3600;
    for (const claims of [{ aud: "other.apps" }, { iss: "https://evil.example" }, { exp: past, iat: past - 3600 }]) {
      browser = newBrowser();
      await refused(google.agree(await consent(), person(), claims));
    }
    browser = newBrowser("wrong");
    await refused(google.agree(await consent(), person()));
  });

  it("leaves a code in the log and nothing of the person", () => {
    expect(new Set(reports)).toEqual(new Set(["OAUTH_CALLBACK_ERROR"]));
  });
});
