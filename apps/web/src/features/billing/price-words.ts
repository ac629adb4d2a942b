import { CURRENCY, type Interval } from "@heed/core/billing/plans";
import { count } from "../number-words.ts";
import { money } from "../order/money.ts";

export const dollars = (minor: number): string => money(minor, CURRENCY.toUpperCase());

/** Cents as whole dollars where they are. */
export const price = (minor: number): string => dollars(minor).replace(/\.00$/, "");

/** "2.5 ¢" from thousandths of a cent. */
export const unitPrice = (milli: number): string => `${milli / 1_000} ¢`;

export const per = (interval: Interval): string => (interval === "year" ? "a year" : "a month");

/** "2 stores", "stores without limit" */
export const roomFor = (limit: number | null, one: string, many: string): string =>
  limit === null ? `${many} without limit` : `${count(limit)} ${limit === 1 ? one : many}`;
