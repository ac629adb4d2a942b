import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { type Browser, chromium, type Page } from "playwright-core";

/**
 * Takes the pictures of `docs/screens` from a running demo:
 * `node e2e/take-screens.ts <sign-in link> <folder> [name,name…]`, the link as `npm start` prints it.
 */
const [link = "", folder = "", wanted = ""] = process.argv.slice(2);
const base = new URL(link).origin;

const SIZES = { wide: { width: 1440, height: 900 }, phone: { width: 390, height: 844 } } as const;
const FLAGS = ["--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking"];

const browser = await chromium.launch({ executablePath: "/usr/bin/chromium", args: FLAGS });
const state = await signIn(browser);
const all = Object.entries(await pages(browser, state));
const paths = wanted === "" ? all : all.filter(([name]) => wanted.split(",").includes(name));
mkdirSync(folder, { recursive: true });
for (const colorScheme of ["light", "dark"] as const) {
  for (const [size, viewport] of Object.entries(SIZES)) {
    const context = await browser.newContext({ viewport, colorScheme, storageState: state, reducedMotion: "reduce" });
    const page = await context.newPage();
    for (const [name, path] of paths) {
      await page.goto(base + path, { waitUntil: "networkidle" }).catch(() => page.waitForTimeout(3000));
      await page.waitForTimeout(700);
      const file = `${name}-${colorScheme}${size === "wide" ? "" : "-phone"}.webp`;
      writeFileSync(join(folder, file), await asWebp(browser, await page.screenshot()));
    }
    await context.close();
  }
}
await browser.close();

async function signIn(within: Browser) {
  const context = await within.newContext();
  const page = await context.newPage();
  await page.goto(link);
  await page.locator("form button").first().click();
  await page.waitForURL(/\/w\//);
  return context.storageState();
}

/** Every page, by the name of its picture; the order is the first in the list that has been sent or refused. */
async function pages(
  within: Browser,
  storageState: Awaited<ReturnType<typeof signIn>>,
): Promise<Record<string, string>> {
  const context = await within.newContext({ storageState, viewport: SIZES.wide });
  const page = await context.newPage();
  await page.goto(`${base}/w`);
  await page.waitForURL(/overview/);
  const root = new URL(page.url()).pathname.replace(/\/overview$/, "");
  const workspace = root.split("/s/")[0] ?? "";
  const order = await firstOrder(page, `${base}${root}/orders?state=sent`);
  const flow = await firstLink(page, `${base}${root}/flows`, "flows");
  const template = await firstLink(page, `${base}${root}/templates`, "templates");
  const store = await firstLink(page, `${base}${workspace}/stores`, "stores");
  await context.close();
  return {
    landing: "/",
    pricing: "/pricing",
    "sign-in": "/sign-in",
    overview: `${root}/overview`,
    orders: `${root}/orders`,
    ...(order === null
      ? {}
      : { "order-panel": `${root}/orders?state=sent&order=${order}`, order: `${root}/orders/${order}` }),
    flows: `${root}/flows`,
    ...(flow === null ? {} : { flow }),
    templates: `${root}/templates`,
    ...(template === null ? {} : { template }),
    "opt-outs": `${root}/opt-outs`,
    critical: order === null ? `${root}/critical` : `${root}/critical?order=${order}`,
    insights: `${root}/insights`,
    proof: `${root}/insights/proof`,
    stores: `${workspace}/stores`,
    ...(store === null ? {} : { store }),
    team: `${workspace}/team`,
    billing: `${workspace}/billing`,
    audit: `${workspace}/audit`,
    settings: `${workspace}/settings`,
    onboarding: `${workspace}/onboarding`,
    "sign-up": "/sign-up",
    security: "/account/security",
    workspaces: "/account/workspaces",
    mailbox: "/sandbox/mail",
  };
}

/** The address of the first entry of a list, without the base. */
async function firstLink(page: Page, list: string, section: string): Promise<string | null> {
  await page.goto(list, { waitUntil: "networkidle" });
  const links = await page.locator(`main a[href*="/${section}/"]`).all();
  const hrefs = await Promise.all(links.map((each) => each.getAttribute("href")));
  return hrefs.find((href) => new RegExp(`/${section}/[0-9a-f-]{36}`).test(href ?? "")) ?? null;
}

async function firstOrder(page: Page, list: string): Promise<string | null> {
  await page.goto(list);
  await page.locator("tbody tr").first().click();
  await page.waitForURL(/order=/).catch(() => undefined);
  return new URL(page.url()).searchParams.get("order");
}

/** Chromium draws the picture once more and packs it: a tenth of the size of a PNG. */
async function asWebp(within: Browser, png: Buffer): Promise<Buffer> {
  const page = await within.newPage();
  const data = await page.evaluate(
    async (source) => {
      const image = new Image();
      image.src = source;
      await image.decode();
      const canvas = document.createElement("canvas");
      [canvas.width, canvas.height] = [image.width, image.height];
      canvas.getContext("2d")?.drawImage(image, 0, 0);
      return canvas.toDataURL("image/webp", 0.82);
    },
    `data:image/png;base64,${png.toString("base64")}`,
  );
  await page.close();
  return Buffer.from(data.slice(data.indexOf(",") + 1), "base64");
}
