import { expect, it } from "vitest";
import { closesAllLanes, openToOptedOut } from "./opted-out.ts";

it.each([
  ["review_request", "email", "never", false],
  ["review_request", "email", "ask_amazon", false],
  ["review_request", "solicitation", "never", false],
  ["review_request", "solicitation", "ask_amazon", true],
  ["address_issue", "typed", "never", true],
  ["customization_question", "typed", "ask_amazon", true],
  ["warranty", "typed", "never", false],
  ["invoice", "typed", "ask_amazon", false],
] as const)("%s by %s, opted_out_buyers: %s → %s", (...[purpose, lane, setting, open]) => {
  expect(openToOptedOut(purpose, lane, setting)).toBe(open);
});

it.each([
  ["own_list", true],
  ["complaint", true],
  ["hard_bounce", false],
  ["provider", false],
] as const)("%s closes all lanes: %s", (reason, closes) => {
  expect(closesAllLanes(reason)).toBe(closes);
});
