import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { readDoNotContactList } from "./do-not-contact-list.ts";

describe("a do-not-contact list", () => {
  it.each([
    ["one entry a line", "111-1234567-1234567\nab12cd34ef56gh@marketplace.amazon.com"],
    [
      "CSV with a header and quotes",
      'Order ID,Buyer email\n"111-1234567-1234567","AB12CD34ef56gh+x1@marketplace.amazon.com"\n',
    ],
    [
      "TSV from Windows",
      "\ufefforder-id\tname\r\n111-1234567-1234567\tx\r\n\r\nab12cd34ef56gh@marketplace.amazon.com\ty\r\n",
    ],
    ["ids without dashes", "11112345671234567;ab12cd34ef56gh@marketplace.amazon.com"],
  ])("is read: %s", (_what, text) => {
    expect(readDoNotContactList(text)).toEqual({
      orderIds: ["111-1234567-1234567"],
      aliases: ["ab12cd34ef56gh@marketplace.amazon.com"],
      unreadable: [],
    });
  });

  it("names the lines that hold nothing of either, and keeps none of their text", () => {
    const list = readDoNotContactList("someone@example.com\n111-1234567-1234567\n12345\n");
    expect(list).toEqual({ orderIds: ["111-1234567-1234567"], aliases: [], unreadable: [1, 3] });
  });

  it("counts an entry once, and reads any text", () => {
    expect(readDoNotContactList("111-1234567-1234567\n111-1234567-1234567").orderIds).toHaveLength(1);
    fc.assert(
      fc.property(fc.string({ unit: "binary" }), (text) => {
        readDoNotContactList(text);
      }),
    );
  });
});
