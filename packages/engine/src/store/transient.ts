/** Deadlock, serialisation failure, and the classes "connection exception" and "operator intervention". */
const codes = /^(40P01|40001|08...|57P0[1-5]|53300)$/;
const network: ReadonlySet<string> = new Set([
  "CONNECTION_CLOSED",
  "CONNECTION_ENDED",
  "CONNECTION_DESTROYED",
  "CONNECT_TIMEOUT",
  "ECONNREFUSED",
  "ECONNRESET",
  "EPIPE",
  "ETIMEDOUT",
]);

/** Whether the same statement may succeed when it is sent again a little later. */
export function isTransient(error: unknown): boolean {
  if (!(error instanceof Error) || !("code" in error) || typeof error.code !== "string") return false;
  return codes.test(error.code) || network.has(error.code);
}
