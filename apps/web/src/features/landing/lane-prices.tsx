import { LANE_PRICES } from "@heed/core/billing/plans";
import type { Lane } from "@heed/core/message/message";
import { counted } from "../number-words.ts";
import { PriceGrid } from "./price-grid.tsx";

const NAMES: Readonly<Record<Lane, string>> = {
  solicitation: "Request a Review",
  typed: "Typed message",
  email: "E-mail",
};

const COUNTS: Readonly<Record<Lane, string>> = {
  solicitation: "when Amazon has accepted it",
  typed: "72 hours after it was sent, if no notice came",
  email: "72 hours after it was sent, if no notice came",
};

const LANES: readonly Lane[] = ["solicitation", "typed", "email"];

/** What one message costs in each lane, from the data that makes the bills. */
export function LanePrices() {
  return (
    <PriceGrid
      caption="What counts, by lane"
      heads={["Lane", "Counts as", "When", "If the buyer refused it"]}
      rows={LANES.map((lane) => [
        NAMES[lane],
        counted(LANE_PRICES[lane].units, "message"),
        COUNTS[lane],
        LANE_PRICES[lane].creditable
          ? "nothing is charged; a refusal that we learn of later is credited"
          : "cannot be credited: Amazon tells nobody whether the buyer got it",
      ])}
    />
  );
}
