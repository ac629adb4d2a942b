import { expect, it } from "vitest";
import { createRulePack, rulePack_2026_11_23 as pack } from "../policy/rule-pack.ts";
import { BUILT_IN_TEMPLATES } from "./built-in.ts";
import { recheckTemplate } from "./recheck.ts";

const older = createRulePack(
  "older",
  pack.guidelineRules.filter(({ id }) => id !== "PROH-04"),
);
const texts = [
  { language: "en", subject: "Order {{ order.id }}", body: "<p>Your review, please: a gift card is yours.</p>" },
  { language: "de", subject: "Bestellung {{ order.id }}", body: "<p>Ihre ehrliche Bewertung, bitte.</p>" },
];

it("a newer pack lists the texts that it judges differently, and what it blocks", () => {
  expect(recheckTemplate({ texts }, { before: older, after: pack })).toEqual([
    { language: "en", appeared: ["PROH-04"], gone: [], blocked: true },
  ]);
  expect(recheckTemplate({ texts }, { before: pack, after: older })).toEqual([
    { language: "en", appeared: [], gone: ["PROH-04"], blocked: false },
  ]);
});

it("the same pack changes nothing", () => {
  for (const template of [...BUILT_IN_TEMPLATES, { texts }]) {
    expect(recheckTemplate(template, { before: pack, after: pack })).toEqual([]);
  }
});
