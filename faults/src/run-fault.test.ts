import { describe, expect, test } from "vitest";
import { chooseFaults } from "./choose-faults.ts";
import { forgedWebhooks } from "./entries/forged-webhooks.ts";
import type { FaultEntry, FaultOutcome } from "./entry.ts";
import { describeRow, runFault } from "./run-fault.ts";
import { isValid } from "./webhooks/oracle.ts";
import { VECTOR_NOW, VECTORS } from "./webhooks/vectors.ts";

const input = { seed: 1, scale: 0.05, say: () => undefined };

function entry(outcome: Partial<FaultOutcome>, expects: FaultEntry["expects"] = "invariants"): FaultEntry {
  return {
    key: "x",
    title: "a fault",
    expects,
    run: async () => ({ count: 10, effective: 10, failures: 0, examples: [], ...outcome }),
  };
}

describe("a fault test", () => {
  test("holds where nothing failed and the fault really hit", async () => {
    expect(await runFault(entry({}), input)).toMatchObject({ ok: true, seed: 1, scale: 0.05 });
  });

  test.each([{ failures: 1 }, { effective: 8 }, { count: 0, effective: 0 }])(
    "does not hold with %j",
    async (outcome) => {
      expect((await runFault(entry(outcome), input)).ok).toBe(false);
    },
  );

  test("is a failure where the harness itself breaks", async () => {
    const broken: FaultEntry = { ...entry({}), run: () => Promise.reject(new Error("no worker")) };
    const row = await runFault(broken, input);
    expect(row).toMatchObject({ ok: false, failures: 1 });
    expect(describeRow(broken, row)).toContain("no worker");
  });

  test("is chosen by its key, and a wrong key is an error", () => {
    expect(chooseFaults([entry({})], "x")).toHaveLength(1);
    expect(() => chooseFaults([entry({})], "y")).toThrow("no fault y; there are x");
  });
});

test("a planted bug must be caught", async () => {
  expect((await runFault(entry({ failures: 3 }, "caught"), input)).ok).toBe(true);
  expect((await runFault(entry({ failures: 0 }, "caught"), input)).ok).toBe(false);
});

describe("forged webhooks", () => {
  test.each(VECTORS.map((vector) => [vector.name, vector] as const))(
    "the judge agrees with the vector: %s",
    (_, vector) => {
      expect(isValid(vector.delivery, VECTOR_NOW)).toBe(vector.accept);
    },
  );

  test("none is accepted, and every valid one is", async () => {
    const outcome = await forgedWebhooks.run(input);
    expect(outcome).toMatchObject({ failures: 0, count: 1014 });
    expect(outcome.details?.["valid"]).toBeGreaterThan(50);
    expect(outcome.details?.["forged"]).toBeGreaterThan(400);
  });

  test("a seed replays", async () => {
    expect(await forgedWebhooks.run(input)).toEqual(await forgedWebhooks.run(input));
  });
});
