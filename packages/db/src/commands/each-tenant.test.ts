import { expect, it } from "vitest";
import { eachTenant } from "./each-tenant.ts";

it("gives every tenant its turn, and then tells of the first that failed", async () => {
  const seen: string[] = [];
  const run = eachTenant(
    [
      ["a", 1],
      ["b", 2],
      ["c", 3],
    ] as const,
    async (tenantId, n) => {
      if (n === 1) throw new Error("a is broken");
      seen.push(tenantId);
    },
  );
  await expect(run).rejects.toThrow("a is broken");
  expect(seen).toEqual(["b", "c"]);
});
