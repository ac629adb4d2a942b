import { existsSync, readFileSync } from "node:fs";
import { cleanName } from "@heed/core/tenant/name";
import type { Browser, BrowserContext, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { axeFindings, complaintsOf, openBrowser, signInAs } from "./testing/browser.ts";
import { connectStore } from "./testing/connect-store.ts";
import { instance } from "./testing/instance.ts";
import { linkTo } from "./testing/mailbox.ts";
import { callApi, giveSecondFactor } from "./testing/second-factor.ts";
import { signInByMail, signUp } from "./testing/sign-up.ts";

const { url, sandboxUrl, owners } = instance();
const seller = owners[0];
const US = { marketplaceId: "ATVPDKIKX0DER", seller: "Maple Ridge Outfitters" };
const GERMANY = { seller: "Brise Atelier", host: "sellercentral-europe.amazon.com" };
const STRINGS = new URL("../../../../shared/corpus/strings/blns.json", import.meta.url);
const stamp = Date.now().toString(36);
const FOUNDER = `founder-${stamp}@agency.example`;
const COLLEAGUE = `colleague-${stamp}@agency.example`;
const SELLERS_STORE = "North Pier Goods US";

interface Person {
  readonly context: BrowserContext;
  readonly page: Page;
}

let browser: Browser;
let founder: Person;
let colleague: Person;
let owner: Person;
let agency = "";
let sellers = "";
let complaints: string[] = [];

const person = async (): Promise<Person> => {
  const context = await browser.newContext({ reducedMotion: "reduce" });
  return { context, page: await context.newPage() };
};

beforeAll(async () => {
  browser = await openBrowser();
  founder = await person();
  colleague = await person();
  owner = await person();
  complaints = complaintsOf(founder.page);
  sellers = await signInAs(owner.context, seller?.url ?? "");
});

afterAll(() => browser.close());

const statusOf = async ({ context }: Person, path: string): Promise<number> =>
  (await context.request.get(`${url}${path}`, { maxRedirects: 0 })).status();

const idOf = async (store: string): Promise<string> => {
  const href = await founder.page.getByRole("link", { name: store, exact: true }).first().getAttribute("href");
  return href?.split("/").at(-1) ?? "";
};

/** In a dialog that lists the stores: this one only. */
const limitTo = async (page: Page, store: string) => {
  const dialog = page.getByRole("dialog");
  await dialog.getByLabel("All stores, those of later too").uncheck();
  await dialog.getByLabel(store, { exact: true }).check();
  return dialog;
};

describe("an agency", () => {
  it("is made by a new person, signed up by the link from the mail", async () => {
    const { page } = founder;
    await signUp(page, FOUNDER);
    await page.getByLabel("Name").fill(`Agency ${stamp}`);
    await page.getByRole("radio", { name: /Agency/ }).check();
    await page.getByRole("button", { name: "Make workspace" }).click();
    await page.waitForURL(/\/onboarding$/);
    agency = new URL(page.url()).pathname.replace("/onboarding", "");
    await giveSecondFactor(founder.context, FOUNDER);
  });

  it("connects two stores, one from here and one that begins in Amazon's Appstore", async () => {
    const { page } = founder;
    await connectStore(page, { workspace: agency, ...US });
    await page.goto(`${sandboxUrl}/seller-central/${GERMANY.host}/selling-partner-appstore/heed`);
    await page.getByLabel(GERMANY.seller).check();
    await page.getByRole("button", { name: "Authorize Now" }).click();
    await page.getByRole("heading", { name: "Connect your Amazon account" }).waitFor();
    await page.getByLabel(`Agency ${stamp}`).check();
    await page.getByRole("button", { name: "Go on to Amazon" }).click();
    await page.waitForURL((address) => address.pathname.startsWith(agency));
    await page.goto(`${url}${agency}/stores`);
    for (const { seller: name } of [US, GERMANY]) await page.getByRole("cell", { name }).waitFor();
  });

  it("invites a colleague who is limited to one of them, and who sees that one only", async () => {
    const [hidden, shown] = [await idOf(US.seller), await idOf(GERMANY.seller)];
    await invite();
    const { page } = colleague;
    await page.goto(await linkTo(COLLEAGUE, "/invite/"));
    await signInByMail(page, COLLEAGUE);
    await page.getByRole("button", { name: "Join" }).click();
    await page.waitForURL(/\/overview$/);
    await page.goto(`${url}${agency}/stores`);
    await page.getByRole("cell", { name: GERMANY.seller }).waitFor();
    expect(await page.getByText(US.seller).count()).toBe(0);
    expect(await statusOf(colleague, `${agency}/s/${shown}/orders`)).toBe(200);
    expect(await statusOf(colleague, `${agency}/s/${hidden}/orders`)).toBe(404);
    expect(await statusOf(colleague, `${agency}/stores/${hidden}`)).toBe(404);
  });
});

async function invite(): Promise<void> {
  const { page } = founder;
  await page.goto(`${url}${agency}/team`);
  await page.getByRole("button", { name: "Invite" }).click();
  await page.getByRole("dialog").getByLabel("E-mail address").fill(COLLEAGUE);
  await (await limitTo(page, GERMANY.seller)).getByRole("button", { name: "Send invitation" }).click();
  await page.getByText("Invitation sent").waitFor();
}

describe("a seller", () => {
  it("lets the agency into a store", async () => {
    const { page } = owner;
    await giveSecondFactor(owner.context, seller?.email ?? "");
    await page.goto(`${url}${sellers}/team`);
    await page.getByRole("button", { name: "Let an agency in" }).click();
    await page.getByRole("dialog").getByLabel("Address of somebody at the agency").fill(FOUNDER);
    await (await limitTo(page, SELLERS_STORE)).getByRole("button", { name: "Send offer" }).click();
    await page.getByText("Offer sent").waitFor();
  });

  it("is among the agency's clients once the agency has accepted", async () => {
    const { page } = founder;
    expect(await statusOf(founder, `${sellers}/s/all/orders`)).toBe(404);
    await page.goto(await linkTo(FOUNDER, "/grant/"));
    await page.getByRole("button", { name: "Accept" }).click();
    await page.waitForURL(/\/clients$/);
    await page.getByText(SELLERS_STORE).first().waitFor();
    await page.getByRole("button", { name: /^Give back access to/ }).click();
    await page.getByRole("dialog").getByRole("button", { name: "Cancel" }).click();
    for (const colorScheme of ["light", "dark"] as const) {
      await page.emulateMedia({ colorScheme });
      expect(await axeFindings(page)).toEqual([]);
    }
    await page.setViewportSize({ width: 390, height: 844 });
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(390);
    await page.setViewportSize({ width: 1280, height: 720 });
    await page.goto(`${url}${sellers}/s/all/orders`);
    await page.getByRole("heading", { name: "Orders", level: 1 }).waitFor();
    expect(complaints.filter((words) => !words.includes("404"))).toEqual([]);
  });

  it.skipIf(!existsSync(STRINGS))(
    "calls clients what it wants, and the page shows it to be read (else shared-missing)",
    async () => {
      const { page } = colleague;
      const strings = JSON.parse(readFileSync(STRINGS, "utf8")) as readonly string[];
      const wanted = strings.filter(
        (text, n) => cleanName(text) !== null && (n % 25 === 0 || /<script|<img/i.test(text)),
      );
      const names = [...new Set(wanted.map((text) => cleanName(text) ?? ""))].slice(0, 40);
      for (const name of names) await callApi(founder.context, "client.create", { workspace: agency.slice(3), name });
      const dialogs: string[] = [];
      page.on("dialog", (dialog) => {
        dialogs.push(dialog.message());
        void dialog.dismiss();
      });
      const seen = complaintsOf(page);
      await page.goto(`${url}${agency}/clients`);
      await page.getByRole("heading", { name: "Clients", level: 1 }).waitFor();
      const shown = await page.getByRole("heading", { level: 2 }).allTextContents();
      for (const name of names) expect(shown).toContain(name);
      expect([dialogs, seen]).toEqual([[], []]);
    },
  );

  it("takes it back, and the agency's open page is gone at once", async () => {
    const { page } = owner;
    await page.reload();
    await page
      .getByRole("listitem")
      .filter({ hasText: `Agency ${stamp}` })
      .getByRole("button", { name: "Take back" })
      .click();
    await page.getByRole("dialog").getByRole("button", { name: "Take back" }).click();
    await page.getByText("Access taken back").waitFor();
    await founder.page.getByRole("heading", { name: "There is nothing", level: 1 }).waitFor();
    expect(await statusOf(founder, `${sellers}/s/all/orders`)).toBe(404);
  });
});
