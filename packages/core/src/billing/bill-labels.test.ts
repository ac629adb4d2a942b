import { describe, expect, it } from "vitest";
import { billLabels, type ClientUnits } from "./bill-labels.ts";

const rows: ClientUnits[] = [
  { client: "Pots", label: null, units: 12 },
  { client: "Tea House", label: "CC-104", units: 1_204 },
  { client: null, label: null, units: 3 },
  { client: "Idle", label: "PO-9", units: 0 },
];

describe("labels on a bill", () => {
  it("name each client that used something, the largest first", () => {
    expect(billLabels(rows)).toEqual({
      memo: "Reached messages by client\nCC-104 · Tea House: 1,204\nPots: 12\nStores of no client: 3",
      metadata: {
        heed_client_1: "CC-104 · Tea House: 1,204",
        heed_client_2: "Pots: 12",
        heed_client_3: "Stores of no client: 3",
      },
    });
  });

  it("are not written where no client has one", () => {
    expect(billLabels(rows.filter(({ label }) => label === null))).toBeNull();
    expect(billLabels([])).toBeNull();
  });

  it("say so where nothing was used", () => {
    expect(billLabels([{ client: "Idle", label: "PO-9", units: 0 }])?.memo).toContain("none in this period");
  });

  it("stay within what Stripe takes, and say how many are left out", () => {
    const many = Array.from({ length: 70 }, (_, index) => ({
      client: `Client ${index}`.padEnd(80, "x"),
      label: `CC-${index}`.padEnd(80, "y"),
      units: 100 - index,
    }));
    const { memo, metadata } = billLabels(many) ?? { memo: "", metadata: {} };
    expect(memo.length).toBeLessThanOrEqual(500);
    const shown = memo.split("\n").filter((line) => line.startsWith("CC-")).length;
    expect(memo).toContain(`and ${70 - shown} more`);
    expect(Object.keys(metadata)).toHaveLength(41);
    expect(metadata["heed_clients_left_out"]).toBe("30");
    for (const value of Object.values(metadata)) expect(value.length).toBeLessThanOrEqual(500);
  });
});
