import { Temporal } from "@heed/core/time";
import { describe, expect, it } from "vitest";
import { proofRow } from "./proof-csv.ts";

describe("a line of the ledger as proof", () => {
  it("names order, rule, version and the facts that were seen", () => {
    const row = proofRow({
      id: "1",
      at: Temporal.Instant.from("2026-11-23T09:00:00Z"),
      orderId: "111-2223334-5556667",
      marketplaceId: "ATVPDKIKX0DER",
      decision: {
        phase: "send",
        verdict: "refuse",
        purpose: "review_request",
        lane: "email",
        rule: "buyer_opted_out",
        rulePack: "2026-11-23",
        reasons: [
          { rule: "buyer_opted_out", result: "refused", facts: { noticeId: "n1" } },
          { rule: "window_over", result: "passed", facts: {} },
        ],
      },
    });
    expect(row.slice(0, 6)).toEqual([
      "2026-11-23T09:00:00Z",
      "111-2223334-5556667",
      "ATVPDKIKX0DER",
      "send",
      "refuse",
      "buyer_opted_out",
    ]);
    expect(row.at(-1)).toBe("buyer_opted_out: refused (noticeId=n1); window_over: passed");
  });
});
