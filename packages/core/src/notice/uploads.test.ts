import { describe, expect, it } from "vitest";
import { splitMails } from "./mbox.ts";
import { readRefusalList } from "./refusal-list.ts";

describe("a file of mails", () => {
  it("is one mail, or an mbox of several, with quoted From lines restored", () => {
    expect(splitMails("Subject: a\n\nbody")).toEqual(["Subject: a\n\nbody"]);
    const mbox =
      "From x@y Mon Oct  5 10:00:00 2026\nSubject: a\n\n>From here\n\nFrom z Tue Oct  6 10:00:00 2026\nSubject: b\n\n";
    expect(splitMails(mbox)).toEqual(["Subject: a\n\nFrom here\n", "Subject: b\n\n"]);
    expect(splitMails("")).toEqual([]);
    expect(splitMails("From x Mon Oct 5 10:00:00 2026\n")).toEqual([]);
  });
});

describe("a list of past refusals", () => {
  it("takes order ids wherever they stand, once each, with their day", () => {
    const list = readRefusalList(
      'date,order\n2026-01-02,"111-2223334-5556667"\n;111–2223334–5556667;\n403-4565603-0457311\nno order here\n2026-99-99,302-1234567-1234567\n',
    );
    expect(list.bad).toBe(1);
    expect(list.lines.map(({ orderId, at }) => [orderId, at?.toString() ?? null])).toEqual([
      ["111-2223334-5556667", "2026-01-02T00:00:00Z"],
      ["403-4565603-0457311", null],
      ["302-1234567-1234567", null],
    ]);
  });
});
