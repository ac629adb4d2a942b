import { NO_AFTERMATH } from "@heed/core/order/aftermath";
import { describe, expect, test } from "vitest";
import { inPieces, orderLine, readAll, reportText, shipmentLine } from "../testing/report-file.ts";
import { readReport } from "./read-report.ts";

const iso = (instant: { toString(): string } | null | undefined) => instant?.toString() ?? null;

describe("the orders report", () => {
  test("gives an order per order id, with its lines gathered from the whole file", async () => {
    const other = orderLine({ "amazon-order-id": "302-0000000-0000002", sku: "POT" });
    const lines = [orderLine(), other, orderLine({ sku: "PLATE", "item-price": "5.10", quantity: "1" }), orderLine()];
    const { orders, summary } = await readAll(inPieces(reportText(lines)));
    expect(summary).toMatchObject({ report: "orders", orders: 2, items: 4, badLines: 0, missingColumns: [] });
    const [first] = orders;
    expect(first).toMatchObject({ line: 2, incoming: { alias: null, aliasSource: null } });
    expect(first?.incoming.order).toMatchObject({
      orderId: "302-1234567-7654321",
      marketplaceId: "A1PA6795UKMFR9",
      channel: "amazon",
      fulfilledBy: "amazon",
      status: "SHIPPED",
      shippedAt: null,
      delivery: null,
      programs: [],
      replacement: false,
      currency: "EUR",
      totalMinor: 4490,
      serviceLevel: "Expedited",
      source: "orders_report",
      aftermath: NO_AFTERMATH,
    });
    expect(
      first?.incoming.order.items.map((item) => [
        item.orderItemId,
        item.quantity,
        item.quantityShipped,
        item.priceMinor,
      ]),
    ).toEqual([
      ["CUP-1#1", 2, 2, 1990],
      ["PLATE#1", 1, 1, 510],
      ["CUP-1#2", 2, 2, 1990],
    ]);
  });

  test("lets the line that was updated last speak for the order", async () => {
    const late = orderLine({ "order-status": "Cancelled", "last-updated-date": "2026-06-23T00:00:00Z" });
    const [order] = (await readAll(inPieces(reportText([late, orderLine()])))).orders;
    expect(order?.incoming.order.status).toBe("CANCELLED");
    expect(iso(order?.incoming.order.lastUpdatedAt)).toBe("2026-06-23T00:00:00Z");
  });

  test("finds its columns by name, in any order, and passes over those it does not know", async () => {
    const shuffled = Object.fromEntries(Object.entries({ "new-column": "x", ...orderLine() }).toReversed());
    const { orders } = await readAll(inPieces(reportText([shuffled], "\n")));
    expect(orders[0]?.incoming.order.items[0]).toMatchObject({ sku: "CUP-1", title: "Becher" });
  });

  test("keeps no city, state or postal code", async () => {
    const { orders } = await readAll(inPieces(reportText([orderLine()])));
    expect(JSON.stringify(orders)).not.toMatch(/Muster|99999/);
  });

  test.each([
    ["Non-Amazon", "302-1234567-7654321", "other"],
    ["Non-Amazon US", "302-1234567-7654321", "other"],
    ["Amazon.de", "S02-1234567-7654321", "other"],
    ["Amazon.co.jp", "302-1234567-7654321", "amazon"],
  ])("of the channel %j with the id %s is %s", async (sales, orderId, channel) => {
    const { orders } = await readAll(
      inPieces(reportText([orderLine({ "sales-channel": sales, "amazon-order-id": orderId })])),
    );
    expect(orders[0]?.incoming.order.channel).toBe(channel);
  });

  test("stores an order of a marketplace that is not known, and tells of it", async () => {
    const { orders, summary } = await readAll(inPieces(reportText([orderLine({ "sales-channel": "Amazon.moon" })])));
    expect(orders[0]?.incoming.order).toMatchObject({ channel: "amazon", marketplaceId: "Amazon.moon" });
    expect(summary.unknownMarketplaces).toEqual({ "Amazon.moon": 1 });
  });

  test.each([
    ["Pending", "PENDING"],
    ["Unshipped", "UNSHIPPED"],
    ["Shipped - Delivered to Buyer", "SHIPPED"],
    ["Shipped - Returned to Seller", "UNFULFILLABLE"],
    ["Shipped - Lost in Transit", "UNFULFILLABLE"],
    ["Cancelled", "CANCELLED"],
  ])("reads the status %j as %s", async (text, status) => {
    const { orders } = await readAll(inPieces(reportText([orderLine({ "order-status": text })])));
    expect(orders[0]?.incoming.order.status).toBe(status);
  });

  test("knows replacements, exchanges and business orders where the columns are there", async () => {
    const line = { ...orderLine({ "is-business-order": "true" }), "is-replacement-order": "true" };
    const { orders } = await readAll(inPieces(reportText([line])));
    expect(orders[0]?.incoming.order).toMatchObject({ replacement: true, programs: ["AMAZON_BUSINESS"] });
  });

  test("tells bad lines by number and reason, and reads all others", async () => {
    const lines = [
      orderLine(),
      orderLine({ "amazon-order-id": "not-an-id" }),
      orderLine({ "amazon-order-id": "302-0000000-0000002", "purchase-date": "20.06.2026" }),
      orderLine({ "amazon-order-id": "302-0000000-0000003", quantity: "two" }),
      orderLine({ "amazon-order-id": "302-0000000-0000004", "order-status": "Melted" }),
      orderLine({ "amazon-order-id": "302-0000000-0000005", "fulfillment-channel": "Pigeon" }),
      orderLine({ "amazon-order-id": "302-0000000-0000006", "product-name": "two\tcells" }),
      orderLine({ "amazon-order-id": "302-0000000-0000007", "product-name": "x".repeat(100_000) }),
      orderLine({ "amazon-order-id": "302-0000000-0000008", sku: "" }),
      orderLine({ "amazon-order-id": "302-0000000-0000009" }),
    ];
    const { orders, bad, summary } = await readAll(inPieces(reportText(lines), 5000));
    expect(orders.map((order) => order.line)).toEqual([2, 11]);
    expect(summary.badLines).toBe(8);
    expect(bad.toSorted((a, b) => a.line - b.line).map(({ line, reason }) => `${line}: ${reason}`)).toEqual([
      "3: amazon-order-id is not an order id",
      "4: purchase-date is not a date with an offset",
      "5: quantity is not a whole number",
      "6: order-status is not one that Heed knows",
      "7: fulfillment-channel is neither Amazon nor Merchant",
      "8: the line has 28 columns, the header 27",
      "9: the line is too long",
      "10: sku is missing",
    ]);
  });

  test("is the same when it is read twice", async () => {
    const source = inPieces(reportText([orderLine(), orderLine({ sku: "B" })]));
    expect(await readAll(source)).toEqual(await readAll(source));
  });
});

