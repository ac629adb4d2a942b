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
