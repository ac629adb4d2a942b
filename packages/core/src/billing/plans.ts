import type { Lane } from "../message/message.ts";

export const PLAN_IDS = ["free", "starter", "growth", "scale", "agency"] as const;
export type PlanId = (typeof PLAN_IDS)[number];
export type PaidPlanId = Exclude<PlanId, "free">;

export const INTERVALS = ["month", "year"] as const;
export type Interval = (typeof INTERVALS)[number];

/** One currency: a customer at Stripe can never change it, and prices are data that a later version may add to. */
export const CURRENCY = "usd";

/** Units of a month beyond the one before, up to and with this many; null: all further ones. */
export interface Tier {
  readonly upTo: number | null;
  /** Thousandths of a cent for each unit. */
  readonly unitMilli: number;
}

export interface Plan {
  readonly id: PlanId;
  readonly name: string;
  readonly forWhom: string;
  /** Cents for each interval; null: not sold. */
  readonly price: Readonly<Record<Interval, number>> | null;
  /** Reached messages a month that the price includes. */
  readonly included: number;
  /** What further ones cost; empty: sending stops instead. */
  readonly tiers: readonly Tier[];
  /** Null: as many as one likes. */
  readonly stores: number | null;
  readonly members: number | null;
  readonly experiments: boolean;
  /** A cost centre or order number for each client, on use, its CSV and invoices. */
  readonly clientLabels: boolean;
}

export const PLANS: Readonly<Record<PlanId, Plan>> = {
  free: {
    id: "free",
    name: "Free",
    forWhom: "To see it work",
    price: null,
    included: 50,
    tiers: [],
    stores: 1,
    members: 2,
    experiments: false,
    clientLabels: false,
  },
  starter: {
    id: "starter",
    name: "Starter",
    forWhom: "One seller, a few products",
    price: { month: 1_900, year: 19_000 },
    included: 1_000,
    tiers: [{ upTo: null, unitMilli: 2_500 }],
    stores: 2,
    members: 3,
    experiments: false,
    clientLabels: false,
  },
  growth: {
    id: "growth",
    name: "Growth",
    forWhom: "A brand in several marketplaces",
    price: { month: 5_900, year: 59_000 },
    included: 5_000,
    tiers: [{ upTo: null, unitMilli: 1_600 }],
    stores: 5,
    members: 10,
    experiments: true,
    clientLabels: false,
  },
  scale: {
    id: "scale",
    name: "Scale",
    forWhom: "High volume, many people",
    price: { month: 19_900, year: 199_000 },
    included: 25_000,
    tiers: [
      { upTo: 100_000, unitMilli: 1_000 },
      { upTo: null, unitMilli: 800 },
    ],
    stores: 20,
    members: 50,
    experiments: true,
    clientLabels: false,
  },
  agency: {
    id: "agency",
    name: "Agency",
    forWhom: "Many clients, one bill",
    price: { month: 39_900, year: 399_000 },
    included: 60_000,
    tiers: [
      { upTo: 200_000, unitMilli: 800 },
      { upTo: 500_000, unitMilli: 600 },
      { upTo: null, unitMilli: 500 },
    ],
    stores: null,
    members: null,
    experiments: true,
    clientLabels: true,
  },
};

export const PAID_PLANS: readonly PaidPlanId[] = ["starter", "growth", "scale", "agency"];

/** Two weeks with the features of a paid plan; no card. */
export const TRIAL = { days: 14, features: "growth", messages: 500 } as const satisfies {
  days: number;
  features: PaidPlanId;
  messages: number;
};

export interface LanePrice {
  readonly units: number;
  /** Whether a buyer's refusal can be learnt, and so be credited. */
  readonly creditable: boolean;
}

/** A solicitation is Amazon's own mail: no notice follows it, so it counts as one and cannot be credited. */
export const LANE_PRICES: Readonly<Record<Lane, LanePrice>> = {
  solicitation: { units: 1, creditable: false },
  typed: { units: 1, creditable: true },
  email: { units: 1, creditable: true },
};

export const isPaidPlan = (plan: PlanId): plan is PaidPlanId => plan !== "free";

/** Months that one period of the interval has. */
export const monthsOf = (interval: Interval): number => (interval === "year" ? 12 : 1);
