import { at } from "@heed/core/testing";
import { createTemplate } from "@heed/db/commands/template-drafts";
import { template, templateVersion } from "@heed/db/schema/flow";
import { withTenant } from "@heed/db/tenant-db";
import { cloneDatabase, type TestDatabase } from "@heed/db/testing";
import { createStore, createTenant } from "@heed/db/testing/factories";
import { afterAll, beforeAll, expect, it } from "vitest";
import { COMMANDS } from "../registry.ts";
import { runCli } from "../run-cli.ts";

let database: TestDatabase;
beforeAll(async () => {
  database = await cloneDatabase();
});
afterAll(() => database.drop());

async function call(...words: string[]) {
  const lines: string[] = [];
  const { DATABASE_URL, DATABASE_SYSTEM_URL } = database.urls;
  const env = { DATABASE_URL, DATABASE_SYSTEM_URL, HEED_KEYS: "{}" };
  const io = { folder: "/", env, print: (line: string) => lines.push(line), say: () => undefined };
  return { code: await runCli(COMMANDS, ["recheck-templates", ...words], io), lines };
}

it("heed recheck-templates lists the texts that today's rules judge otherwise than at saving", async () => {
  const { tenantId, access } = await createTenant(database.db);
  await createStore(database.db, access);
  const texts = [{ language: "en", subject: "Order {{ order.id }}", body: "<p>A gift card for your review.</p>" }];
  const now = at("2026-11-23T09:00:00Z");
  const made = await withTenant(database.db, access, (tx) => createTemplate(tx, { name: "Old", texts, now }));
  expect(await call("--json")).toEqual({ code: 0, lines: [] });
  await withTenant(database.db, access, async (tx) => {
    const [saved] = await tx.sql.select().from(templateVersion);
    const judged = { rulePack: "older", rules: { en: [] } };
    if (saved !== undefined) await tx.sql.insert(templateVersion).values({ ...saved, version: 2, judged });
    await tx.sql.update(template).set({ activeVersion: 2 });
  });
  const { lines } = await call("--json");
  expect(lines.map((line) => JSON.parse(line))).toEqual([
    {
      workspace: tenantId,
      template: made.id,
      name: "Old",
      version: 2,
      language: "en",
      appeared: ["PROH-04"],
      gone: [],
      blocked: true,
    },
  ]);
  expect((await call()).lines).toEqual([`${made.id}\tOld\tversion 2\ten\t+PROH-04\tblocked`]);
});
