import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { z } from "zod";
import type { CommandIo } from "../command.ts";
import { COMMANDS } from "../registry.ts";
import { runCli } from "../run-cli.ts";

const Line = z.looseObject({
  id: z.union([z.string(), z.number(), z.null()]).optional(),
  verdict: z.string().optional(),
  error: z.string().optional(),
  findings: z.array(z.looseObject({ rule: z.string(), severity: z.string() })).default([]),
});

let folder = "";

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "heed-lint-"));
});

afterAll(async () => {
  await rm(folder, { recursive: true });
});

async function lint(content: unknown, ...more: string[]) {
  await writeFile(join(folder, "a.json"), typeof content === "string" ? content : JSON.stringify(content));
  const printed: string[] = [];
  const io: CommandIo = { folder, env: {}, print: (line) => printed.push(line), say: () => undefined };
  const code = await runCli(COMMANDS, ["lint", "--json", "a.json", ...more], io);
  return { code, lines: printed.map((line) => Line.parse(JSON.parse(line))) };
}

const CLEAN = {
  id: "m1",
  subject: "Your order {{ order.id }}",
  html: "<p>Would you share your honest opinion in a product review?</p>",
  purpose: "review_request",
  language: "en-GB",
};

describe("heed lint", () => {
  test("judges one message, and echoes its id", async () => {
    expect(await lint(CLEAN)).toEqual({ code: 0, lines: [{ id: "m1", verdict: "pass", findings: [] }] });
  });

  test("answers a line for each message of an array, and says what blocks", async () => {
    const bad = { ...CLEAN, id: 7, html: "<p>A gift card for your {{ ordr.name }} review.</p>" };
    const { lines } = await lint([CLEAN, bad, { ...CLEAN, id: undefined, subject: "Your order" }]);
    expect(lines.map(({ id, verdict }) => [id, verdict])).toEqual([
      ["m1", "pass"],
      [7, "block"],
      [null, "block"],
    ]);
    expect(lines[1]?.findings.map(({ rule }) => rule)).toEqual(["TEMPLATE", "PROH-04"]);
    expect(lines[1]?.findings[0]).toMatchObject({
      span: { part: "html", from: 27, to: 36 },
      message: expect.stringContaining("ordr.name"),
    });
    expect(lines[2]?.findings.map(({ rule }) => rule)).toEqual(["REQ-02"]);
  });

  test("judges plain text, critical ones by the critical pack", async () => {
    const entry = { subject: "302-1234567-1234567", text: "Which size? It is out of stock.", language: "en" };
    const critical = { ...entry, critical: true, purpose: "customization_question" };
    const { lines } = await lint([{ ...entry, purpose: "order_problem" }, critical]);
    expect(lines.map(({ verdict }) => verdict)).toEqual(["pass", "block"]);
    expect(lines[1]?.findings[0]).toMatchObject({ rule: "CRIT-07", span: { part: "text", from: 18, to: 30 } });
  });

  test("notes a language that the rules do not cover, and warns where only warnings stand", async () => {
    const danish = { ...CLEAN, language: "da", html: "<p>Hvad synes du om det, du har købt hos os?</p>" };
    const doubled = { ...CLEAN, html: "<p>Would you share your your opinion in a product review?</p>" };
    const { lines } = await lint([danish, doubled]);
    expect(lines.map(({ verdict }) => verdict)).toEqual(["pass", "warn"]);
    expect(lines[0]?.findings).toMatchObject([{ rule: "REQ-03", severity: "info" }]);
  });

  test("names the gravest finding of HTML and text first", async () => {
    const both = { ...CLEAN, purpose: undefined, text: "302-1234567-1234567: a gift card for your review." };
    const { lines } = await lint(both);
    expect(lines[0]?.findings.map(({ rule, severity }) => [rule, severity])).toEqual([
      ["PROH-04", "block"],
      ["PERMIT-09", "info"],
    ]);
  });

  test("answers a line for each input that is none, and goes on", async () => {
    const { code, lines } = await lint([5, { id: "x", language: "en" }, CLEAN], "missing.json");
    expect(code).toBe(1);
    expect(lines.map(({ id, error }) => [id, error])).toEqual([
      [null, expect.stringContaining("expected object")],
      ["x", "html or text is missing"],
      ["m1", undefined],
      [undefined, "there is no such file"],
    ]);
    expect((await lint("{")).lines).toMatchObject([{ file: "a.json", error: "this is not JSON" }]);
  });
});
