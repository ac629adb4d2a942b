const DECIMAL = /^(-?)(\d{1,15})(?:\.(\d+))?$/;
const CURRENCY = /^[A-Z]{3}$/;

/**
 * Minor units of a decimal amount: `19.90` EUR is 1990, `5980` JPY is 5980. Digits beyond the currency's own round half
 * away from zero. Null for what is no amount or no currency.
 */
export function toMinorUnits(amount: string, currency: string): number | null {
  const match = DECIMAL.exec(amount.trim());
  if (match === null || !CURRENCY.test(currency)) return null;
  const [, sign, whole = "", fraction = ""] = match;
  const digits = fractionDigits(currency);
  const kept = Number(whole + fraction.slice(0, digits).padEnd(digits, "0"));
  const minor = kept + (fraction.charAt(digits) >= "5" ? 1 : 0);
  if (!Number.isSafeInteger(minor)) return null;
  return sign === "-" && minor !== 0 ? -minor : minor;
}

const known = new Map<string, number>();

/** ISO 4217's minor units, as ICU carries them: 0 for JPY, 2 for EUR, 3 for KWD; 2 for a code it does not know. */
function fractionDigits(currency: string): number {
  const found = known.get(currency);
  if (found !== undefined) return found;
  const format = new Intl.NumberFormat("en", { style: "currency", currency }).resolvedOptions();
  const digits = format.maximumFractionDigits ?? 2;
  known.set(currency, digits);
  return digits;
}
