import { describe, expect, it } from "vitest";
import { parseResendEvent } from "./resend-event.ts";

describe("parseResendEvent", () => {
  it("reads a received mail with its recipients", () => {
    const body = JSON.stringify({
      type: "email.received",
      created_at: "2026-11-23T00:00:00Z",
      data: { email_id: "e1", to: ["n-a@in.x"], extra: 1 },
    });
    expect(parseResendEvent(body)).toEqual({
      kind: "event",
      event: { type: "email.received", data: { email_id: "e1", to: ["n-a@in.x"], cc: [], bcc: [] } },
    });
  });

  it("ignores types that it does not act on, known or not", () => {
    expect(parseResendEvent('{"type":"email.sent","data":{}}')).toEqual({ kind: "ignored", type: "email.sent" });
    expect(parseResendEvent('{"type":"moon.landed"}')).toEqual({ kind: "ignored", type: "moon.landed" });
  });

  it.each([
    "",
    "null",
    "[]",
    "{",
    '{"type":1}',
    '{"type":"email.received"}',
    '{"type":"email.bounced","data":{"email_id":"x","bounce":{"type":"Perhaps"}}}',
  ])("calls %j malformed", (body) => {
    expect(parseResendEvent(body)).toEqual({ kind: "malformed" });
  });
});
