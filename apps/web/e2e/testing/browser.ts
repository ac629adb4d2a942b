import { realClock } from "@heed/core/time";
import { closeDb, openDb } from "@heed/db/client";
import { ensureUser } from "@heed/db/identity/ensure-user";
import { createSessionFor } from "@heed/db/identity/sign-in-link";
import axe from "axe-core";
import { type Browser, type BrowserContext, chromium, type Page } from "playwright-core";
import { instance } from "./instance.ts";

const FLAGS = [
  "--no-sandbox",
  "--disable-gpu",
  "--disable-quic",
  "--no-first-run",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
];

export const openBrowser = (): Promise<Browser> =>
  chromium.launch({ executablePath: instance().chromium, args: FLAGS });

/** Collects what a page complains about, so that a journey can say that there was nothing. */
export function complaintsOf(page: Page): string[] {
  const complaints: string[] = [];
  page.on("console", (message) => {
    const { url } = message.location();
    // Browsers ask for it by themselves, now and then.
    if (url.endsWith("/favicon.ico")) return;
    if (message.type() === "error" || message.type() === "warning") complaints.push(`${message.text()} ${url}`);
  });
  page.on("pageerror", (error) => complaints.push(String(error)));
  return complaints;
}

/**
 * Signs in the person for whom a link was made, and gives the address of the workspace. A link works once and the journeys
 * share the instance, so the session is made directly; that links work is the sign-in journey's to show.
 */
export async function signInAs(context: BrowserContext, link: string): Promise<string> {
  const { url } = instance();
  const email = new URL(link).searchParams.get("email") ?? "";
  await context.addCookies([{ name: "next-auth.session-token", value: await sessionOf(email), url, httpOnly: true }]);
  const page = await context.newPage();
  await page.goto(`${url}/w`);
  await page.waitForURL(/\/w\/[^/]+\/s\/all\/overview/);
  const { pathname } = new URL(page.url());
  await page.close();
  return pathname.split("/s/")[0] ?? "";
}

async function sessionOf(email: string): Promise<string> {
  const db = openDb(instance().appUrl, { max: 1 });
  const expires = realClock().now().add({ hours: 1 });
  const { token } = await createSessionFor(db, { userId: await ensureUser(db, email), expires });
  await closeDb(db);
  return token;
}

interface AxeAnswer {
  readonly violations: readonly { readonly id: string; readonly nodes: readonly { readonly html: string }[] }[];
}

/** Findings of axe for WCAG 2.2 AA, as "rule: element". */
export async function axeFindings(page: Page): Promise<readonly string[]> {
  await page.evaluate(axe.source);
  const answer: AxeAnswer = await page.evaluate(
    // The one frame shows a mail as mail programs do; nothing may run in it, axe neither.
    'axe.run(document, { iframes: false, runOnly: ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"] })',
  );
  return answer.violations.flatMap(({ id, nodes }) => nodes.map(({ html }) => `${id}: ${html.slice(0, 200)}`));
}
