import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { aheadAtStripe, type BilledWorkspace, newWorkspace, reachBuyers } from "./testing/billed-workspace.ts";
import { axeFindings, openBrowser } from "./testing/browser.ts";
import { instance } from "./testing/instance.ts";

const { url } = instance();
const PAYS = "4242 4242 4242 4242";
const FAILS_LATER = "4000 0000 0000 0341";
let browser: Browser;
let page: Page;
let workspace: BilledWorkspace;

beforeAll(async () => {
  [browser, workspace] = await Promise.all([openBrowser(), newWorkspace()]);
  const context = await browser.newContext({ viewport: { width: 1440, height: 1000 } });
  await context.addCookies([{ name: "next-auth.session-token", value: workspace.token, url, httpOnly: true }]);
  page = await context.newPage();
});

afterAll(() => browser.close());

const billing = () => `${url}/w/${workspace.slug}/billing`;

/** The plan's panel says so. */
const stands = (words: RegExp) => page.getByRole("region", { name: "Plan", exact: true }).getByText(words).waitFor();

const dialog = () => page.getByRole("dialog");

/** On one of Stripe's pages. */
async function payAtStripe(card: string, button: string): Promise<void> {
  await page.getByLabel("Card number").fill(card);
  await page.getByRole("button", { name: button }).click();
}

describe("from the trial to a larger plan, away and back", () => {
  it("begins with a trial that needs no card", async () => {
    await page.goto(billing());
    await stands(/Trial with the features of Growth/);
  });

  it("subscribes on Stripe's page", async () => {
    await page.getByRole("button", { name: "Choose Starter" }).click();
    await dialog().getByRole("button", { name: "Go on to Stripe" }).click();
    await payAtStripe(PAYS, "Subscribe");
    await page.waitForURL(/\/billing/);
    await stands(/^Starter, billed a month/);
  });

  it("shows what goes beyond the plan, and what each plan would have cost", async () => {
    await reachBuyers(workspace, 1_010);
    await page.goto(billing());
    await page.getByText("10 beyond what the plan includes are billed.").waitFor();
    expect(await page.getByRole("article", { name: "Starter" }).innerText()).toContain("19.25");
    expect(await page.getByRole("article", { name: "Free" }).innerText()).toContain("sending would have stopped");
  });

  it("upgrades for exactly what the preview says", async () => {
    await page.getByRole("button", { name: "Choose Growth" }).click();
    const pay = dialog().getByRole("button", { name: /^Pay .* and change$/ });
    await pay.waitFor();
    const amount = /[\d.]+/.exec(await pay.innerText())?.[0] ?? "none";
    await pay.click();
    await stands(/^Growth, billed a month/);
    await page.getByRole("button", { name: "Show invoices" }).click();
    await page.getByText(`$${amount}`).first().waitFor();
  });

  it("is cancelled with a reason, and kept after all", async () => {
    await page.getByRole("button", { name: "Cancel subscription" }).click();
    await dialog().getByLabel("It costs too much").check();
    await dialog().getByRole("button", { name: "Cancel subscription" }).click();
    await stands(/^Growth ends on/);
    await page.getByRole("button", { name: "Keep the subscription" }).click();
    await stands(/^Growth, billed a month/);
  });

  it.each(["light", "dark"] as const)("has no finding of axe, %s", async (colorScheme) => {
    await page.emulateMedia({ colorScheme, reducedMotion: "reduce" });
    await page.goto(billing());
    await stands(/^Growth, billed a month/);
    expect(await axeFindings(page)).toEqual([]);
  });
});

describe("a card that fails", () => {
  const banner = () => page.getByRole("alert").filter({ hasText: /payment|paused/i });

  /** Stripe's event comes by itself; each look waits for the page to have asked, however slow the machine is. */
  async function bannerSays(words: RegExp): Promise<void> {
    for (let looks = 0; looks < 12; looks += 1) {
      await page.goto(billing());
      const said = banner().getByText(words).waitFor({ timeout: 3_000 });
      if (await said.then(() => true).catch(() => false)) return;
    }
    throw new Error(`No banner says ${words}.`);
  }

  it("is put in at Stripe's portal", async () => {
    await page.goto(billing());
    await page.getByRole("button", { name: "Card, address and tax id" }).click();
    await payAtStripe(FAILS_LATER, "Save card");
    await page.waitForURL(/\/billing/);
  });

  it("leads to days of grace, told on every page", async () => {
    await aheadAtStripe(32);
    await bannerSays(/The last payment failed/);
    await page.goto(`${url}/w/${workspace.slug}/s/all/orders`);
    await banner().waitFor();
  });

  it("then pauses sending", async () => {
    await aheadAtStripe(8);
    await bannerSays(/sending is paused/);
    await stands(/Nothing is deleted/);
  });

  it("and paying resumes it", async () => {
    await banner().getByRole("link").click();
    await payAtStripe(PAYS, "Pay");
    await page.getByText("State: paid").waitFor();
    await page.goto(billing());
    await stands(/^Growth, billed a month/);
    await page.goto(billing());
    await banner().waitFor({ state: "detached" });
  });
});
