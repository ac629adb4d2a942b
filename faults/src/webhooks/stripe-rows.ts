import postgres from "postgres";

export interface Billed {
  readonly tenantId: string;
  readonly customerId: string;
}

interface Place {
  readonly url: string;
  readonly workspaces: readonly Billed[];
}

/** What stands about each workspace, but for the numbers of the readings. */
export function rowsOf(place: Place): Promise<string[]> {
  return inEach(place, async (tx) => {
    const rows = await tx`
      select customer_id, subscription_id, livemode, status, plan, interval, period_start, period_end, cancel_at,
        past_due_since, next_plan, next_interval, problem from subscription`;
    return JSON.stringify(rows);
  });
}

/** As if all of it had been missed: nobody of them pays. */
export async function spoilRows(place: Place): Promise<void> {
  await inEach(place, async (tx) => {
    await tx`
      update subscription set status = 'past_due', plan = 'starter', subscription_id = 'sub_wrong', cancel_at = null,
        period_end = period_start`;
    return "";
  });
}

async function inEach({ url, workspaces }: Place, work: (tx: postgres.TransactionSql) => Promise<string>) {
  const sql = postgres(url, { max: 1, onnotice: () => undefined });
  const found: string[] = [];
  try {
    for (const { tenantId } of workspaces) {
      await sql.begin(async (tx) => {
        await tx`select set_config('app.tenant_id', ${tenantId}, true), set_config('app.system', 'on', true)`;
        found.push(await work(tx));
      });
    }
    return found;
  } finally {
    await sql.end();
  }
}
