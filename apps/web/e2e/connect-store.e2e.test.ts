import type { Browser, BrowserContext, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { axeFindings, complaintsOf, openBrowser, signInAs } from "./testing/browser.ts";
import { connectStore } from "./testing/connect-store.ts";
import { instance } from "./testing/instance.ts";
import { linkTo } from "./testing/mailbox.ts";
import { giveSecondFactor } from "./testing/second-factor.ts";

const { url, owners } = instance();
const owner = owners[1];
const SERVICE = `service-${Date.now().toString(36)}@hikari.example`;
const JAPAN = "A1VC38T7YXB528";
const ARRIVAL_MS = 60_000;
let browser: Browser;
let context: BrowserContext;
let page: Page;
let workspace = "";
let complaints: string[] = [];

beforeAll(async () => {
  browser = await openBrowser();
  context = await browser.newContext();
  workspace = await signInAs(context, owner?.url ?? "");
  await giveSecondFactor(context, owner?.email ?? "");
  page = await context.newPage();
  complaints = complaintsOf(page);
});

afterAll(() => browser.close());

/** Whoever reads that mailbox needs no account here. */
async function confirmAs(address: string): Promise<void> {
  const stranger = await browser.newContext();
  const mailbox = await stranger.newPage();
  await mailbox.goto(await linkTo(address, "/confirm-address"));
  await mailbox.getByRole("button", { name: "Yes, forward them here" }).click();
  await mailbox.getByRole("heading", { level: 1 }).filter({ hasNotText: "Receive buyers' answers here?" }).waitFor();
  await stranger.close();
}

const sendTests = async () => {
  for (const button of await page.getByRole("button", { name: "Send a test" }).all()) await button.click();
  await page.getByText("The test arrived.").waitFor({ timeout: ARRIVAL_MS });
};

describe("setting up a store", () => {
  it("leads to Amazon's consent and back with the store connected", async () => {
    await connectStore(page, { workspace, marketplaceId: JAPAN, seller: "Hikari Stationery" });
  });

  it("turns green when our own test mails arrive at the sender and the notice address", async () => {
    await page.goto(`${url}${workspace}/onboarding`);
    await page.getByRole("heading", { name: "Set up Hikari Stationery" }).waitFor();
    await sendTests();
    await page.getByRole("button", { name: "Go on" }).click();
    await page.getByText("Buyer Opt-Out").waitFor();
    await sendTests();
    expect(await axeFindings(page)).toEqual([]);
  });

  it("ends with a first flow whose counts come from the orders that are here", async () => {
    await page.getByRole("button", { name: "Go on" }).click();
    await page.getByText("Would be asked").first().waitFor();
    await page.getByRole("button", { name: "Confirm the flow and leave the dry run" }).click();
    await page.getByRole("heading", { name: "Hikari Stationery is set up" }).waitFor();
    await page.getByText("Not proven yet").waitFor();
  });

  it("lets an admin set the daily cap, and bring in orders of the past with a pause", async () => {
    await page.goto(`${url}${workspace}/stores`);
    await page.getByRole("link", { name: "Hikari Stationery" }).first().click();
    const cap = page.getByRole("region", { name: "Messages a day" });
    await cap.getByLabel("Cap of your own").fill("25");
    await cap.getByRole("button", { name: "Save" }).click();
    await cap.getByText("of 25").waitFor();
    const past = page.getByRole("region", { name: "Orders of the past" });
    await past.getByRole("button", { name: "Start" }).click();
    await past.getByRole("button", { name: "Pause" }).click();
    await past.getByText("paused, as far as").waitFor();
    await past.getByRole("button", { name: "Resume" }).click();
    await past.getByText("coming in").waitFor();
    expect(await axeFindings(page)).toEqual([]);
  });

  it("writes by e-mail only after the customer-service address was confirmed by its reader", async () => {
    await page.goto(`${url}${workspace}/stores`);
    await page.getByRole("link", { name: "Hikari Stationery", exact: true }).first().click();
    const lane = page.getByRole("region", { name: "Review requests by e-mail" });
    await lane.getByRole("button", { name: "Switch on" }).click();
    await page.getByRole("dialog").getByRole("button", { name: "Switch on" }).click();
    await page.getByRole("dialog").getByText("confirm a customer-service address first").waitFor();
    await page.keyboard.press("Escape");
    const service = page.getByRole("region", { name: "Customer-service address" });
    await service.getByLabel("E-mail address").fill(SERVICE);
    await service.getByRole("button", { name: "Send the link" }).click();
    await confirmAs(SERVICE);
    await page.reload();
    await service.getByText("Confirmed", { exact: true }).waitFor();
    await lane.getByRole("button", { name: "Switch on" }).click();
    await page.getByRole("dialog").getByRole("button", { name: "Switch on" }).click();
    await lane.getByText("On. The first e-mail goes alone").waitFor();
    expect(await axeFindings(page)).toEqual([]);
  });

  it("refuses a way back that nobody began, and says how to go on", async () => {
    await page.goto(`${url}/oauth/amazon/callback?state=forged&selling_partner_id=A3HIKARISTAT00&spapi_oauth_code=x`);
    await page.getByRole("heading", { name: "We did not ask for this authorisation" }).waitFor();
    const answer = await context.request.get(`${url}/oauth/amazon/callback`, { maxRedirects: 0 });
    expect(answer.headers()["referrer-policy"]).toBe("no-referrer");
    expect(answer.headers()["location"]).toContain("/oauth/amazon/failed?why=state_missing");
  });

  it("runs without a complaint of the browser about our pages", () => {
    expect(complaints.filter((words) => !words.includes("404"))).toEqual([]);
  });
});
