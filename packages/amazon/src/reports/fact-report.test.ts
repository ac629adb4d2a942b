import { Temporal } from "@heed/core/time";
import { encodeReport } from "@heed/sandbox/demo/reports";
import { describe, expect, it, test } from "vitest";
import type { FactReportType } from "../report-types.ts";
import { inPieces, reportText } from "../testing/report-file.ts";
import { type FactEvent, readFactReport } from "./fact-report.ts";
import { dayOf } from "./report-day.ts";

const UNTIL = Temporal.Instant.from("2026-07-01T00:00:00Z");
const ORDER = "302-1234567-7654321";

async function read(type: FactReportType, content: string | Uint8Array): Promise<readonly FactEvent[]> {
  const events: FactEvent[] = [];
  for await (const event of readFactReport({ type, source: inPieces(content), until: UNTIL })) events.push(event);
  return events;
}

const factsOf = (events: readonly FactEvent[]) =>
  events.flatMap((event) =>
    event.kind === "fact" ? [JSON.parse(JSON.stringify(event.fact)) as Record<string, unknown>] : [],
  );

describe("returns that the seller handles", () => {
  const MFN = "GET_FLAT_FILE_RETURNS_DATA_BY_RETURN_DATE";
  const line = (changes: Record<string, string> = {}) => ({
    "Order ID": ORDER,
    "Order date": "20-Jun-2026",
    "Return request date": "25-Jun-2026",
    "Return request status": "Approved",
    "Item Name": "Becher",
    "Refunded Amount": "",
    ...changes,
  });

  it("are returned at the day of the request, and refunded where an amount is", async () => {
    const text = reportText([
      line(),
      line({ "Refunded Amount": "19,90" }),
      line({ "Return request status": "Denied" }),
    ]);
    expect(factsOf(await read(MFN, text))).toEqual([
      { orderId: ORDER, returnedAt: "2026-06-25T00:00:00Z" },
      { orderId: ORDER, returnedAt: "2026-06-25T00:00:00Z", refundedAt: "2026-06-25T00:00:00Z" },
    ]);
  });

  it("without a date that can be trusted count from the end of the report", async () => {
    const events = await read(MFN, reportText([line({ "Return request date": "03/04/26" })]));
    expect(factsOf(events)).toEqual([{ orderId: ORDER, returnedAt: UNTIL.toString() }]);
  });

  it("in Shift_JIS are read as well; a line without an order id is told and stops no other", async () => {
    const text = reportText([
      line({ "Item Name": "カップ" }),
      line({ "Order ID": "?" }),
      line({ "Item Name": "急須" }),
    ]);
    const events = await read(MFN, encodeReport(text, "shift_jis"));
    expect(factsOf(events)).toHaveLength(2);
    expect(events).toContainEqual({ kind: "bad_line", line: 3, reason: "there is no order id" });
    expect(events.at(-1)).toEqual({ kind: "summary", encoding: "shift_jis", lines: 3, badLines: 1 });
  });
});

describe("returns that Amazon handles", () => {
  it("are returned at the instant of the return", async () => {
    const text = reportText([
      {
        "return-date": "2026-12-31T23:59:59+09:00",
        "order-id": "250-1234567-7654321",
        sku: "A",
        status: "Unit returned",
      },
    ]);
    expect(factsOf(await read("GET_FBA_FULFILLMENT_CUSTOMER_RETURNS_DATA", text))).toEqual([
      { orderId: "250-1234567-7654321", returnedAt: "2026-12-31T14:59:59Z" },
    ]);
  });
});

describe("seller feedback", () => {
  const FEEDBACK = "GET_SELLER_FEEDBACK_DATA";

  it.each([
    ["English", ["Date", "Rating", "Comments", "Your Response", "Order ID", "Rater Email"]],
    ["German", ["Datum", "Bewertung", "Kommentare", "Ihre Antwort", "Bestellnummer", "E-Mail"]],
    ["no known language", ["?", "?1", "?2", "?3", "?4", "?5"]],
  ])("with headers in %s is read", async (...[, header]) => {
    const cells = ["6/25/26", "1", "5 stars is too much", "", ORDER, "a@marketplace.amazon.de"];
    const text = `${header.join("\t")}\r\n${cells.join("\t")}\r\n`;
    expect(factsOf(await read(FEEDBACK, text))).toEqual([{ orderId: ORDER, feedbackRating: 1 }]);
  });

  it("keeps nothing of the buyer's words or address", async () => {
    const text = `Date\tRating\tComments\tOrder ID\tRater Email\n1/1/26\t2\tBad cup\t${ORDER}\tb@example.com\n`;
    expect(JSON.stringify(await read(FEEDBACK, text))).not.toMatch(/cup|example/);
  });

  it("without stars is told by its line", async () => {
    const events = await read(FEEDBACK, `Date\tRating\tOrder ID\nx\tgood\t${ORDER}\n`);
    expect(events[0]).toEqual({ kind: "bad_line", line: 2, reason: "the rating is not a number of stars" });
  });
});

test("an empty report has no facts and is no error", async () => {
  expect(await read("GET_SELLER_FEEDBACK_DATA", "")).toMatchObject([{ kind: "summary", lines: 0 }]);
  expect(await read("GET_SELLER_FEEDBACK_DATA", "Date\tRating\n")).toMatchObject([{ kind: "summary", lines: 0 }]);
});

test.each([
  ["2026-03-01", "2026-03-01T00:00:00Z"],
  ["29-Feb-2028", "2028-02-29T00:00:00Z"],
  ["31-Dec-2026", "2026-12-31T00:00:00Z"],
  ["29-Feb-2026", undefined],
  ["31-Foo-2026", undefined],
  ["", undefined],
])("a date %s is %s", (text, iso) => expect(dayOf(text)?.toString()).toBe(iso));
