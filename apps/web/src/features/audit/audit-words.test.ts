import { globSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { Temporal } from "@heed/core/time";
import { describe, expect, it } from "vitest";
import { ABOUT_WORDS, type AuditLine, actorWords, actWords, changeWords } from "./audit-words.ts";

const line = (changes: Partial<AuditLine>): AuditLine => ({
  id: "1",
  at: Temporal.Instant.from("2026-11-23T09:00:00Z"),
  userId: "u",
  email: "ann@example.com",
  name: null,
  agencyName: null,
  network: "203.0.113.0/24",
  act: "member.changed",
  subject: "user:u",
  details: {},
  ...changes,
});

it("can be narrowed to whatever our commands write", () => {
  const folder = join(import.meta.dirname, "../../../../../packages/db/src");
  const sources = globSync("{commands,identity}/*.ts", { cwd: folder, exclude: ["**/*.test.ts"] })
    .map((file) => readFileSync(join(folder, file), "utf8"))
    .filter((text) => text.includes("appendAudit("));
  const written = sources.flatMap((text) =>
    [...text.matchAll(/\bact: [^,]*?["`]([a-z_]+)\./g)].map((match) => match[1]),
  );
  expect(written.length).toBeGreaterThan(40);
  expect([...new Set(written)].filter((about) => !Object.hasOwn(ABOUT_WORDS, about ?? ""))).toEqual([]);
});

describe("a line of the audit log", () => {
  it.each([
    ["member.changed", "Member: changed"],
    ["client.store_placed", "Client: store placed"],
  ])("%s reads %s", (act, words) => expect(actWords(act)).toBe(words));

  it("names the person, and the agency where there is one", () => {
    expect(actorWords(line({ name: "Ann" }))).toBe("Ann");
    expect(actorWords(line({ agencyName: "Agency Ltd" }))).toBe("ann@example.com of Agency Ltd");
    expect(actorWords(line({ email: null }))).toBe("A deleted account");
    expect(actorWords(line({ userId: null, email: null }))).toBe("Heed");
  });

  it("tells what differs", () => {
    const details = { before: { role: "viewer", storeIds: null }, after: { role: "manager", storeIds: null } };
    expect(changeWords(line({ details }))).toBe("role: viewer → manager");
    expect(changeWords(line({ details: { after: { storeIds: ["a"] } } }))).toBe('storeIds: – → ["a"]');
  });
});
