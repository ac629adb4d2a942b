import { AppError } from "@heed/core/errors";
import { Resend } from "resend";
import type { MailerSettings } from "./mailer.ts";

export interface MailDomain {
  readonly providerId: string;
  readonly status: string;
  readonly records: readonly {
    readonly record: string;
    readonly name: string;
    readonly type: string;
    readonly value: string;
    readonly ttl: string;
    readonly status: string;
    readonly priority: number | null;
  }[];
}

/** Domains at Resend. All throw AppError: INVALID where Resend refuses, NOT_FOUND, else UPSTREAM (retryable). */
export interface MailDomains {
  create(name: string): Promise<MailDomain>;
  get(providerId: string): Promise<MailDomain>;
  verify(providerId: string): Promise<void>;
  remove(providerId: string): Promise<void>;
}

type Settings = Pick<MailerSettings, "apiKey" | "baseUrl" | "timeoutMs">;

export function createMailDomains({ apiKey, baseUrl, timeoutMs }: Settings): MailDomains {
  const { domains } = new Resend(apiKey, baseUrl === null ? {} : { baseUrl });
  const limit = () => ({ signal: AbortSignal.timeout(timeoutMs) });
  return {
    async create(name) {
      // Amazon forbids pixels and wrapped links; what buyers answer comes back to the sender.
      const tracking = { openTracking: false, clickTracking: false };
      const capabilities = { sending: "enabled", receiving: "enabled" } as const;
      return domainOf(answered(await domains.create({ name, ...tracking, capabilities }, limit())));
    },
    async get(providerId) {
      return domainOf(answered(await domains.get(providerId, limit())));
    },
    async verify(providerId) {
      answered(await domains.verify(providerId, limit()));
    },
    async remove(providerId) {
      answered(await domains.remove(providerId, limit()));
    },
  };
}

interface Answer<T> {
  readonly data: T | null;
  readonly error: { readonly name: string; readonly message: string; readonly statusCode: number | null } | null;
}

function answered<T>({ data, error }: Answer<T>): T {
  if (error === null && data !== null) return data;
  const status = error?.statusCode ?? null;
  const details = { code: error?.name ?? "unreadable", status };
  if (status === 404) throw new AppError("NOT_FOUND", "Resend does not know this domain.", { details });
  const refused = status !== null && status >= 400 && status < 500 && ![401, 429].includes(status);
  if (refused) throw new AppError("INVALID", error?.message ?? "Resend refuses this domain.", { details });
  throw new AppError("UPSTREAM", "Resend did not answer as expected.", { retryable: true, details });
}

interface Told {
  readonly id: string;
  readonly status: string;
  readonly records: readonly {
    readonly record: string;
    readonly name: string;
    readonly type: string;
    readonly value: string;
    readonly ttl: string;
    readonly status: string;
    readonly priority?: number;
  }[];
}

function domainOf({ id: providerId, status, records }: Told): MailDomain {
  return {
    providerId,
    status,
    records: records.map(({ record, name, type, value, ttl, status: found, priority = null }) => {
      return { record, name, type, value, ttl, status: found, priority };
    }),
  };
}
