import type { Role } from "@heed/core/tenant/role";
import type { Clock, Instant } from "@heed/core/time";
import type { Db } from "@heed/db/client";
import type { SessionFacts } from "@heed/db/identity/auth-adapter";
import type { KeyRing } from "@heed/db/seal";
import type { SecurityMail } from "@heed/emails/account/security-mail";
import type { StripeGateway } from "@heed/stripe/gateway";
import type { AmazonPort } from "./amazon/port.ts";
import type { LiveHub } from "./realtime/live-hub.ts";
import type { Guards } from "./trpc/guards.ts";

/** What procedures work with; handed in, so that tests and the access matrix bring their own. */
export interface Services {
  /** Login `heed_app`: sees a tenant only within `withTenant`. */
  readonly db: Db;
  readonly ring: KeyRing;
  readonly clock: Clock;
  readonly live: LiveHub;
  readonly log: Log;
  readonly amazon: AmazonPort;
  readonly stripe: StripeGateway;
  /** The address that people open. */
  readonly ownUrl: string;
  readonly mail: Mail;
}

export interface AddressToConfirm {
  readonly store: string;
  readonly workspace: string;
  readonly url: string;
  readonly validDays: number;
}

export interface InvitationToMail {
  readonly workspace: string;
  readonly invitedBy: string;
  readonly role: Role;
  readonly stores: readonly string[] | null;
  readonly url: string;
  readonly expiresAt: Instant;
}

export interface OfferToMail {
  readonly seller: string;
  readonly agency: string;
  readonly offeredBy: string;
  readonly role: Role;
  readonly stores: readonly string[];
  readonly url: string;
}

/** Mails about an account that leave while their token is known in clear; the worker sends the others. */
export interface Mail {
  /** Addresses of ours stand on `in.<domain>` and `mail.<domain>`. */
  readonly domain: string;
  /** A page of ours, as it stands in a mail. */
  link(path: string): string;
  confirmAddress(to: string, mail: AddressToConfirm): Promise<void>;
  invitation(to: string, mail: InvitationToMail): Promise<void>;
  grantOffer(to: string, mail: OfferToMail): Promise<void>;
  changeEmail(to: string, mail: { readonly url: string }): Promise<void>;
  emailChanged(to: string, mail: { readonly email: string }): Promise<void>;
  securityChanged(to: string, mail: SecurityMail): Promise<void>;
  selfTest(to: string, mail: { readonly subject: string }): Promise<void>;
}

export interface Log {
  error(facts: Readonly<Record<string, unknown>>, message: string): void;
  warn(facts: Readonly<Record<string, unknown>>, message: string): void;
  info(facts: Readonly<Record<string, unknown>>, message: string): void;
}

/** The person behind a request, and the session that it came with. */
export interface Viewer extends SessionFacts {
  readonly userId: string;
  readonly email: string;
}

export interface RequestContext {
  readonly guards: Guards;
  readonly services: Services;
  readonly viewer: Viewer | null;
  readonly requestId: string;
  /** Part of the network address, for the audit log. */
  readonly network: string | null;
}
