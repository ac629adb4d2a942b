import type { WaitableClock } from "@heed/core/time";
import type { Db } from "@heed/db/client";
import type { KeyRing } from "@heed/db/seal";
import type { SystemDb } from "@heed/db/system-db";
import type { StripeGateway } from "@heed/stripe/gateway";
import type { DnsResolver } from "./adapters/dns.ts";
import type { Freshened } from "./adapters/freshen-secret.ts";
import type { Gateways } from "./adapters/gateways.ts";
import type { KillPoints } from "./adapters/kill-points.ts";
import type { MailDomains } from "./adapters/mail-domains.ts";
import type { Mailer } from "./adapters/mailer.ts";
import type { OrderSubscriptions } from "./adapters/order-subscriptions.ts";
import type { Logger } from "./logger.ts";

/** Everything that functions and lanes work with; made once in main.ts, handed down as a value. */
export interface Worker {
  readonly db: Db;
  readonly system: SystemDb;
  readonly ring: KeyRing;
  readonly clock: WaitableClock;
  readonly gateways: Gateways;
  readonly mailer: Mailer;
  readonly mailDomains: MailDomains;
  readonly stripe: StripeGateway;
  readonly dns: DnsResolver;
  readonly log: Logger;
  readonly killPoints: KillPoints;
  readonly mailDomain: string;
  /** Where people open the product: links in mails lead there. */
  readonly webUrl: string;
  /** Has Amazon make a new client secret when the present one grows old. */
  readonly freshenSecret: () => Promise<Freshened>;
  /** Where Amazon sends changes of orders, and the end of that. */
  readonly subscriptions: OrderSubscriptions;
  /** A bug on purpose, in demo mode only, to prove that the checker finds it. */
  readonly plant: "lost" | "double" | "leak" | null;
  /** Tells the relay that rows were written, so that it does not wait for its next look. */
  readonly wakeRelay: () => void;
}
