import { FLOW_STARTERS } from "@heed/core/flow/gallery";
import { rulePack_2026_11_23 } from "@heed/core/policy/rule-pack";
import { at } from "@heed/core/testing";
import { and, eq } from "drizzle-orm";
import { afterAll, beforeAll, expect, it } from "vitest";
import { getTemplate, listTemplates } from "../queries/templates.ts";
import { template, templateVersion } from "../schema/flow.ts";
import { auditEntry } from "../schema/tenant.ts";
import { type TenantDb, withTenant } from "../tenant-db.ts";
import { createTenant } from "../testing/factories.ts";
import { cloneDatabase, type TestDatabase } from "../testing.ts";
import { createFlow } from "./flow-drafts.ts";
import { recheckWorkspace } from "./recheck-templates.ts";
import { activateFlow } from "./switch-flow.ts";
import { createTemplate, saveTemplateVersion } from "./template-drafts.ts";

const NOW = at("2026-11-23T09:00:00Z");
let test: TestDatabase;
beforeAll(async () => {
  test = await cloneDatabase();
});
afterAll(() => test.drop());

const PLAIN = "<p>Your honest review of order {{ order.id }}, please.</p>";
/** The example order has one item: its text never says this, an order of ten would. */
const HIDDEN = `${PLAIN}{% if order.items.size > 9 %}<p>A gift card is yours for a review.</p>{% endif %}`;

function textsOf(body: string) {
  return [{ language: "en", subject: "Order {{ order.id }}", body }];
}

async function workspace() {
  const { access } = await createTenant(test.db);
  return <T>(work: (tx: TenantDb) => Promise<T>) => withTenant(test.db, access, work);
}

it("a sentence that the example does not show keeps a version from serving", async () => {
  const act = await workspace();
  const blocked = await act((tx) => createTemplate(tx, { name: "Gift", texts: textsOf(HIDDEN), now: NOW }));
  expect(blocked.active).toBe(false);
  expect(await act((tx) => getTemplate(tx, { templateId: blocked.id }))).toMatchObject({ blocked: true });
  const made = await act((tx) => createTemplate(tx, { name: "Thanks", texts: textsOf(PLAIN), now: NOW }));
  expect(made.active).toBe(true);
  const edit = { templateId: made.id, base: 1, texts: textsOf(HIDDEN), now: NOW };
  const saved = await act((tx) => saveTemplateVersion(tx, edit));
  expect(saved).toMatchObject({ version: 2, active: false });
  expect(await act((tx) => getTemplate(tx, { templateId: made.id }))).toMatchObject({
    activeVersion: 1,
    blocked: false,
  });
  expect(saved.judged[0]?.rendered?.html).not.toContain("gift card");
  expect(saved.judged[0]?.findings.map(({ rule }) => rule)).toEqual(["PROH-04"]);
});

it("a flow whose template hides such a sentence does not go live", async () => {
  const act = await workspace();
  await act((tx) => createTemplate(tx, { name: "Hidden", texts: textsOf(HIDDEN), now: NOW }));
  const [{ templateKey = "" } = {}] = await act(listTemplates);
  const [starter] = FLOW_STARTERS;
  const steps = starter?.definition.steps.map((step) => ({ ...step, lanePreference: "email" as const, templateKey }));
  const definition = { ...starter?.definition, steps };
  const flow = await act((tx) => createFlow(tx, { definition, storeIds: null, now: NOW }));
  const activation = { flowId: flow.id, version: 1, orders: "new", now: NOW } as const;
  await expect(act((tx) => activateFlow(tx, activation))).rejects.toMatchObject({ code: "PRECONDITION_FAILED" });
});

it("what other rules said at saving is listed as changed", async () => {
  const act = await workspace();
  const made = await act((tx) => createTemplate(tx, { name: "Older", texts: textsOf(HIDDEN), now: NOW }));
  expect((await act(listTemplates))[0]?.changes).toEqual([]);
  await act(async (tx) => {
    const [saved] = await tx.sql.select().from(templateVersion).where(eq(templateVersion.templateId, made.id));
    const judged = { rulePack: "older", rules: { en: ["PROH-08"] } };
    if (saved !== undefined) await tx.sql.insert(templateVersion).values({ ...saved, version: 2, judged });
    await tx.sql.update(template).set({ activeVersion: 2 }).where(eq(template.id, made.id));
  });
  const [row] = await act(listTemplates);
  expect(row?.changes).toEqual([{ language: "en", appeared: ["PROH-04"], gone: ["PROH-08"], blocked: true }]);
});

it("newer rules judge once what serves, and the audit log tells what they say otherwise", async () => {
  const act = await workspace();
  const made = await act((tx) => createTemplate(tx, { name: "Served", texts: textsOf(PLAIN), now: NOW }));
  expect(await act((tx) => recheckWorkspace(tx, NOW))).toBe(0);
  const newer = { ...rulePack_2026_11_23, id: "2027-01-01" };
  expect(await act((tx) => recheckWorkspace(tx, NOW, newer))).toBe(1);
  expect(await act((tx) => recheckWorkspace(tx, NOW, newer))).toBe(0);
  const lines = await act((tx) =>
    tx.sql
      .select()
      .from(auditEntry)
      .where(and(eq(auditEntry.tenantId, tx.tenantId), eq(auditEntry.act, "template.rechecked"))),
  );
  const after = { rulePack: "2027-01-01", version: 1, changes: [] };
  expect(lines).toMatchObject([{ subject: `template:${made.id}`, details: { after } }]);
});
