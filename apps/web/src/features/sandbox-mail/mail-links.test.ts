import { describe, expect, it } from "vitest";
import { linksOf } from "./mail-links.ts";

describe("the links of a mail", () => {
  it("are web addresses, each once", () => {
    const link = "http://localhost:3000/sign-in/confirm?token=a&email=b%40c.example";
    expect(linksOf(`Sign in\n\n${link}\n\nor ${link}. javascript:alert(1) http://`)).toContain(link);
    expect(linksOf("javascript:alert(1) ftp://x")).toEqual([]);
  });
});
