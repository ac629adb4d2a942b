import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { aheadAtStripe, type BilledWorkspace, newWorkspace, reachBuyers } from "./testing/billed-workspace.ts";
import { axeFindings, openBrowser } from "./testing/browser.ts";
import { instance } from "./testing/instance.ts";

const { url } = instance();
const PAYS = "4242 4242 4242 4242";
const DECLINED = "4000 0000 0000 0002";
const FAILS_LATER = "4000 0000 0000 0341";
const ASKS_BANK = "4000 0027 6000 3184";
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
    await payAtStripe(DECLINED, "Subscribe");
    await page.getByRole("alert").getByText("Your card was declined.").waitFor();
    await page.getByLabel("Tax id of your business").fill("IE6388047V");
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
    const cells = await dialog().getByRole("table").getByRole("cell").allInnerTexts();
    const [charged, ...lines] = cells
      .map((cell) => Math.round(Number(cell.replaceAll(/[^\d.-]/g, "")) * 100))
      .toReversed();
    // What is left of the old plan comes off the new one; the sum is what the button says.
    expect(lines.some((line) => line < 0)).toBe(true);
    expect(lines.reduce((sum, line) => sum + line, 0)).toBe(charged);
    expect(charged).toBe(Math.round(Number(amount) * 100));
    await pay.click();
    await stands(/^Growth, billed a month/);
    await page.getByRole("button", { name: "Show invoices" }).click();
    await page.getByText(`$${amount}`).first().waitFor();
  });

  it("shows what the year costs, less what is left of the month", async () => {
    await page.getByRole("link", { name: "Yearly, two months free" }).click();
    await page.getByRole("button", { name: "Choose Growth" }).click();
    const amount = /[\d.]+/.exec(
      await dialog()
        .getByRole("button", { name: /^Pay .* and change$/ })
        .innerText(),
    )?.[0];
    expect(Number(amount)).toBeLessThan(590);
    expect(Number(amount)).toBeGreaterThan(500);
    await dialog().getByRole("button", { name: "Keep Growth" }).click();
  });

  it("begins a smaller plan with the next period, and stays after all", async () => {
    await page.goto(billing());
    await page.getByRole("button", { name: "Choose Starter" }).click();
    await dialog()
      .getByText(/nothing changes and nothing is charged/)
      .waitFor();
    await dialog().getByRole("button", { name: "Change", exact: true }).click();
    await stands(/^Growth until .*, then Starter/);
    await page.getByRole("button", { name: "Stay on the plan" }).click();
    await stands(/^Growth, billed a month/);
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

  it("and paying resumes it, with the bank's confirmation", async () => {
    await banner().getByRole("link").click();
    await payAtStripe(ASKS_BANK, "Pay");
    await page.getByRole("button", { name: "Confirm as the bank asks" }).click();
    await page.getByText("State: paid").waitFor();
    await page.goto(billing());
    await stands(/^Growth, billed a month/);
    await page.goto(billing());
    await banner().waitFor({ state: "detached" });
  });
});
