import { createLoader, createSerializer, parseAsNumberLiteral } from "nuqs/server";

/** A month, thirteen weeks, twenty-six weeks. */
export const PERIODS = [30, 91, 182] as const;
export type Period = (typeof PERIODS)[number];

export const PERIOD_WORDS: Readonly<Record<Period, string>> = { 30: "30 days", 91: "13 weeks", 182: "26 weeks" };

export const INSIGHT_FILTERS = { days: parseAsNumberLiteral(PERIODS).withDefault(91) };

export const loadInsightFilters = createLoader(INSIGHT_FILTERS);
export const insightQuery = createSerializer(INSIGHT_FILTERS);
