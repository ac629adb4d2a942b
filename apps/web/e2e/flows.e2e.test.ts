import type { Browser, BrowserContext, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { axeFindings, complaintsOf, openBrowser, signInAs } from "./testing/browser.ts";
import { instance } from "./testing/instance.ts";

const { url, owners } = instance();
let browser: Browser;
let context: BrowserContext;
let page: Page;
let workspace = "";
let complaints: string[] = [];

beforeAll(async () => {
  browser = await openBrowser();
  context = await browser.newContext({ viewport: { width: 1440, height: 900 }, reducedMotion: "reduce" });
  workspace = await signInAs(context, owners[0]?.url ?? "");
  page = await context.newPage();
  complaints = complaintsOf(page);
});

afterAll(() => browser.close());

const open = (path: string) => page.goto(`${url}${workspace}/s/all/${path}`);
const button = (name: string | RegExp) => page.getByRole("button", { name });
const backtest = () => page.getByRole("region", { name: "Backtest" });

describe("a flow", () => {
  it("starts from the gallery as a draft, and is tried on real orders at once", async () => {
    await open("flows");
    await button("New flow").click();
    await button("Use Thirteen days, no trouble").click();
    await page.waitForURL(/\/flows\/[0-9a-f-]{36}/);
    await page.getByRole("heading", { level: 1, name: "Thirteen days, no trouble" }).waitFor();
    await backtest().getByText("would have got a message").waitFor();
    expect(await axeFindings(page)).toEqual([]);
  }, 60_000);

  it("is edited as a sentence; a condition that nothing meets is told at its place", async () => {
    await page.getByLabel("Days to wait").fill("10");
    await page.getByLabel("What is looked at").first().selectOption("sku");
    await page.getByLabel("Value").first().fill("NO-SUCH-SKU");
    await backtest().getByText("No order matches").waitFor();
    await page.getByLabel("Value").first().fill("");
    await backtest().getByText("Write something here.").waitFor();
    await page.getByLabel("What is looked at").first().selectOption("refunded");
    await backtest().getByText("would have got a message").waitFor();
    await button("Save version 2").click();
    await page.getByText("Version 2 is saved").waitFor();
  }, 60_000);

  it("is switched on after the orders in question were counted, and paused with an undo", async () => {
    await button("Switch on version 2").click();
    await page.getByText("would get a message").waitFor();
    await button("Switch on").last().click();
    await page.getByText("Version 2 is on.").waitFor();
    await button("Pause").click();
    await page.getByRole("dialog").getByRole("button", { name: "Pause flow" }).click();
    await page.getByText("The flow is paused.").waitFor();
    await button("Undo").click();
    await page.getByText("The flow goes on.").waitFor();
  }, 60_000);
});

it("a brake says what it holds before it is set, and is lifted again", async () => {
  await open("flows");
  await button("Set a brake").click();
  await page.getByLabel("SKU or ASIN").fill("NO-SUCH-SKU");
  await page.getByLabel("Why").fill("A recall");
  await page.getByText("0 planned messages of").waitFor();
  await page.getByRole("dialog").getByRole("button", { name: "Set the brake" }).click();
  await page.getByText("Stopped: NO-SUCH-SKU").first().waitFor();
  await button("Lift: Stopped: NO-SUCH-SKU").click();
  await page.getByText("Stopped: NO-SUCH-SKU, lifted").waitFor();
}, 60_000);

it("everything is paused where one notices, with a reason, and lifted there", async () => {
  await open("overview");
  await button("Pause all").click();
  await page.getByLabel("Why").fill("A recall");
  await page.getByText(/planned messages? of/).waitFor();
  await page.getByRole("dialog").getByRole("button", { name: "Set the brake" }).click();
  const strip = page.getByRole("region", { name: "Brakes that are on" });
  await strip.getByText("A recall").waitFor();
  expect(await axeFindings(page)).toEqual([]);
  await strip.getByRole("button", { name: "Lift: Paused" }).click();
  await strip.waitFor({ state: "detached" });
  await page.keyboard.press("Control+k");
  await page.getByRole("combobox").fill("Thirteen days");
  await page.getByRole("option", { name: /Thirteen days, no trouble/ }).click();
  await page.waitForURL(/\/flows\/[0-9a-f-]{36}/);
}, 60_000);

it("a template is judged while one types, and a blocked version does not serve", async () => {
  await open("templates");
  await button("New template").click();
  await page.getByLabel("Purpose").selectOption("review_request");
  await page.getByLabel("Show in").selectOption("tr");
  expect(await axeFindings(page)).toEqual([]);
  await button("Use Seller feedback").click();
  await page.waitForURL(/\/templates\/[0-9a-f-]{36}/);
  await page.getByText("Nothing found. This text may go out.").waitFor();
  const editor = page.getByRole("textbox", { name: "Text of the message" });
  await editor.click();
  await page.keyboard.press("Control+End");
  await page.keyboard.type("<p>Leave a review and get a gift card.</p>");
  await page.getByRole("list", { name: "Findings" }).getByText("PROH-04").first().waitFor();
  expect(await axeFindings(page)).toEqual([]);
  await button("Save version 2").click();
  await page.getByText(/Version 2 is kept/).waitFor();
  await page.getByText("Version 2", { exact: true }).waitFor();
  expect(complaints).toEqual([]);
}, 60_000);
