import { checkMessage } from "@heed/core/policy/check-message";
import { describe, expect, it } from "vitest";
import { isForbidden } from "./call-lane.ts";

const BASE = { language: "en", subject: "302-1234567-1234567", text: "", orderId: "302-1234567-1234567" };
const judged = (html: string) => checkMessage({ ...BASE, html, purpose: "review_request" }).findings;
const email = (html: string) => ({
  facts: { wanted: "en", language: "en", findings: judged(html) },
  offered: true,
  templateKey: "t",
  templateVersion: 1,
  mail: null,
  payloadHash: null,
});

describe("the last look before a call", () => {
  it("stops what the rules block, whoever decided to send it", () => {
    expect(isForbidden({ email: email("<p>A gift card for your review!</p>"), typed: null, repeat: false })).toBe(true);
    expect(isForbidden({ email: email("<p>Would you write a review?</p>"), typed: null, repeat: false })).toBe(false);
  });

  it("does not touch a call that is made again: it may be with the buyer", () => {
    expect(isForbidden({ email: email("<p>A gift card for your review!</p>"), typed: null, repeat: true })).toBe(false);
  });

  it("lets a call without texts pass: Amazon writes it itself", () => {
    expect(isForbidden({ email: null, typed: null, repeat: false })).toBe(false);
  });
});
