import { expect, it } from "vitest";
import { authAction } from "./auth-action.ts";

it.each([
  ["signin/email", "ask for a link"],
  ["signin/email/once-more", "ask for a link"],
  ["callback/email", "link"],
  ["callback/email/x", "link"],
  ["signin", "other"],
  ["session", "other"],
  ["signout/email", "other"],
] as const)("%s: %s", (...[path, action]) => {
  expect(authAction(path.split("/"))).toBe(action);
});