describe("the shipments report", () => {
  test("brings the alias, the ship date and the estimated arrival", async () => {
    const { orders, summary } = await readAll(inPieces(reportText([shipmentLine()])));
    expect(summary.report).toBe("shipments");
    const [found] = orders;
    expect(found?.incoming).toMatchObject({
      alias: "a1b2c3d4e5@marketplace.amazon.co.jp",
      aliasSource: "shipments_report",
    });
    expect(found?.incoming.order).toMatchObject({
      marketplaceId: "A1VC38T7YXB528",
      channel: "amazon",
      fulfilledBy: "amazon",
      status: "SHIPPED",
      totalMinor: 5980,
      source: "shipments_report",
      aftermath: NO_AFTERMATH,
      delivery: { estimated: true },
    });
    expect(iso(found?.incoming.order.shippedAt)).toBe("2026-06-21T01:00:00Z");
    expect(iso(found?.incoming.order.lastUpdatedAt)).toBe("2026-06-22T01:00:00Z");
    expect(iso(found?.incoming.order.delivery?.earliest)).toBe("2026-06-23T11:00:00Z");
    expect(JSON.stringify(orders)).not.toMatch(/Muster|0300000000|999-9999/);
  });

  test("joins an item that went in two parcels; the first one dates the shipment, the last one the arrival", async () => {
    const second = shipmentLine({
      "shipment-item-id": "S2",
      "shipment-date": "2026-06-24T10:00:00+09:00",
      "estimated-arrival-date": "2026-06-27T20:00:00+09:00",
      "quantity-shipped": "3",
    });
    const [found] = (await readAll(inPieces(reportText([second, shipmentLine()])))).orders;
    expect(found?.incoming.order.items).toMatchObject([{ quantity: 4, quantityShipped: 4, priceMinor: 11_960 }]);
    expect(iso(found?.incoming.order.shippedAt)).toBe("2026-06-21T01:00:00Z");
    expect(iso(found?.incoming.order.delivery?.earliest)).toBe("2026-06-23T11:00:00Z");
    expect(iso(found?.incoming.order.delivery?.latest)).toBe("2026-06-27T11:00:00Z");
  });

  test("takes the marketplace from the alias where it has no sales channel", async () => {
    const { "sales-channel": _dropped, ...line } = shipmentLine();
    const { orders, summary } = await readAll(inPieces(reportText([line])));
    expect(orders[0]?.incoming.order.marketplaceId).toBe("A1VC38T7YXB528");
    expect(summary.missingColumns).toEqual(["sales-channel"]);
  });

  test("keeps no address that is no alias, and leaves the window open without an arrival", async () => {
    const line = shipmentLine({ "buyer-email": "someone@example.com", "estimated-arrival-date": "" });
    const [found] = (await readAll(inPieces(reportText([line])))).orders;
    expect(found?.incoming).toMatchObject({ alias: null, aliasSource: null, order: { delivery: null } });
  });
});

