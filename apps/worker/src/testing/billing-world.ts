import { type Instant, Temporal } from "@heed/core/time";
import type { Job } from "@heed/db/commands/job";
import { settleMessages } from "@heed/db/commands/settle-messages";
import { type Synced, syncBilling } from "@heed/db/commands/sync-billing";
import { type SubscriptionRow, subscriptionRow } from "@heed/db/queries/billing-facts";
import { withTenant } from "@heed/db/tenant-db";
import { cloneDatabase, type TestDatabase } from "@heed/db/testing";
import { createMessage, createOrder, createStore, createTenant, type TestTenant } from "@heed/db/testing/factories";
import { TEST_NOW } from "@heed/sandbox/testing";
import { type StripeWorld, startStripeWorld } from "@heed/stripe/testing";
import postgres from "postgres";
import { meterUsage } from "../jobs/meter-usage.ts";
import { createLogger } from "../logger.ts";
import type { Worker } from "../worker.ts";

export const START = Temporal.Instant.from(TEST_NOW);

export interface BilledTenant extends TestTenant {
  readonly customerId: string;
}

interface JobRow {
  readonly id: string;
  readonly state: string;
  readonly run_at: Date;
}

/** A database and Stripe's sandbox, with one clock that the test puts forward on both sides. */
export class BillingWorld {
  readonly database: TestDatabase;
  readonly stripe: StripeWorld;
  /** What the job reaches Stripe by; a test may put one in its place that dies. */
  gateway: StripeWorld["gateway"];
  /** Days by which our clock differs from Stripe's. */
  skew = 0;
  #ahead = 0;

  static async start(): Promise<BillingWorld> {
    return new BillingWorld(await cloneDatabase(), await startStripeWorld());
  }

  private constructor(database: TestDatabase, stripe: StripeWorld) {
    this.database = database;
    this.stripe = stripe;
    this.gateway = stripe.gateway;
  }

  async stop(): Promise<void> {
    await Promise.all([this.database.drop(), this.stripe.stop()]);
  }

  now(): Instant {
    return START.add({ seconds: Math.round((this.#ahead + this.skew) * 86_400) });
  }

  async pass(days: number): Promise<void> {
    await this.stripe.ahead(days);
    this.#ahead += days;
  }

  /** What the job needs of a worker. */
  worker(): Worker {
    const clock = { now: () => this.now() } as Worker["clock"];
    const { db, system } = this.database;
    const [log, wakeRelay] = [createLogger("silent"), () => undefined];
    return { db, system, clock, stripe: this.gateway, log, wakeRelay } as Worker;
  }

  sync(tenantId: string, customerId: string | null = null): Promise<Synced> {
    const ports = { db: this.database.db, stripe: this.stripe.gateway };
    return syncBilling(ports, { tenantId, customerId, now: this.now() });
  }

  async row({ access }: TestTenant): Promise<SubscriptionRow> {
    const found = await withTenant(this.database.db, access, subscriptionRow);
    if (found === null) throw new Error("The workspace has no row of billing.");
    return found;
  }

  /** A workspace whose trial is over, and which has subscribed. */
  async subscribed(plan: "starter" | "growth" | "agency" = "starter", card?: string): Promise<BilledTenant> {
    const tenant = await createTenant(this.database.db, { createdAt: this.now().subtract({ hours: 24 * 60 }) });
    const input = { tenantId: tenant.tenantId, plan, ...(card === undefined ? {} : { card }) };
    const { customerId } = await this.stripe.subscribe(input);
    await this.sync(tenant.tenantId, customerId);
    return { ...tenant, customerId };
  }

  /** Messages that were accepted now and settle at the next run of settling. @returns their store */
  async send({ access }: TestTenant, count: number): Promise<string> {
    const { db } = this.database;
    const storeId = await createStore(db, access);
    const now = this.now();
    for (let index = 0; index < count; index += 1) {
      const orderRef = await createOrder(db, { access, storeId });
      const at = { sentAt: now, settleAt: now, claimedAt: now, lane: "solicitation" as const };
      await createMessage(db, { access, storeId, orderRef }, { ...at, state: "sent" });
    }
    return storeId;
  }

  settle(): Promise<unknown> {
    return settleMessages(this.database.db, this.database.system, { now: this.now(), limit: 500 });
  }

  async asTenant<T>(tenantId: string, work: (tx: postgres.TransactionSql) => Promise<T>): Promise<T> {
    const sql = postgres(this.database.urls.DATABASE_URL, { max: 1 });
    try {
      return (await sql.begin(async (tx) => {
        await tx`select set_config('app.tenant_id', ${tenantId}, true), set_config('app.system', 'on', true)`;
        return work(tx);
      })) as T;
    } finally {
      await sql.end();
    }
  }

  /** Takes up a waiting job as the dispatcher leaves one that is due. */
  async takeJob(tenantId: string, kind: Job["kind"]): Promise<Job | undefined> {
    const [job] = await this.asTenant(
      tenantId,
      (tx) => tx<Job[]>`
        update job set state = 'running', attempt = attempt + 1 where kind = ${kind} and state = 'waiting'
        returning id, kind, subject, attempt, state, progress`,
    );
    return job;
  }

  async runMeter({ tenantId }: TestTenant): Promise<JobRow | undefined> {
    const job = await this.takeJob(tenantId, "meter_usage");
    if (job === undefined) return undefined;
    await meterUsage(this.worker(), { tenantId, job });
    const [after] = await this.asTenant(
      tenantId,
      (tx) => tx<JobRow[]>`select id, state, run_at from job where id = ${job.id}`,
    );
    return after;
  }

  /** As recover-lost does with a job whose worker died. */
  requeue({ tenantId }: TestTenant): Promise<unknown> {
    return this.asTenant(tenantId, (tx) => tx`update job set state = 'waiting' where kind = 'meter_usage'`);
  }
}
