import type { Browser, BrowserContext, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { axeFindings, complaintsOf, openBrowser, signInAs } from "./testing/browser.ts";
import { instance } from "./testing/instance.ts";
import { type LoopOrders, putLoopOrders } from "./testing/loop-orders.ts";
import { noticeAddress, sendNotice } from "./testing/notice-mail.ts";

const { url, owners } = instance();
const PATIENT = { timeout: 60_000 };
const QUESTION = "The flat number is missing from your address. Which one is it?";

let browser: Browser;
let context: BrowserContext;
let page: Page;
let workspace = "";
let orders: LoopOrders;
let complaints: string[] = [];

beforeAll(async () => {
  browser = await openBrowser();
  context = await browser.newContext({ viewport: { width: 1440, height: 900 } });
  workspace = await signInAs(context, owners[0]?.url ?? "");
  page = await context.newPage();
  complaints = complaintsOf(page);
  orders = await putLoopOrders();
}, 120_000);

afterAll(() => browser.close());

const open = (path: string) => page.goto(`${url}${workspace}/s/all/${path}`);
const history = () => page.getByRole("list", { name: "Typed messages" }).getByRole("listitem");

/** The order's page, once sync has brought it. */
async function openOrder(orderId: string): Promise<void> {
  const row = page.locator("tbody tr").getByRole("link", { name: orderId });
  await expect
    .poll(
      async () => {
        await open(`orders?q=${orderId}`);
        await page.getByRole("heading", { name: "Orders" }).waitFor();
        return row.count();
      },
      { ...PATIENT, interval: 2_000 },
    )
    .toBe(1);
  await row.click();
  await page.getByRole("heading", { name: "Time line" }).waitFor();
}

/** From the order's page to what Amazon allows for it. */
async function writeAbout(orderId: string): Promise<void> {
  await openOrder(orderId);
  await page.getByRole("link", { name: "Write critical message" }).click();
  await page.getByText(/Amazon answered/).waitFor(PATIENT);
}

const choose = (purpose: RegExp) => page.getByRole("radio", { name: purpose }).check();
const send = () => page.getByRole("button", { name: "Send through Amazon" }).click(PATIENT);

describe("the loop", () => {
  it("a message goes out", async () => {
    await writeAbout(orders.arrived);
    await choose(/^Invoice/);
    const file = { name: "invoice.pdf", mimeType: "application/pdf", buffer: Buffer.from("%PDF-1.4 invoice") };
    await page.getByLabel(/Attachments/).setInputFiles(file);
    await page.getByRole("button", { name: "Leave out invoice.pdf" }).waitFor();
    await send();
    await history().filter({ hasText: orders.arrived }).getByText("Sent").waitFor(PATIENT);
  });

  it("its notice comes in, and the buyer's next order says why nothing is sent", async () => {
    await openOrder(orders.planned);
    const to = await noticeAddress(await usStore());
    await sendNotice({ to, orderId: orders.arrived, signed: true });
    await page
      .getByText(/The buyer refused seller messages; we learnt it on/)
      .first()
      .waitFor(PATIENT);
    expect(await page.locator("main").innerText()).toMatch(/Refused by rule/);
    await openOrder(orders.arrived);
    await page.getByText("Refused by the buyer").first().waitFor();
  });

  it("what is not critical is closed to the buyer, with the reason", async () => {
    await writeAbout(orders.unshipped);
    await page.getByText("Buyer opted out").waitFor();
    const closed = page.getByRole("listitem").filter({ hasText: "Invoice" });
    expect(await closed.first().innerText()).toMatch(/The buyer refused seller messages/);
    expect(await axeFindings(page)).toEqual([]);
  });

  it("a review request hidden in a critical question is stopped, with the rule named", async () => {
    await choose(/^Address issue/);
    await page.getByLabel("Text").fill(`${QUESTION} And please leave us a five star review.`);
    await page.getByRole("list", { name: "Findings" }).getByText("CRIT-04").waitFor();
    await expect.poll(() => page.getByRole("button", { name: "Send through Amazon" }).isDisabled()).toBe(true);
  });

  it("the critical question itself goes through, and the ledger says what it passes", async () => {
    await page.getByLabel("Text").fill(QUESTION);
    await send();
    await history().filter({ hasText: orders.unshipped }).getByText("Sent").waitFor(PATIENT);
    await openOrder(orders.unshipped);
    const text = await page.locator("main").innerText();
    expect(text).toMatch(/Typed message/);
    await page
      .getByText(/rules? · pack/)
      .last()
      .click();
    await page
      .getByText(/passes|Noted/)
      .first()
      .waitFor();
  });

  it("what Amazon's API cannot carry becomes a task with its link, and is done", async () => {
    await writeAbout(orders.arrived);
    await choose(/^Return question/);
    const link = page.getByRole("link", { name: /^Open in Seller Central/ });
    expect(await link.getAttribute("href")).toBe(`https://sellercentral.amazon.com/orders-v3/order/${orders.arrived}`);
    await page.getByRole("button", { name: "Note a task" }).click();
    await page.getByText("Task noted: return question").waitFor();
    await open("critical?show=tasks");
    const task = page.getByRole("list", { name: "Tasks" }).getByRole("listitem").filter({ hasText: orders.arrived });
    await task.getByText("To do").waitFor();
    await task.getByRole("button", { name: /^Done/ }).click();
    await task.getByText("Done", { exact: true }).waitFor();
  });

  it("several orders are a list in which each is decided on its own", async () => {
    const elsewhere = "114-0000000-0000001";
    await open("critical?several=yes");
    await page.getByLabel(/Order ids/).fill([orders.unshipped, orders.arrived, elsewhere].join("\n"));
    await page.getByLabel("What it is for").selectOption({ label: "Order problem" });
    await page.getByLabel("Text").fill("The parcel was damaged on its way. May we send it again?");
    await page.getByRole("button", { name: "Look through the list" }).click();
    const rows = page.getByRole("list", { name: "Orders to decide" }).getByRole("listitem");
    const row = (orderId: string) => rows.filter({ hasText: orderId });
    await row(elsewhere).getByText("This order is not here.").waitFor();
    await row(orders.arrived).getByText("Buyer opted out").waitFor();
    const decide = row(orders.arrived).getByRole("button", { name: `Send for order ${orders.arrived}` });
    await decide.click(PATIENT);
    await row(orders.arrived)
      .getByText(/On its way/)
      .waitFor(PATIENT);
    // The other order waits for its own decision.
    expect(
      await row(orders.unshipped)
        .getByText(/On its way/)
        .count(),
    ).toBe(0);
  });

  it("made no page complain", () => {
    expect(complaints).toEqual([]);
  });
});

async function usStore(): Promise<string> {
  const input = encodeURIComponent(JSON.stringify({ json: { workspace: workspace.split("/").at(-1) } }));
  const answer = await context.request.get(`${url}/api/trpc/store.list?input=${input}`);
  const { result } = (await answer.json()) as { result: { data: { json: { id: string; region: string }[] } } };
  return result.data.json.find(({ region }) => region === "NA")?.id ?? "";
}