describe("the encoding", () => {
  const german = reportText([orderLine({ "product-name": "Tür „groß“ für Äpfel" })]);
  const japanese = reportText([shipmentLine({ "product-name": "電気ケトル" })]);
  const title = async (bytes: Uint8Array) => {
    const { orders, summary } = await readAll(inPieces(bytes));
    return [summary.encoding, orders[0]?.incoming.order.items[0]?.title];
  };

  test("of UTF-8 is found, with and without a byte-order mark", async () => {
    expect(await title(Buffer.from(german))).toEqual(["utf-8", "Tür „groß“ für Äpfel"]);
    expect(await title(Buffer.from(`\ufeff${german}`))).toEqual(["utf-8", "Tür „groß“ für Äpfel"]);
  });

  test("of UTF-16, as spreadsheets save text, is found by its mark", async () => {
    expect(await title(Buffer.from(`\ufeff${german}`, "utf16le"))).toEqual(["utf-16le", "Tür „groß“ für Äpfel"]);
  });

  test("of Windows-1252 is found, though most of its text would be valid Shift_JIS", async () => {
    expect(await title(encode(german, "windows-1252"))).toEqual(["windows-1252", "Tür „groß“ für Äpfel"]);
    const pairs = reportText([orderLine({ "product-name": "Grüße" })]);
    expect(await title(encode(pairs, "windows-1252"))).toEqual(["windows-1252", "Grüße"]);
  });

  test("of Shift_JIS is found by the sales channel, or by kana", async () => {
    expect(await title(encode(japanese, "shift_jis"))).toEqual(["shift_jis", "電気ケトル"]);
    const elsewhere = reportText([shipmentLine({ "product-name": "カップとソーサー", "sales-channel": "Non-Amazon" })]);
    expect(await title(encode(elsewhere, "shift_jis"))).toEqual(["shift_jis", "カップとソーサー"]);
  });
});

describe("another file", () => {
  test.each<[string, string | Uint8Array, string]>([
    ["nothing", "", "The report is empty"],
    ["blank lines", "\r\n\r\n", "The report is empty"],
    ["a header alone", reportText([orderLine()]).split("\r\n")[0] ?? "", "The report holds no orders"],
    ["an Excel file", Buffer.from("PK\u0003\u0004rest"), "This is an Excel or ZIP file"],
    ["a compressed file", Buffer.from([0x1f, 0x8b, 8, 0]), "This file is compressed"],
    ["a PDF", "%PDF-1.7", "This is a PDF file"],
    ["an XML report", '<?xml version="1.0"?>', "This is an XML or HTML file"],
    ["another report", "asin\tsku\r\nB0\tS\r\n", "This is not a report that Heed reads"],
    ["commas for tabs", reportText([orderLine()]).replaceAll("\t", ","), "This is not a report that Heed reads"],
    ["bytes", Buffer.from([0, 1, 2, 255, 254]), "This is not a report that Heed reads"],
  ])("that is %s is refused with a text for the seller", async (_name, content, message) => {
    const error = await readReport(inPieces(content, 64))
      .next()
      .catch((thrown: unknown) => thrown);
    expect(error).toMatchObject({ code: "INVALID", message: expect.stringContaining(message) });
  });

  test("that lacks columns is refused by their names", async () => {
    const { quantity: _q, sku: _s, ...line } = orderLine();
    await expect(readReport(inPieces(reportText([line]))).next()).rejects.toMatchObject({
      code: "INVALID",
      message: "The report lacks the columns sku, quantity",
    });
  });

  test("that is not there is refused too", async () => {
    await expect(readReport("/nowhere/report.txt").next()).rejects.toMatchObject({ code: "INVALID" });
  });
});

/** Encodes by searching the decoder's own table, as Node only decodes these encodings. */
function encode(text: string, encoding: "windows-1252" | "shift_jis"): Uint8Array {
  const decoder = new TextDecoder(encoding);
  const table = new Map<string, readonly number[]>();
  for (let lead = 0x80; lead <= 0xff; lead++) {
    table.set(decoder.decode(new Uint8Array([lead])), [lead]);
    if (encoding === "windows-1252") continue;
    for (let trail = 0x40; trail <= 0xfc; trail++)
      table.set(decoder.decode(new Uint8Array([lead, trail])), [lead, trail]);
  }
  return new Uint8Array(
    [...text].flatMap((sign) =>
      (sign.codePointAt(0) ?? 0) < 0x80 ? [sign.charCodeAt(0)] : [...(table.get(sign) ?? [0x3f])],
    ),
  );
}
