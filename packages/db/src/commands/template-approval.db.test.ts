import { chooseLane } from "@heed/core/lane/choose-lane";
import { aBuyer, anEmailStore, anOrder, at } from "@heed/core/testing";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { servingTemplate } from "../queries/template-version.ts";
import { getTemplate, listTemplates } from "../queries/templates.ts";
import { type TenantDb, withTenant } from "../tenant-db.ts";
import { createMember, createTenant, type TestTenant } from "../testing/factories.ts";
import { cloneDatabase, type TestDatabase } from "../testing.ts";
import { answerApproval, askApproval } from "./template-approval.ts";
import { createTemplate, saveTemplateVersion, serveTemplateVersion, setNeedsApproval } from "./template-drafts.ts";

const NOW = at("2026-11-23T09:00:00Z");
let test: TestDatabase;
beforeAll(async () => {
  test = await cloneDatabase();
});
afterAll(() => test.drop());

const texts = (sentence: string) => [
  { language: "en", subject: "Order {{ order.id }}", body: `<p>Order {{ order.id }}: ${sentence}</p>` },
];

interface Scene {
  readonly tenant: TestTenant;
  readonly by: (userId: string | null) => <T>(work: (tx: TenantDb) => Promise<T>) => Promise<T>;
  readonly id: string;
}

/** A template in use that from now on needs the consent of somebody else. */
async function scene(): Promise<Scene> {
  const tenant = await createTenant(test.db);
  const by: Scene["by"] = (userId) => (work) => withTenant(test.db, { ...tenant.access, userId }, work);
  const made = await by(null)((tx) =>
    createTemplate(tx, { name: "Request", texts: texts("please review the product honestly."), now: NOW }),
  );
  await by(null)((tx) => setNeedsApproval(tx, { templateId: made.id, needed: true, now: NOW }));
  return { tenant, by, id: made.id };
}

/** The lane of a review request whose text is this template's. */
async function laneNow(act: <T>(work: (tx: TenantDb) => Promise<T>) => Promise<T>) {
  const { approval } = await act((tx) => servingTemplate(tx, "request"));
  const template = { wanted: "en", language: "en", findings: [], ...(approval === undefined ? {} : { approval }) };
  const base = { order: anOrder(), store: anEmailStore(), preference: "email", aliasKnown: true } as const;
  const { lane, reasons } = chooseLane({ ...base, emailWindow: null, now: 0, fresh: { buyer: aBuyer(), template } });
  return [lane, ...reasons.map(({ rule }) => rule)];
}

describe("a template that needs consent", () => {
  it("goes to no buyer before somebody else than the writer has agreed, not even the version that served before", async () => {
    const { tenant, by, id } = await scene();
    const [writer, approver] = [
      await createMember(test.db, tenant.access, { role: "manager" }),
      await createMember(test.db, tenant.access, { role: "approver" }),
    ];
    const [write, approve] = [by(writer), by(approver)];
    expect(await laneNow(write)).toEqual(["solicitation", "approval_missing"]);
    const saved = await write((tx) =>
      saveTemplateVersion(tx, { templateId: id, base: 1, texts: texts("please leave an honest review."), now: NOW }),
    );
    expect(saved).toMatchObject({ version: 2, active: false });
    const call = { templateId: id, version: 2, now: NOW };
    await expect(write((tx) => serveTemplateVersion(tx, call))).rejects.toMatchObject({ code: "PRECONDITION_FAILED" });
    await write((tx) => askApproval(tx, call));
    const given = { ...call, answer: "given", note: null } as const;
    await expect(write((tx) => answerApproval(tx, given))).rejects.toMatchObject({ code: "FORBIDDEN" });
    await approve((tx) => answerApproval(tx, given));
    expect((await write((tx) => getTemplate(tx, { templateId: id }))).activeVersion).toBe(2);
    expect(await laneNow(write)).toEqual(["email"]);
    await expect(approve((tx) => answerApproval(tx, given))).rejects.toMatchObject({ code: "NOT_FOUND" });
  });

  it("that was refused stays out, with the reason", async () => {
    const { tenant, by, id } = await scene();
    const approver = await createMember(test.db, tenant.access, { role: "approver" });
    const call = { templateId: id, version: 1, now: NOW };
    await by(null)((tx) => askApproval(tx, call));
    await by(approver)((tx) => answerApproval(tx, { ...call, answer: "refused", note: "Name the item" }));
    expect(await laneNow(by(null))).toEqual(["solicitation", "approval_missing"]);
    const [version] = (await by(null)((tx) => getTemplate(tx, { templateId: id }))).versions;
    expect(version?.approval).toEqual({ answer: "refused", note: "Name the item" });
  });
});

describe("a text that cannot be rendered", () => {
  const bad: readonly (readonly [string, string, string])[] = [
    ["an endless loop", "{% for a in (1..100000000) %}x{% endfor %}", "limit"],
    ["an unknown variable", "<p>\n{{ buyer.name }}</p>", "unknown_variable"],
    ["an unclosed tag", "<p>{% if order.id %}</p>", "syntax"],
    ["a megabyte", "x".repeat(1_000_000), "limit"],
  ];
  it.each(bad)("%s is told with its place, and nothing is saved", async (_, body, problem) => {
    const { access } = await createTenant(test.db);
    const act = <T>(work: (tx: TenantDb) => Promise<T>) => withTenant(test.db, access, work);
    const [good] = texts("please review the product honestly.");
    const broken = { language: "de", subject: "x", body };
    const details = {
      problems: [expect.objectContaining({ language: "de", part: "body", problem, line: expect.any(Number) })],
    };
    const refused = { code: "INVALID", details };
    const both = good === undefined ? [] : [good, broken];
    await expect(act((tx) => createTemplate(tx, { name: "Bad", texts: both, now: NOW }))).rejects.toMatchObject(
      refused,
    );
    expect(await act(listTemplates)).toEqual([]);
    const made = await act((tx) => createTemplate(tx, { name: "Good", texts: both.slice(0, 1), now: NOW }));
    const edit = { templateId: made.id, base: 1, texts: both, now: NOW };
    await expect(act((tx) => saveTemplateVersion(tx, edit))).rejects.toMatchObject(refused);
    expect((await act((tx) => getTemplate(tx, { templateId: made.id }))).versions).toHaveLength(1);
  });
});

describe("a template of another purpose", () => {
  it("keeps its purpose over its versions and is judged by it", async () => {
    const { access } = await createTenant(test.db);
    const act = <T>(work: (tx: TenantDb) => Promise<T>) => withTenant(test.db, access, work);
    const plain = (body: string) => [{ language: "en", subject: "{{ order.id }}", body }];
    const ask = plain("Order {{ order.id }}: the size is missing. Which size do you need?");
    const made = await act((tx) =>
      createTemplate(tx, { name: "Size", purpose: "order_problem", texts: ask, now: NOW }),
    );
    const review = plain("Order {{ order.id }}: which size do you need? Please leave a review as well.");
    const edit = { templateId: made.id, base: 1, texts: review, now: NOW };
    expect(await act((tx) => saveTemplateVersion(tx, edit))).toMatchObject({ version: 2, active: false });
    expect(await act(listTemplates)).toMatchObject([{ purpose: "order_problem", activeVersion: 1, latestVersion: 2 }]);
  });
});
