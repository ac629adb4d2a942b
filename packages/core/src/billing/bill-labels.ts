/** What the stores of one client used in a period that is billed. */
export interface ClientUnits {
  /** Null: stores of no client. */
  readonly client: string | null;
  readonly label: string | null;
  readonly units: number;
}

export interface BillLabels {
  /** Stands on the invoice, for people. */
  readonly memo: string;
  /** For their programs. */
  readonly metadata: Readonly<Record<string, string>>;
}

/** Stripe takes 50 pairs with values of 500 characters (docs.stripe.com/metadata, read 2026-11); some places stay free. */
const MOST_CLIENTS = 40;
const LONGEST_MEMO = 500;

/** The clients of a bill by their labels; null where no client has one, so that nothing is written on it. */
export function billLabels(rows: readonly ClientUnits[]): BillLabels | null {
  if (rows.every(({ label }) => label === null)) return null;
  const used = rows.filter(({ units }) => units !== 0).toSorted((a, b) => b.units - a.units);
  const lines = used.map(lineOf);
  return { memo: memoOf(lines), metadata: metadataOf(lines) };
}

function lineOf({ client, label, units }: ClientUnits): string {
  const name = client ?? "Stores of no client";
  return `${label === null ? name : `${label} · ${name}`}: ${units.toLocaleString("en")}`;
}

function metadataOf(lines: readonly string[]): Readonly<Record<string, string>> {
  const kept = lines.slice(0, MOST_CLIENTS).map((line, index) => [`heed_client_${index + 1}`, line] as const);
  const left = lines.length - kept.length;
  return { ...Object.fromEntries(kept), ...(left > 0 && { heed_clients_left_out: String(left) }) };
}

const HEAD = "Reached messages by client";

/** As many whole lines as fit; how many do not is said, and the CSV has them all. */
function memoOf(lines: readonly string[]): string {
  if (lines.length === 0) return `${HEAD}: none in this period`;
  const end = (left: number) => (left === 0 ? "" : `\nand ${left} more, in the CSV of the billing page`);
  let memo = HEAD;
  for (const [index, line] of lines.entries()) {
    const left = lines.length - index;
    const fits = memo.length + 1 + line.length + end(left - 1).length <= LONGEST_MEMO;
    if (!fits) return memo + end(left);
    memo += `\n${line}`;
  }
  return memo;
}
