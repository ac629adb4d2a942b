import { type FirstEmails, wholeRate } from "../analytics/first-emails.ts";
import type { OptOutRate } from "../analytics/opt-out-rate.ts";

/** Where an agency's choice of a colour starts; its own takes its place. */
export const FIRST_COLOUR = "#35506b";

/** What a client is told of one store. */
export interface StoreReport {
  readonly name: string;
  readonly orders: number;
  readonly sent: number;
  readonly reached: number;
  readonly refused: number;
  /** First e-mails of the last 13 weeks, as the rate counts them. */
  readonly firstEmails: readonly FirstEmails[];
}

export interface ClientReport {
  readonly client: string;
  /** Under which name and colour it goes out. */
  readonly sender: string;
  readonly colour: string | null;
  readonly week: { readonly from: string; readonly to: string };
  readonly stores: readonly (Omit<StoreReport, "firstEmails"> & { readonly rate: OptOutRate })[];
  readonly total: Omit<StoreReport, "name" | "firstEmails"> & { readonly rate: OptOutRate };
}

interface ReportInput extends Pick<ClientReport, "client" | "sender" | "colour" | "week"> {
  readonly stores: readonly StoreReport[];
}

/** The rate of all stores is that of their buyers together, never the mean of rates. */
export function composeReport({ stores, ...head }: ReportInput): ClientReport {
  const sum = (value: (store: StoreReport) => number) => stores.reduce((total, store) => total + value(store), 0);
  return {
    ...head,
    stores: stores.map(({ firstEmails, ...store }) => ({ ...store, rate: wholeRate(firstEmails) })),
    total: {
      ...{ orders: sum(({ orders }) => orders), sent: sum(({ sent }) => sent) },
      ...{ reached: sum(({ reached }) => reached), refused: sum(({ refused }) => refused) },
      rate: wholeRate(stores.flatMap(({ firstEmails }) => firstEmails)),
    },
  };
}

/** One sentence about the rate that says how sure it is. */
export function rateSentence({ rate, refused, settled, interval }: OptOutRate): string {
  if (rate === null)
    return "No opt-out rate yet: it counts buyers whose first e-mail of the last 13 weeks has a known fate.";
  const percent = (share: number) => `${(share * 100).toFixed(1)} %`;
  const buyers = settled === 1 ? "buyer" : "buyers";
  return `Opt-out rate ${percent(rate)} (${refused.toLocaleString("en")} of ${settled.toLocaleString("en")} ${buyers} whose first e-mail of the last 13 weeks has a known fate; 95 % interval ${percent(interval.low)} to ${percent(interval.high)}).`;
}
