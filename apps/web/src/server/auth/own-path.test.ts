import { expect, it } from "vitest";
import { ownPath } from "./own-path.ts";

it.each([
  ["/w/acme/s/all/orders?state=sent", "/w/acme/s/all/orders?state=sent"],
  ["https://evil.example", "/w"],
  ["//evil.example", "/w"],
  ["/\\evil.example", "/w"],
  ["/\t/evil.example", "/w"],
  ["javascript:alert(1)", "/w"],
  [undefined, "/w"],
])("after signing in, %s leads to %s", (next, path) => expect(ownPath(next)).toBe(path));
