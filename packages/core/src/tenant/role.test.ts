import { expect, it } from "vitest";
import { atLeast, ROLES } from "./role.ts";

it.each([
  ["owner", "admin", true],
  ["admin", "owner", false],
  ["manager", "manager", true],
  ["approver", "manager", false],
  ["viewer", "approver", false],
] as const)("%s may do what %s may: %s", (role, needed, may) => {
  expect(atLeast(role, needed)).toBe(may);
});

it("an owner may do everything, and everybody may view", () => {
  for (const role of ROLES) {
    expect(atLeast("owner", role)).toBe(true);
    expect(atLeast(role, "viewer")).toBe(true);
  }
});
