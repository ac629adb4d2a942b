import type { Browser, BrowserContext, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { openBrowser } from "./testing/browser.ts";
import { instance } from "./testing/instance.ts";
import { giveSecondFactor } from "./testing/second-factor.ts";
import { signUp } from "./testing/sign-up.ts";

const { url } = instance();
/** Somebody of whom no other journey makes use: a factor that is set up stays. */
const EMAIL = `factor-${Date.now().toString(36)}@example.com`;
let browser: Browser;
let context: BrowserContext;
let page: Page;

beforeAll(async () => {
  browser = await openBrowser();
  context = await browser.newContext();
  page = await context.newPage();
  await signUp(page, EMAIL);
});

afterAll(() => browser.close());

describe("the page that asks for a second factor", () => {
  it("offers to set one up to people who have none", async () => {
    await page.goto(`${url}/account/step-up?next=/w`);
    await page.getByRole("button", { name: "Set up an authenticator app" }).waitFor();
  });

  it("asks people who have one for a code, refuses a wrong one and leads on with a right one", async () => {
    await giveSecondFactor(context, EMAIL);
    await page.goto(`${url}/account/step-up?next=/w`);
    await page.getByLabel("Code of your app, or a recovery code").fill("000000");
    await page.getByRole("button", { name: "Confirm" }).click();
    await page.getByText("This code is not right").waitFor();
    await giveSecondFactor(context, EMAIL);
  });

  it("is for people who are signed in", async () => {
    const stranger = await browser.newContext();
    const answer = await stranger.request.get(`${url}/account/step-up`, { maxRedirects: 0 });
    expect(answer.status()).toBe(307);
    expect(answer.headers()["location"]).toContain("/sign-in");
    await stranger.close();
  });
});
