import type { SendFacts } from "./facts.ts";

/**
 * For a look ahead at a verdict, before the template is rendered and Amazon is asked: a clean text, and an order that
 * may be asked about. What is refused even so is refused whatever the rest turns out to be.
 */
export const HOPED_FOR: Pick<SendFacts, "template" | "solicitationOffered"> = {
  template: { wanted: "en", language: "en", findings: [] },
  solicitationOffered: true,
};
