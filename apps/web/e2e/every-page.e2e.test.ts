import type { Browser, BrowserContext, BrowserContextOptions, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { axeFindings, openBrowser } from "./testing/browser.ts";
import { instance } from "./testing/instance.ts";

const { url, owners } = instance();
const owner = owners[1];
const THEMES = ["light", "dark"] as const;
let browser: Browser;
let session: Awaited<ReturnType<BrowserContext["storageState"]>>;

beforeAll(async () => {
  browser = await openBrowser();
  const context = await browser.newContext();
  const page = await context.newPage();
  await page.goto(owner?.url ?? "");
  await page.getByRole("button", { name: "Sign in" }).click();
  await page.waitForURL(/\/w\//);
  session = await context.storageState();
  await context.close();
});

afterAll(() => browser.close());

const workspace = `/w/${owner?.workspace}`;
const base = `${workspace}/s/all`;
const PAGES: readonly {
  readonly name: string;
  readonly path: string;
  readonly ready: (page: Page) => Promise<void>;
}[] = [
  { name: "landing", path: "/", ready: (page) => heading(page, "Write to Amazon buyers") },
  { name: "pricing", path: "/pricing", ready: (page) => heading(page, "Pay for messages") },
  { name: "sign-in", path: "/sign-in?next=/w", ready: (page) => heading(page, "") },
  { name: "sign-in error", path: "/sign-in/error?error=Verification", ready: (page) => heading(page, "This link") },
  { name: "overview", path: `${base}/overview`, ready: (page) => heading(page, "Overview") },
  { name: "orders", path: `${base}/orders`, ready: (page) => heading(page, "Orders") },
  { name: "flows", path: `${base}/flows`, ready: (page) => heading(page, "Flows") },
  { name: "templates", path: `${base}/templates`, ready: (page) => heading(page, "Templates") },
  { name: "opt-outs", path: `${base}/opt-outs`, ready: (page) => heading(page, "Opt-outs") },
  { name: "critical", path: `${base}/critical`, ready: (page) => heading(page, "Critical") },
  { name: "notice addresses", path: `${base}/opt-outs?notices=addresses`, ready: (page) => heading(page, "Opt-outs") },
  { name: "insights", path: `${base}/insights`, ready: (page) => heading(page, "Insights") },
  { name: "proof", path: `${base}/insights/proof`, ready: (page) => heading(page, "Proof") },
  { name: "stores", path: `${workspace}/stores`, ready: (page) => heading(page, "Stores") },
  { name: "team", path: `${workspace}/team`, ready: (page) => heading(page, "Team") },
  { name: "audit log", path: `${workspace}/audit`, ready: (page) => heading(page, "Audit log") },
  { name: "billing", path: `${workspace}/billing`, ready: (page) => heading(page, "Billing") },
  { name: "settings", path: `${workspace}/settings`, ready: (page) => heading(page, "Settings") },
  { name: "profile", path: "/account/profile", ready: (page) => heading(page, "Profile") },
  { name: "security", path: "/account/security", ready: (page) => heading(page, "Security") },
  { name: "sessions", path: "/account/sessions", ready: (page) => heading(page, "Sessions") },
  { name: "workspaces", path: "/account/workspaces", ready: (page) => heading(page, "Workspaces") },
  { name: "new workspace", path: "/new-workspace", ready: (page) => heading(page, "") },
  { name: "not found", path: `${base}/nothing-here`, ready: (page) => heading(page, "There is nothing") },
  { name: "mailbox", path: "/sandbox/mail", ready: (page) => heading(page, "Sandbox mailbox") },
];

async function heading(page: Page, text: string): Promise<void> {
  await page.getByRole("heading", { level: 1 }).filter({ hasText: text }).first().waitFor();
}

/** Skeletons fade in and out: what is judged is the page that people read. */
async function settle(page: Page): Promise<void> {
  await page.waitForFunction(() => document.querySelector('[role="status"][aria-label^="Loading"]') === null);
  await page.waitForTimeout(300);
}

/** One context for many pages, each in a tab of its own: the scripts that they share are fetched once. */
function useContext(options: BrowserContextOptions): () => Promise<Page> {
  let context: BrowserContext;
  beforeAll(async () => {
    context = await browser.newContext({ storageState: session, ...options });
  });
  afterAll(() => context.close());
  return () => context.newPage();
}

const PHONE: BrowserContextOptions = { viewport: { width: 390, height: 844 } };

describe.each(THEMES)("in the %s theme", (theme) => {
  const newPage = useContext({ colorScheme: theme, reducedMotion: "reduce" });

  it.each(PAGES)("$name has no finding of axe", async ({ path, ready }) => {
    const page = await newPage();
    // The pages' policy forbids foreign scripts; axe comes in by the debugger.
    await page.goto(`${url}${path}`);
    await ready(page);
    await settle(page);
    expect(await axeFindings(page)).toEqual([]);
    await page.close();
  });
});

describe("on a phone, 390 wide", () => {
  const newPage = useContext(PHONE);

  it.each(PAGES)("$name does not scroll sideways", async ({ path, ready }) => {
    const page = await newPage();
    await page.goto(`${url}${path}`);
    await ready(page);
    await settle(page);
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(390);
    await page.close();
  });

  it("has the navigation in a sheet", async () => {
    const page = await newPage();
    await page.goto(`${url}${base}/overview`);
    await page.getByRole("button", { name: "Open navigation" }).click();
    await page.getByRole("dialog", { name: "Navigation" }).getByRole("link", { name: "Orders" }).click();
    await heading(page, "Orders");
    await expect.poll(() => page.getByRole("dialog").count()).toBe(0);
    await page.close();
  });
});
