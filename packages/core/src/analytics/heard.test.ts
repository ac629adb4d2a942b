import { expect, it } from "vitest";
import { Temporal } from "../time.ts";
import { isDeaf, needsTest } from "./heard.ts";

const NOW = Temporal.Instant.from("2026-11-25T12:00:00Z");
const ago = (hours: number) => NOW.subtract({ minutes: hours * 60 });

it.each([
  ["a test that came back", { testedAt: ago(5), testOpen: false, heardAt: ago(5) }, false],
  ["never tested", { testedAt: null, testOpen: false, heardAt: null }, false],
  ["a new address whose first test is on its way", { testedAt: ago(0.5), testOpen: true, heardAt: null }, false],
  ["a test on its way at an address that hears", { testedAt: ago(0.5), testOpen: true, heardAt: ago(21) }, false],
  ["a test that did not come", { testedAt: ago(1), testOpen: true, heardAt: ago(2) }, true],
  ["the next test after one that did not come", { testedAt: ago(0.5), testOpen: true, heardAt: ago(45) }, true],
])("%s: deaf %s", (_name, facts, deaf) => {
  expect(isDeaf(facts, NOW)).toBe(deaf);
});

it("tests what has neither heard nor been tested for most of a day", () => {
  const facts = { testOpen: false };
  expect(needsTest({ ...facts, testedAt: null, heardAt: null }, NOW)).toBe(true);
  expect(needsTest({ ...facts, testedAt: ago(20), heardAt: ago(30) }, NOW)).toBe(true);
  expect(needsTest({ ...facts, testedAt: ago(30), heardAt: ago(19) }, NOW)).toBe(false);
  expect(needsTest({ ...facts, testedAt: ago(19), heardAt: null }, NOW)).toBe(false);
});
