import { expect, test } from "vitest";
import { z } from "zod";
import { readShared, sharedMissing } from "../testing/published-facts.ts";
import { inPieces, orderLine, readAll, reportText, shipmentLine } from "../testing/report-file.ts";

const COLUMNS = Object.keys(orderLine());
const SHIPMENT_COLUMNS = Object.keys(shipmentLine());

function naughtyStrings(): readonly string[] {
  if (sharedMissing) return [];
  const all = z.array(z.string()).parse(JSON.parse(readShared("corpus/strings/blns.json")));
  return [...all, "\u0000", "=1+1", "x".repeat(60_000), "\ufeff", "\u202e"].filter((text) => !/[\t\n\r]/.test(text));
}

const orderId = (index: number) => `302-${String(index).padStart(7, "0")}-0000000`;

test.skipIf(sharedMissing)(
  "hostile values in any cell end as an order or as a bad line, and harm no other (shared-missing)",
  async () => {
    const strings = naughtyStrings();
    for (const column of COLUMNS) {
      const hostile = strings.map((text, index) => orderLine({ "amazon-order-id": orderId(index), [column]: text }));
      const good = orderLine({ "amazon-order-id": "302-9999999-9999999" });
      const { orders, bad } = await readAll(inPieces(reportText([...hostile, good]), 64 * 1024));
      expect(orders.at(-1)?.incoming.order.orderId).toBe("302-9999999-9999999");
      expect(orders.length + bad.length).toBe(strings.length + 1);
      expect(unstorable(orders)).toEqual([]);
    }
  },
);

test.skipIf(sharedMissing)("the same holds for the shipments report (shared-missing)", async () => {
  const strings = naughtyStrings();
  for (const column of SHIPMENT_COLUMNS) {
    const hostile = strings.map((text, index) => shipmentLine({ "amazon-order-id": orderId(index), [column]: text }));
    const { orders, bad } = await readAll(inPieces(reportText([...hostile, shipmentLine()]), 64 * 1024));
    expect(orders.length + bad.length).toBe(strings.length + 1);
    expect(unstorable(orders)).toEqual([]);
  }
});

/** What Postgres would refuse: NUL and halves of characters; and nothing longer than a field may be. */
function unstorable(value: unknown): readonly string[] {
  if (typeof value === "string") {
    return value.includes("\u0000") || !value.isWellFormed() || value.length > 510 ? [value] : [];
  }
  return typeof value === "object" && value !== null ? Object.values(value).flatMap(unstorable) : [];
}
