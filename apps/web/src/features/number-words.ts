const WHOLE = new Intl.NumberFormat("en-GB");

/** 12,400 */
export const count = (value: number): string => WHOLE.format(value);

/** A share as percent with the digits that it can bear: 1.3 %, 48 %. */
export function percent(share: number): string {
  const value = share * 100;
  const digits = value !== 0 && Math.abs(value) < 10 ? 1 : 0;
  return `${value.toFixed(digits)} %`;
}

/** "1 order", "3 orders" */
export function counted(value: number, singular: string, plural = `${singular}s`): string {
  return `${count(value)} ${value === 1 ? singular : plural}`;
}

/** Counting stops at this many rows, so that a list costs the same in every workspace. */
const COUNT_LIMIT = 5000;

/** "1,240", or "5,000+" where counting stopped. */
export const cappedCount = (value: number): string => (value >= COUNT_LIMIT ? `${count(COUNT_LIMIT)}+` : count(value));
