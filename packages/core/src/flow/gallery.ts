import { REVIEW_TEMPLATE_KEY } from "./built-in.ts";
import type { FlowStep, FlowVersion } from "./flow.ts";

export interface FlowStarter {
  readonly key: string;
  readonly title: string;
  readonly why: string;
  readonly definition: Omit<FlowVersion, "flowKey" | "version">;
}

const OFFICE = { weekdays: [1, 2, 3, 4, 5], from: 9 * 60, to: 17 * 60 };
const DAYTIME = { weekdays: [1, 2, 3, 4, 5, 6, 7], from: 9 * 60, to: 20 * 60 };

function request(changes: Partial<FlowStep>): readonly FlowStep[] {
  return [
    {
      stepKey: "request",
      purpose: "review_request",
      anchor: "delivered",
      delayDays: 7,
      sendHours: DAYTIME,
      lanePreference: "auto",
      templateKey: REVIEW_TEMPLATE_KEY,
      ...changes,
    },
  ];
}

const COMMON = { priority: 100, marketplaceIds: "all", exclusions: { skus: [], asins: [] } } as const;

/** Flows to begin with; each keeps within Amazon's window by itself. */
export const FLOW_STARTERS: readonly FlowStarter[] = [
  {
    key: "steady",
    title: "A week after delivery",
    why: "The plain one: every order, seven days after it came, in the daytime.",
    definition: { ...COMMON, name: "A week after delivery", condition: null, steps: request({}) },
  },
  {
    key: "considered",
    title: "Thirteen days, no trouble",
    why: "Later requests were answered more often than next-day ones in a trial with 300,000 consumers (Jung and others, Journal of Marketing, 2023). Leaves out what went wrong.",
    definition: {
      ...COMMON,
      name: "Thirteen days, no trouble",
      condition: {
        all: [
          { field: "refunded", op: "is", value: false },
          { field: "returned", op: "is", value: false },
          { field: "late", op: "is", value: false },
        ],
      },
      steps: request({ delayDays: 13 }),
    },
  },
  {
    key: "office",
    title: "Business buyers, office hours",
    why: "Orders of Amazon Business only, on weekdays from nine to five of the buyer's marketplace.",
    definition: {
      ...COMMON,
      name: "Business buyers, office hours",
      priority: 50,
      condition: { field: "program", op: "is", value: "AMAZON_BUSINESS" },
      steps: request({ sendHours: OFFICE }),
    },
  },
  {
    key: "first-time",
    title: "First-time buyers only",
    why: "Asks each buyer once in their life with you, so that regulars are left in peace.",
    definition: {
      ...COMMON,
      name: "First-time buyers only",
      condition: { field: "repeat_buyer", op: "is", value: false },
      steps: request({ delayDays: 10 }),
    },
  },
];
