import { expect, it } from "vitest";
import { isSecret } from "./same-secret.ts";

it.each([
  ["key", "key", true],
  ["kez", "key", false],
  ["", "key", false],
  ["longer than the key", "key", false],
  [null, "key", false],
  ["key", undefined, false],
  ["", undefined, false],
])("%j against %j: %s", (given, secret, same) => {
  expect(isSecret(given, secret)).toBe(same);
});
