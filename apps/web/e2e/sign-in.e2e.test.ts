import type { Browser, BrowserContext, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { complaintsOf, openBrowser } from "./testing/browser.ts";
import { instance } from "./testing/instance.ts";

const { url, owners } = instance();
const owner = owners[0];
let browser: Browser;
let context: BrowserContext;
let page: Page;

beforeAll(async () => {
  browser = await openBrowser();
  context = await browser.newContext({ viewport: { width: 1440, height: 900 } });
  page = await context.newPage();
});

afterAll(() => browser.close());

async function askForLink(email: string): Promise<void> {
  await page.goto(`${url}/sign-in`);
  await page.getByLabel("E-mail address").fill(email);
  await page.getByRole("button", { name: "Send me a link" }).click();
  await page.waitForURL(/check-mail/);
}

describe("signing in", () => {
  let link = "";

  it("sends people without a session to the sign-in page, and back to where they wanted", async () => {
    await page.goto(`${url}/w/${owner?.workspace}/s/all/orders`);
    expect(page.url()).toContain(`/sign-in?next=${encodeURIComponent(`/w/${owner?.workspace}`)}`);
  });

  it("answers the same for an address that nobody knows", async () => {
    await askForLink("nobody@example.com");
    const known = await page.locator("main").innerText();
    await askForLink(owner?.email ?? "");
    expect(await page.locator("main").innerText()).toBe(known);
  });

  it("delivers the link to the mailbox", async () => {
    const complaints = complaintsOf(page);
    await page.getByRole("link", { name: "sandbox mailbox" }).click();
    await page.waitForURL(/sandbox\/mail/);
    await page
      .getByRole("link", { name: new RegExp(`Sign in to Heed.*${owner?.email}`, "s") })
      .first()
      .click();
    const found = page.getByRole("link", { name: "Open the link to /sign-in/confirm" });
    await found.waitFor();
    link = (await found.getAttribute("href")) ?? "";
    expect(link).toContain(encodeURIComponent(owner?.email ?? ""));
    expect(complaints.filter((text) => !text.includes("sandboxed"))).toEqual([]);
  });

  it("is not finished by opening the link, as mail scanners do", async () => {
    await context.request.get(link);
    await context.request.get(link.replace("/sign-in/confirm", "/api/auth/callback/email"));
    const session = await context.request.get(`${url}/api/auth/session`);
    expect(await session.json()).toEqual({});
  });

  it("is finished by the button", async () => {
    await page.goto(link);
    await page.getByRole("button", { name: "Sign in" }).click();
    await page.waitForURL(/\/w\/[^/]+\/s\/all\/overview/);
    expect(await page.getByRole("heading", { level: 1 }).innerText()).toContain("Overview");
  });

  it("takes a link once", async () => {
    const stranger = await browser.newContext();
    const other = await stranger.newPage();
    await other.goto(link);
    await other.getByRole("button", { name: "Sign in" }).click();
    await other.waitForURL(/sign-in\/error/);
    expect(await other.getByRole("heading", { level: 1 }).innerText()).toBe("This link does not work any more");
    await stranger.close();
  });

  it("ends by signing out", async () => {
    await page.getByRole("button", { name: /^Account/ }).click();
    await page.getByRole("menuitem", { name: "Sign out" }).click();
    await page.waitForURL(`${url}/`);
    await page.goto(`${url}/w`);
    expect(page.url()).toContain("/sign-in");
  });
});

describe("a thousand requests for links", () => {
  const AT_ONCE = 40;
  const HONEST_LIMIT = 30;

  /** As the form of the sign-in page asks; the network is what the nearest proxy says. */
  async function asker(network: string) {
    const csrf = await fetch(`${url}/api/auth/csrf`);
    const { csrfToken } = (await csrf.json()) as { csrfToken: string };
    const cookie = csrf.headers.getSetCookie().map((line) => line.split(";")[0]);
    const headers = { origin: new URL(url).origin, "x-forwarded-for": network, cookie: cookie.join("; ") };
    return async (email: string) => {
      const body = new URLSearchParams({ email, csrfToken, callbackUrl: "/w", json: "true" });
      const answer = await fetch(`${url}/api/auth/signin/email`, { method: "POST", headers, body });
      return { status: answer.status, text: await answer.text() };
    };
  }

  it("from one network make thirty mails at most; the rest hear the same, whoever they ask for", async () => {
    const ask = await asker("192.0.2.7");
    const known = owner?.email ?? "";
    const answers: { email: string; status: number; text: string }[] = [];
    const wanted = Array.from({ length: 1_000 }, (_, n) => (n % 4 === 0 ? `flood-${n}@example.com` : known));
    for (let from = 0; from < wanted.length; from = answers.length) {
      // Resend takes some mails a second from all of us; once nothing is mailed any more the rest may come at once.
      const some = wanted.slice(from, from + (answers.some(({ status }) => status === 429) ? AT_ONCE : 3));
      answers.push(...(await Promise.all(some.map(async (email) => ({ email, ...(await ask(email)) })))));
    }
    expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([200, 429]));
    const mailed = answers.filter(({ status }) => status === 200);
    // The known address has a limit of its own, lower than that of the network.
    expect(mailed.length).toBeLessThanOrEqual(HONEST_LIMIT);
    expect(mailed.length).toBeGreaterThan(5);
    for (const status of [200, 429]) {
      expect(new Set(answers.filter((one) => one.status === status).map(({ text }) => text)).size).toBe(1);
    }
    expect(mailed.filter(({ email }) => email === known).length).toBeLessThanOrEqual(5);
  });

  it("leave other networks alone; what is no address is refused in words", async () => {
    const ask = await asker("198.51.100.4");
    expect((await ask("somebody@example.com")).status).toBe(200);
    for (const broken of ["a\u0000b@example.com", "", "x".repeat(100_000), "<script>@", "a@b@c"]) {
      expect((await ask(broken)).status, JSON.stringify(broken.slice(0, 20))).toBeLessThan(500);
    }
  });
});

describe("requests that nobody of ours makes", () => {
  it("are refused when they come from another origin", async () => {
    const answer = await fetch(`${url}/api/trpc/order.list`, {
      method: "POST",
      headers: { origin: "https://evil.example" },
    });
    expect(answer.status).toBe(403);
  });

  it("are refused without the signature of a webhook", async () => {
    const answer = await fetch(`${url}/api/webhooks/resend`, { method: "POST", body: "{}" });
    expect(answer.status).toBe(401);
  });

  it("are refused when a webhook is too large", async () => {
    const answer = await fetch(`${url}/api/webhooks/resend`, { method: "POST", body: "x".repeat(300_000) });
    expect(answer.status).toBe(413);
  });
});
