import { describe, expect, it } from "vitest";
import { toCsv } from "./csv.ts";

const body = (...cells: string[]) => toCsv(["a"], [cells]).split("\r\n")[1];

describe("a CSV file", () => {
  it.each(["=1+1", "+1", "-1", "@sum", "\tx", "\rx"])("does not let a table program run %j", (text) => {
    expect(body(text)?.replace(/^"/, "").startsWith("'")).toBe(true);
  });

  it("keeps commas, quotes and lines within their cell", () => {
    expect(toCsv(["a", "b"], [['x, "y"', "one\ntwo"]])).toBe('\uFEFFa,b\r\n"x, ""y""","one\ntwo"\r\n');
  });

  it("keeps plain cells as they are", () => {
    expect(body("701-1234567-1234567", "Grüße", "レビュー")).toBe("701-1234567-1234567,Grüße,レビュー");
  });
});
