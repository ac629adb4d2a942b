import { describe, expect, it } from "vitest";
import { sentencesOf } from "./sentences.ts";

describe("the sentences of a notice", () => {
  it("are told apart in any script, each once", () => {
    const text =
      "Subject here\n\nDear Seller,\nIt was not delivered. Order {order}!\n購入者は受信を拒否しました。配信できませんでした。\nDear Seller,";
    expect(sentencesOf(text)).toEqual([
      "Subject here",
      "Dear Seller,",
      "It was not delivered.",
      "Order {order}!",
      "購入者は受信を拒否しました。",
      "配信できませんでした。",
    ]);
  });
});
