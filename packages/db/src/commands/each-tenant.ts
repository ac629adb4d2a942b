/**
 * Does the work of each tenant, one after the other. What fails in one keeps the others from nothing: the first failure
 * is thrown when all had their turn.
 */
export async function eachTenant<W>(
  work: Iterable<readonly [string, W]>,
  run: (tenantId: string, of: W) => Promise<void>,
): Promise<void> {
  const failures: unknown[] = [];
  for (const [tenantId, of] of work) await run(tenantId, of).catch((error: unknown) => failures.push(error));
  if (failures.length > 0) throw failures[0];
}
