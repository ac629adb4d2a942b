import type { Page } from "playwright-core";
import { instance } from "./instance.ts";
import { linkTo } from "./mailbox.ts";

/** A new person, by the link from the mail; ends on the page where a workspace is made. */
export async function signUp(page: Page, email: string): Promise<void> {
  await page.goto(`${instance().url}/sign-up`);
  await signInByMail(page, email);
  await page.waitForURL(/\/new-workspace$/);
}

/** On a page that asks for an address: asks for a link, opens it and presses its button. */
export async function signInByMail(page: Page, email: string): Promise<void> {
  await page.getByLabel("E-mail address").fill(email);
  await page.getByRole("button", { name: "Send me a link" }).click();
  await page.waitForURL(/check-mail/);
  await page.goto(await linkTo(email, "/sign-in/confirm"));
  await page.getByRole("button", { name: "Sign in" }).click();
  await page.waitForURL((address) => !address.pathname.startsWith("/sign-in"));
}
