import { describe, expect, test } from "vitest";
import { judgeReport } from "./dependencies.ts";
import { findShapeFaults } from "./file-shape.ts";
import { findEditedMigrations, hashMigrations } from "./migrations.ts";
import { findPageFaults } from "./pages.ts";
import type { SourceFile } from "./source-files.ts";
import { findClockInSql } from "./sql-clock.ts";
import { findUiFaults } from "./ui-rules.ts";
import { findForbiddenWords } from "./words.ts";

const file = (path: string, text: string): SourceFile => ({ path, lines: text.split("\n") });

describe("the database's clock", () => {
  const query = (sql: string) => findClockInSql([file("packages/db/src/queries/order.ts", sql)]);

  test.each([
    "sql`select * from message where due_at < now()`",
    "sql`select 1 where due_at < CURRENT_TIMESTAMP`",
    "sql`update lease set until = clock_timestamp()`",
  ])("is found in %s", (sql) => expect(query(sql)).toHaveLength(1));

  test.each([
    "const instant = clock.now();",
    `sql\`select * from message where due_at < ${"$"}{clock.now()}\``,
    "sql`update lease set until = now() -- real time: leases are compared between machines`",
    "// `now()` is forbidden here",
  ])("is no matter in %s", (sql) => expect(query(sql)).toHaveLength(0));

  test("tells the line", () => {
    expect(query("const a = 1;\nsql`select 1\n  where due_at < now()`")).toMatchObject([{ line: 3 }]);
  });
});

describe("looks", () => {
  const page = (line: string) => findUiFaults([file("apps/web/src/ui/badge.tsx", line)]);

  test.each([
    '<p className="text-[13px]">',
    '<p className="bg-red-500">',
    '<p className="text-white">',
    'const colour = "#1a2b3c";',
    'style={{ color: "rgb(1, 2, 3)" }}',
    '<input className="outline-none" />',
  ])("finds %s", (line) => expect(page(line)).toHaveLength(1));

  test.each([
    '<p className="text-muted bg-surface">',
    '<a href="#main">',
    '<input className="outline-none focus-visible:ring-2" />',
    "order #12345 was sent",
  ])("passes %s", (line) => expect(page(line)).toHaveLength(0));
});

describe("pages", () => {
  const page = file("apps/web/src/app/w/orders/page.tsx", 'export const metadata = { title: "Orders" };');
  const states = ["loading", "error", "not-found"].map((state) => file(`apps/web/src/app/w/${state}.tsx`, ""));

  test("inherit their states from the folders above", () => {
    expect(findPageFaults([page, ...states])).toEqual([]);
  });

  test("need a title and every state", () => {
    const bare = file(page.path, "export default function Page() { return <main /> }");
    expect(findPageFaults([bare]).map(({ message }) => message)).toHaveLength(4);
  });
});

test("landed migrations stay as they are, and new ones are listed", () => {
  const first = file("packages/db/migrations/20261123000000_first.sql", "create table a ();");
  const landed = hashMigrations([first]);
  const second = file("packages/db/migrations/20261124000000_second.sql", "create table b ();");
  expect(findEditedMigrations([first], landed)).toEqual([]);
  expect(findEditedMigrations([file(first.path, "create table c ();")], landed)).toMatchObject([{ file: first.path }]);
  expect(findEditedMigrations([], landed)).toMatchObject([{ file: first.path }]);
  expect(findEditedMigrations([first, second], landed)).toMatchObject([{ file: second.path }]);
});

test("words of one machine and unfinished marks are found", () => {
  const words = [`read("/${"home"}/ann/x")`, `// ${"TO"}DO: later`, `"/${"tmp"}/heed"`];
  expect(findForbiddenWords(words.map((text) => file("packages/core/src/a.ts", text)))).toHaveLength(3);
});

test("long files, vague names and barrels are found", () => {
  const long = file("packages/core/src/long.ts", "\n".repeat(301));
  const vague = file("apps/worker/src/utils.ts", "");
  const barrel = file("packages/core/src/order/index.ts", "");
  expect(findShapeFaults([long, vague, barrel]).map(({ file: path }) => path)).toEqual([
    long.path,
    vague.path,
    barrel.path,
  ]);
});

describe("the arrows", () => {
  const report = (totalCruised: number, violations: object[] = []) => {
    const stdout = JSON.stringify({ summary: { totalCruised, violations } });
    return judgeReport({ stdout, output: stdout }, 50);
  };
  const violation = {
    from: "apps/web/a.ts",
    to: "apps/worker/b.ts",
    rule: { name: "web-never-imports-worker", severity: "error" },
  };

  test("hold where nothing crosses them", () => expect(report(60).ok).toBe(true));
  test("do not hold where nothing was looked at", () => expect(report(0)).toMatchObject({ ok: false }));
  test("name the crossing", () => {
    expect(report(60, [violation])).toEqual({
      ok: false,
      output: "apps/web/a.ts  web-never-imports-worker: imports apps/worker/b.ts",
    });
  });
});
