import type { Browser, BrowserContext, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { complaintsOf, openBrowser, signInAs } from "./testing/browser.ts";
import { instance } from "./testing/instance.ts";

const { url, owners } = instance();
let browser: Browser;
let context: BrowserContext;
let workspace = "";

beforeAll(async () => {
  browser = await openBrowser();
  context = await browser.newContext();
  workspace = await signInAs(context, owners[0]?.url ?? "");
});

afterAll(() => browser.close());

/** Opens a page whose code comes when `letCodeRun` is called. */
async function openEarly(within: BrowserContext, path: string): Promise<{ page: Page; letCodeRun: () => void }> {
  const page = await within.newPage();
  const { promise: allowed, resolve: letCodeRun } = Promise.withResolvers<void>();
  await page.route("**/_next/static/**/*.js*", async (route) => {
    await allowed;
    await route.continue();
  });
  await page.goto(`${url}${path}`, { waitUntil: "commit" });
  return { page, letCodeRun };
}

describe("a page that is seen before its code has run", () => {
  it("holds the click on a button, and makes it when it can", async () => {
    const { page, letCodeRun } = await openEarly(context, `${workspace}/s/all/flows`);
    const complaints = complaintsOf(page);
    await page.getByRole("button", { name: "New flow" }).click();
    expect(await page.getByRole("dialog").count()).toBe(0);
    letCodeRun();
    await page.getByRole("dialog").waitFor();
    expect(complaints).toEqual([]);
    await page.close();
  });

  it("makes two clicks once, so that a menu does not open and close", async () => {
    const { page, letCodeRun } = await openEarly(context, `${workspace}/s/all/flows`);
    const account = page.getByRole("button", { name: owners[0]?.email ?? "" });
    await account.click();
    await account.click();
    letCodeRun();
    await page.getByRole("menuitem", { name: "Sign out" }).waitFor();
    await page.close();
  });

  it("sends no form by itself, which would put what was typed in the address", async () => {
    const { page, letCodeRun } = await openEarly(await browser.newContext(), "/sign-in");
    const asked: string[] = [];
    page.on("request", (request) => asked.push(request.url()));
    const address = page.getByLabel("E-mail address");
    await address.fill("early@example.com");
    await address.press("Enter");
    letCodeRun();
    await page.waitForURL(/check-mail/);
    expect(asked.filter((one) => one.includes("early"))).toEqual([]);
  });

  it("sends none either when its code never comes", async () => {
    const page = await (await browser.newContext()).newPage();
    await page.clock.install();
    await page.route("**/_next/static/**/*.js*", (route) => route.abort());
    await page.goto(`${url}/sign-in`);
    await page.clock.fastForward(60_000);
    const address = page.getByLabel("E-mail address");
    await address.fill("early@example.com");
    await address.press("Enter");
    await page.waitForTimeout(500);
    expect(page.url()).toBe(`${url}/sign-in`);
  });
});
