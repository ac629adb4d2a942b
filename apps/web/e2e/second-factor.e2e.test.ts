import type { Browser, BrowserContext, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { openBrowser, signInAs } from "./testing/browser.ts";
import { instance } from "./testing/instance.ts";
import { giveSecondFactor } from "./testing/second-factor.ts";

const { url, owners } = instance();
const owner = owners[1];
let browser: Browser;
let context: BrowserContext;
let page: Page;

beforeAll(async () => {
  browser = await openBrowser();
  context = await browser.newContext();
  await signInAs(context, owner?.url ?? "");
  page = await context.newPage();
});

afterAll(() => browser.close());

describe("the page that asks for a second factor", () => {
  it("offers to set one up to people who have none", async () => {
    await page.goto(`${url}/account/step-up?next=/w`);
    await page.getByRole("button", { name: "Set up an authenticator app" }).waitFor();
  });

  it("asks people who have one for a code, refuses a wrong one and leads on with a right one", async () => {
    await giveSecondFactor(context, owner?.email ?? "");
    await page.goto(`${url}/account/step-up?next=/w`);
    await page.getByLabel("Code of your app, or a recovery code").fill("000000");
    await page.getByRole("button", { name: "Confirm" }).click();
    await page.getByText("This code is not right").waitFor();
    await giveSecondFactor(context, owner?.email ?? "");
  });

  it("is for people who are signed in", async () => {
    const stranger = await browser.newContext();
    const answer = await stranger.request.get(`${url}/account/step-up`, { maxRedirects: 0 });
    expect(answer.status()).toBe(307);
    expect(answer.headers()["location"]).toContain("/sign-in");
    await stranger.close();
  });
});
