import { chmod, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { delimiter, join } from "node:path";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { findBrowser } from "./find-browser.ts";

let folder = "";
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), "heed-browser-"));
});
afterEach(() => rm(folder, { recursive: true, force: true }));

async function program(name: string): Promise<string> {
  const file = join(folder, name);
  await writeFile(file, "");
  await chmod(file, 0o755);
  return file;
}

const noDownload = async () => null;
const search = (env: NodeJS.ProcessEnv, download = noDownload as () => Promise<string | null>) =>
  findBrowser({ env, platform: "linux", download });

describe("the browser", () => {
  test("is the one that CHROMIUM_PATH names, before any other", async () => {
    const mine = await program("my-browser");
    await program("chromium");
    expect(await search({ CHROMIUM_PATH: mine, PATH: folder })).toBe(mine);
  });

  test("must exist where CHROMIUM_PATH names it", async () => {
    await expect(search({ CHROMIUM_PATH: join(folder, "gone"), PATH: "" })).rejects.toThrow(
      "CHROMIUM_PATH names no program",
    );
  });

  test("is the system's, Chromium before Chrome", async () => {
    await program("google-chrome");
    const chromium = await program("chromium");
    expect(await search({ PATH: ["", join(folder, "none"), folder].join(delimiter) })).toBe(chromium);
  });

  test("is downloaded where the system has none", async () => {
    expect(await search({ PATH: folder }, async () => "downloaded")).toBe("downloaded");
  });

  test("is missing where nothing can be had", async () => {
    expect(await search({ PATH: folder })).toBeNull();
  });
});
