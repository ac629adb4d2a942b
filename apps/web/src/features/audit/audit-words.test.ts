import { Temporal } from "@heed/core/time";
import { describe, expect, it } from "vitest";
import { type AuditLine, actorWords, actWords, changeWords } from "./audit-words.ts";

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
