import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { AppError } from "../errors.ts";
import { classifyMail } from "./classify.ts";
import { parseMail } from "./parse-mail.ts";
import { composeMail } from "./testing/compose-mail.ts";

function raw(text: string): Uint8Array {
  return Buffer.from(text, "latin1");
}

describe("reading a mail", () => {
  it("gives addresses, date, subject and text", async () => {
    const mail = await parseMail(
      composeMail({
        from: "Anna <A@Shop.example>",
        to: "b@c.example, D <d@e.example>",
        subject: "Grüße",
        text: "Hallo\nWelt",
      }),
    );
    expect(mail).toMatchObject({
      from: "a@shop.example",
      to: ["b@c.example", "d@e.example"],
      subject: "Grüße",
      text: "Hallo\nWelt",
    });
    expect(mail.date?.toString()).toBe("2026-10-05T10:00:00Z");
    expect(mail.messageId).toBe("<01020152@eu-west-1.amazonses.com>");
  });

  it("gives the text of an HTML mail without markup, styles or comments", async () => {
    const html =
      '<style>p{}</style><p title="a>b">Hello&nbsp;&amp; <b>wel</b>come</p><script>x()</script><!-- c --><blockquote>old</blockquote>';
    expect((await parseMail(composeMail({ subject: "x", html }))).text.replace(/\s*\n\s*/g, "|")).toBe(
      "Hello\u00a0& welcome|> old",
    );
  });

  it("reads attached mails and their attached mails, but not endlessly", async () => {
    let inner = composeMail({ from: "a@b.example", subject: "innermost", text: "deep" });
    for (let level = 0; level < 20; level += 1) {
      inner = composeMail({ subject: `level ${level}`, text: "x", attached: [inner] });
    }
    const mail = await parseMail(inner);
    expect(mail.parts.length).toBeGreaterThan(2);
    expect(mail.parts.length).toBeLessThan(12);
    expect(mail.parts[0]?.text).toContain("subject: level 18");
  });

  it("drops NUL and lone surrogates, composes letters (NFC)", async () => {
    const mail = await parseMail(
      composeMail({ subject: "x", text: "a\0b e\u0301", headers: { "X-Odd": "=?utf-16?B?2AA=?=" } }),
    );
    expect(mail.text).toBe("ab é");
    expect(mail.headers.every(({ value }) => value.isWellFormed())).toBe(true);
  });

  it("reads a truncated base64 body as far as it goes", async () => {
    const mail = await parseMail(raw("Subject: x\r\nContent-Transfer-Encoding: base64\r\n\r\nSGVsbG8gd29ybG"));
    expect(mail.text).toMatch(/^Hello wor/);
  });

  it("reads what stands below broken structure", async () => {
    const mail = await parseMail(
      raw('Subject: x\r\nContent-Type: multipart/mixed; boundary="a"\r\n\r\n--b\r\n\r\nstill here'),
    );
    expect(mail.text).toContain("still here");
  });
});

describe("limits", () => {
  it.each([
    ["bytes", () => new Uint8Array(25 * 1024 * 1024)],
    ["lines", () => raw(`Subject: x\r\n\r\n${"\n".repeat(200_000)}`)],
    ["depth", () => nested(1_000)],
    ["headerBytes", () => raw(`X: ${"a".repeat(600 * 1024)}\r\n\r\nx`)],
    [
      "parts",
      () =>
        raw(
          `Content-Type: multipart/mixed; boundary=b\r\n\r\n${"--b\r\nContent-Type: application/x-y\r\n\r\nz\r\n".repeat(600)}--b--`,
        ),
    ],
  ])("more %s than allowed is refused", async (limit, make) => {
    const error = await parseMail(make()).catch((reason: unknown) => reason);
    expect(error).toBeInstanceOf(AppError);
    expect(error).toMatchObject({ code: "LIMIT_EXCEEDED", details: { limit } });
  });
});

describe("any input", () => {
  const line = fc.oneof(
    fc.string({ unit: "binary", maxLength: 60 }),
    fc.constantFrom(
      "Content-Type: multipart/mixed; boundary=b",
      "--b",
      "--b--",
      "",
      "Content-Type: text/html",
      "Content-Transfer-Encoding: base64",
    ),
    fc.constantFrom(
      "From: auto-communication@amazon.de",
      "Subject: =?iso-2022-jp?B?GyRC?=",
      "Content-Type: message/rfc822",
      "Status: 5.1.1",
      "Action: failed",
    ),
  );

  it("is read and classified without throwing", async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(line, { maxLength: 30 }), async (lines) => {
        const { kind, confidence } = classifyMail(await parseMail(Buffer.from(lines.join("\r\n"), "utf8")));
        expect(kind).toBeTypeOf("string");
        expect(confidence).toBeGreaterThan(0);
      }),
      { numRuns: 300 },
    );
  });

  it("of bytes is read without throwing", async () => {
    await fc.assert(
      fc.asyncProperty(fc.uint8Array({ maxLength: 600 }), async (bytes) => {
        expect((await parseMail(bytes)).text.isWellFormed()).toBe(true);
      }),
      { numRuns: 200 },
    );
  });
});

function nested(levels: number): Uint8Array {
  const open = Array.from(
    { length: levels },
    (_, level) => `Content-Type: multipart/mixed; boundary=b${level}\r\n\r\n--b${level}\r\n`,
  );
  return raw(`Subject: x\r\n${open.join("")}Content-Type: text/plain\r\n\r\nx`);
}
