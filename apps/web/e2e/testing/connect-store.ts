import type { Page } from "playwright-core";
import { instance } from "./instance.ts";

interface SpareAccount {
  /** Address of the workspace, such as `/w/acme`. */
  readonly workspace: string;
  readonly marketplaceId: string;
  /** As the look-alike consent page calls the account. */
  readonly seller: string;
}

/** Over the consent page that looks like Amazon's and back; the person needs a fresh second factor. */
export async function connectStore(page: Page, { workspace, marketplaceId, seller }: SpareAccount): Promise<void> {
  await page.goto(`${instance().url}${workspace}/stores?connect=true`);
  await page.getByLabel("Where does the account sell?").selectOption(marketplaceId);
  await page.getByRole("button", { name: "Go to Amazon" }).click();
  await page.getByLabel(new RegExp(seller)).check();
  await page.getByRole("button", { name: "Confirm" }).click();
  await page.waitForURL(/\/stores\?connected=/);
  await page.getByRole("cell", { name: seller }).waitFor();
}
