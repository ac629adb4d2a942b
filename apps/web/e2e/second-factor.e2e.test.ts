import type { Browser, BrowserContext, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { axeFindings, complaintsOf, openBrowser } from "./testing/browser.ts";
import { instance } from "./testing/instance.ts";
import { linkTo } from "./testing/mailbox.ts";
import { giveSecondFactor } from "./testing/second-factor.ts";
import { signInByMail, signUp } from "./testing/sign-up.ts";

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

/** A telephone or laptop that keeps passkeys, as Chromium plays it; it belongs to the page. */
async function haveAuthenticator(of: Page): Promise<void> {
  const session = await of.context().newCDPSession(of);
  await session.send("WebAuthn.enable");
  await session.send("WebAuthn.addVirtualAuthenticator", {
    options: {
      protocol: "ctap2",
      transport: "internal",
      hasUserVerification: true,
      isUserVerified: true,
      automaticPresenceSimulation: true,
    },
  });
}

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

  it("takes a passkey, made and used with the browser's own authenticator", async () => {
    await haveAuthenticator(page);
    await giveSecondFactor(context, EMAIL);
    await page.goto(`${url}/account/security`);
    const complaints = complaintsOf(page);
    await page.getByRole("button", { name: "Add a passkey" }).click();
    await page.getByLabel("What to call it").fill("Work laptop");
    await page.getByRole("button", { name: "Create passkey" }).click();
    await page.getByText("Work laptop").waitFor();
    expect(await axeFindings(page)).toEqual([]);
    expect(await linkTo(EMAIL, "/account/security")).toBe(`${url}/account/security`);
    await page.goto(`${url}/account/step-up?next=/account/profile`);
    await page.getByRole("button", { name: "Use a passkey" }).click();
    await page.waitForURL(`${url}/account/profile`);
    expect(complaints).toEqual([]);
  });

  it("takes a passkey at the next sign-in too; renamed and removed it is gone", async () => {
    await context.clearCookies();
    await page.goto(`${url}/sign-in?next=/account/security`);
    await signInByMail(page, EMAIL);
    await page.getByRole("button", { name: "Rename Work laptop" }).click();
    await page.getByRole("dialog", { name: "Rename Work laptop" }).getByLabel("Name").fill("Old laptop");
    await page.getByRole("button", { name: "Save" }).click();
    await page.getByRole("button", { name: "Use a passkey" }).click();
    await page.getByRole("button", { name: "Remove Old laptop" }).click();
    await page.getByRole("dialog").getByRole("button", { name: "Remove" }).click();
    await page.getByText("Old laptop", { exact: true }).waitFor({ state: "detached" });
  });

  it("is for people who are signed in", async () => {
    const stranger = await browser.newContext();
    const answer = await stranger.request.get(`${url}/account/step-up`, { maxRedirects: 0 });
    expect(answer.status()).toBe(307);
    expect(answer.headers()["location"]).toContain("/sign-in");
    await stranger.close();
  });
});
