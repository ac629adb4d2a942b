import { describe, expect, it } from "vitest";
import { readForwardingRequest } from "./forwarding-request.ts";
import { parseMail } from "./parse-mail.ts";
import { composeMail } from "./testing/compose-mail.ts";

const TEXT =
  "shop@gmail.com has requested to automatically forward mail to your email address n-1@in.heed.example.\nConfirmation code: 123456789\n\nTo allow, click the link below:\n\nhttps://mail-settings.google.com/mail/vf-%5BANGjdJ8x-abc%5D-Xy12\n\nIf you click the link and it appears to be broken …";
const GMAIL = "Gmail Team <forwarding-noreply@google.com>";
const read = async (from: string, text: string, subject = "(#123456789) Gmail Forwarding Confirmation") =>
  readForwardingRequest(await parseMail(composeMail({ from, subject, text })));

describe("the mail that confirms a forwarding", () => {
  it("gives its code and its link", async () => {
    expect(await read(GMAIL, TEXT)).toEqual({
      code: "123456789",
      link: "https://mail-settings.google.com/mail/vf-%5BANGjdJ8x-abc%5D-Xy12",
    });
  });

  it("shows no link that leads elsewhere", async () => {
    const text = TEXT.replace("mail-settings.google.com", "mail-settings.google.com.evil.example");
    expect(await read(GMAIL, text)).toMatchObject({ link: null });
  });

  it("is Gmail's only", async () => {
    expect(await read("forwarding-noreply@google.com.evil.example", TEXT)).toBeNull();
  });
});
