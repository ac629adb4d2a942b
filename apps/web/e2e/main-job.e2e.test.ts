import { readFile } from "node:fs/promises";
import type { Browser, BrowserContext, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { complaintsOf, openBrowser, signInAs } from "./testing/browser.ts";
import { instance } from "./testing/instance.ts";
import { noticeAddress, sendNotice } from "./testing/notice-mail.ts";
import { giveSecondFactor } from "./testing/second-factor.ts";

const { url, owners } = instance();
let browser: Browser;
let context: BrowserContext;
let page: Page;
let workspace = "";
let complaints: string[] = [];

beforeAll(async () => {
  browser = await openBrowser();
  context = await browser.newContext({ viewport: { width: 1440, height: 900 } });
  workspace = await signInAs(context, owners[0]?.url ?? "");
  page = await context.newPage();
  complaints = complaintsOf(page);
});

afterAll(() => browser.close());

const open = (path: string) => page.goto(`${url}${workspace}/s/all/${path}`);
const rows = () => page.locator("tbody tr");
const orderIdOf = (row: number) => rows().nth(row).getByRole("link").first().innerText();
const panel = () => page.getByRole("dialog");

/** A fresh instance still reads its orders from Amazon; lists are compared once their head stands still. */
async function ordersAreRead(): Promise<void> {
  let before = "";
  await expect
    .poll(
      async () => {
        await open("orders");
        await rows().first().waitFor();
        const now = (await rows().getByRole("link").allInnerTexts()).join(" ");
        const still = now === before;
        before = now;
        return still;
      },
      { timeout: 90_000, interval: 3_000 },
    )
    .toBe(true);
}

describe("the overview", () => {
  it("shows the day, the path of the orders and what is next", async () => {
    await open("overview");
    for (const name of ["Today", "The path of your orders", "Opt-out rate", "Needs you", "Next sends"]) {
      await page.getByRole("region", { name }).waitFor();
    }
    expect(await page.getByRole("region", { name: "The path of your orders" }).innerText()).toMatch(
      /30 days, [\d,]+ orders/,
    );
    expect(await page.title()).toBe("Overview · All stores – Heed");
  });

  it("shows the rate as a table behind a button, or says that no first e-mail has a known fate yet", async () => {
    const table = page.getByRole("button", { name: "View as table" });
    await table.or(page.getByText("No first e-mail has a known fate yet")).first().waitFor();
    if (!(await table.isVisible())) return;
    await table.click();
    await page.getByRole("columnheader").first().waitFor();
  });
});

describe("the orders", () => {
  it("are listed by page, with addresses of their own", async () => {
    await ordersAreRead();
    expect(await rows().count()).toBe(50);
    const first = await orderIdOf(0);
    await page.getByRole("link", { name: "Older" }).click();
    await page.waitForURL(/after=/);
    await expect.poll(() => orderIdOf(0)).not.toBe(first);
    await page.getByRole("link", { name: "Newer" }).click();
    await page.waitForURL(/before=/);
    await expect.poll(() => orderIdOf(0)).toBe(first);
  }, 120_000);

  it("are found by their id", async () => {
    await open("orders");
    const orderId = await orderIdOf(3);
    await page.keyboard.press("/");
    await page.getByRole("searchbox", { name: "Search by order id" }).fill(orderId);
    await page.waitForURL(new RegExp(`q=${orderId}`));
    await expect.poll(() => rows().count()).toBe(1);
  });

  it("open beside the list, with the story and the rules of each decision", async () => {
    await open("orders?state=waiting");
    await rows().first().waitFor();
    await rows().first().locator("td").last().click();
    await panel().getByRole("heading", { name: "Time line" }).waitFor();
    expect(page.url()).toContain("order=");
    await panel()
      .getByText(/\d+ rules? · pack/)
      .first()
      .click();
    await panel().getByText("Facts as the rules saw them").first().waitFor();
    expect(await panel().innerText()).toMatch(/Passed/);
  });

  it("are walked by keyboard, and closing leads back to the list", async () => {
    const before = page.url();
    await page.keyboard.press("j");
    await expect.poll(() => page.url()).not.toBe(before);
    await page.keyboard.press("Escape");
    await expect.poll(() => page.url()).not.toContain("order=");
  });

  it("are saved as CSV, as the filters show them", async () => {
    await giveSecondFactor(context, owners[0]?.email ?? "");
    const saved = page.waitForEvent("download");
    await page.getByRole("button", { name: "Export CSV" }).click();
    const text = await readFile(await (await saved).path(), "utf8");
    expect(text.split("\r\n")[1]).toContain(await orderIdOf(0));
    await page.getByText(/orders? exported/).waitFor();
  });

  it("have a page of their own", async () => {
    await rows().first().getByRole("link").first().click();
    await page.waitForURL(/orders\/[0-9a-f-]{36}$/);
    await page.getByRole("heading", { name: "Time line" }).waitFor();
    await expect.poll(() => page.title()).toMatch(/^\S+-\d+-\d+ · Orders · All stores – Heed$/);
  });
});

describe("a notice that comes in", () => {
  let to = "";
  let orderIds: readonly string[] = [];

  beforeAll(async () => {
    to = await noticeAddress(await usStore());
    await open("orders?lane=email&state=waiting");
    await rows().nth(1).waitFor();
    orderIds = [await orderIdOf(0), await orderIdOf(1)];
    await open("opt-outs?notices=all");
    await page.getByRole("region", { name: "Opt-out rate" }).waitFor();
    await page.evaluate("window.stillTheSamePage = true");
  });

  const noticesOf = (orderId: string | undefined) => rows().filter({ hasText: orderId ?? "" });
  const arrives = async (orderId: string | undefined, signed: boolean) => {
    const before = await noticesOf(orderId).count();
    await sendNotice({ to, orderId: orderId ?? "", signed });
    await expect.poll(() => noticesOf(orderId).count(), { timeout: 45_000 }).toBe(before + 1);
    await noticesOf(orderId).first().click();
    await panel().getByText("What Amazon wrote").waitFor();
  };

  it("appears without a reload, with its evidence", async () => {
    await arrives(orderIds[0], true);
    expect(await page.evaluate("window.stillTheSamePage")).toBe(true);
    expect(await panel().innerText()).toMatch(/Verified[\s\S]*Applied[\s\S]*has chosen to opt out/);
    await page.keyboard.press("Escape");
  });

  it("changes nothing when it is forged, and says so", async () => {
    await arrives(orderIds[1], false);
    expect(await panel().innerText()).toMatch(/Forged[\s\S]*Nothing was changed/);
    await page.keyboard.press("Escape");
  });

  it("puts the buyer on the list, and stops the next message with the reason on the order", async () => {
    await page.getByRole("link", { name: "Buyers not to write to" }).click();
    const buyer = rows().filter({ hasText: orderIds[0] ?? "" });
    await buyer.waitFor();
    expect(await buyer.innerText()).toContain("Refused by the buyer");
    await buyer.getByRole("link").click();
    await page.getByRole("heading", { name: "Time line" }).waitFor();
    expect(await page.locator("main").innerText()).toMatch(/Refused by the buyer[\s\S]*do not send/);
  });
});

async function usStore(): Promise<string> {
  const input = encodeURIComponent(JSON.stringify({ json: { workspace: workspace.split("/").at(-1) } }));
  const answer = await context.request.get(`${url}/api/trpc/store.list?input=${input}`);
  const { result } = (await answer.json()) as { result: { data: { json: { id: string; region: string }[] } } };
  return result.data.json.find(({ region }) => region === "NA")?.id ?? "";
}

describe("the command menu", () => {
  it("opens by keyboard and leads to pages and orders", async () => {
    await open("orders");
    const orderId = await orderIdOf(0);
    await open("overview");
    await page.getByRole("region", { name: "Today" }).waitFor();
    await page.keyboard.press("Control+k");
    await page.getByPlaceholder("Order id, store, flow, template or page").fill(orderId);
    await page.getByRole("option", { name: new RegExp(orderId) }).click();
    await page.waitForURL(/orders\/[0-9a-f-]{36}$/);
    await page.getByPlaceholder("Order id, store, flow, template or page").waitFor({ state: "hidden" });
    await page.getByRole("heading", { name: "Time line" }).waitFor();
  });

  it("shows the keys on ?", async () => {
    await page.keyboard.press("?");
    await page.getByRole("dialog", { name: "Keyboard shortcuts" }).waitFor();
    await page.keyboard.press("Escape");
  });
});

describe("another workspace", () => {
  it("does not exist for people who are not in it", async () => {
    const answer = await context.request.get(`${url}/w/${owners[1]?.workspace}/s/all/orders`);
    expect(answer.status()).toBe(404);
    expect(await answer.text()).toContain("There is nothing at this address");
  });
});

describe("the journey", () => {
  it("made no page complain", () => {
    expect(complaints).toEqual([]);
  });
});
