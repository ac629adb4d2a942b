import { createGateway } from "@heed/amazon/gateway";
import type { Gateway } from "@heed/amazon/gateway-types";
import { type CallLog, type RateStore, TOKEN_MARGIN_SECONDS, type TokenStore } from "@heed/amazon/ports";
import type { WaitableClock } from "@heed/core/time";
import type { Db } from "@heed/db/client";
import { countCall } from "@heed/db/commands/count-call";
import { withAccessToken } from "@heed/db/commands/lwa-token";
import { observeRate, takeToken } from "@heed/db/commands/rate-bucket";
import { validSecrets } from "@heed/db/identity/application-secrets";
import type { StoreWork } from "@heed/db/queries/store-work";
import type { KeyRing } from "@heed/db/seal";
import { type SystemDb, systemAccess } from "@heed/db/system-db";
import { withTenant } from "@heed/db/tenant-db";
import type { Logger } from "../logger.ts";
import { breakerOf } from "./breakers.ts";

export interface GatewaySettings {
  readonly clientId: string;
  readonly clientSecret: string;
  readonly endpoint: { readonly port: number; readonly caPath: string } | null;
  /** Real milliseconds for one call with its answer. */
  readonly timeoutMs: number;
}

export interface Gateways {
  /** The way to Amazon of one store: its own credentials, limits and counters. */
  forStore(tenantId: string, store: Pick<StoreWork, "storeId" | "sellerId" | "region" | "refreshToken">): Gateway;
}

interface Parts {
  readonly db: Db;
  readonly system: SystemDb;
  readonly log: Logger;
  readonly ring: KeyRing;
  readonly clock: WaitableClock;
  readonly settings: GatewaySettings;
}

export function createGateways({ db, system, ring, clock, log, settings }: Parts): Gateways {
  return {
    forStore: (tenantId, { storeId, sellerId, region, refreshToken }) =>
      createGateway({
        credentials: { clientId: settings.clientId, clientSecret: settings.clientSecret, refreshToken },
        region,
        sellerId,
        storeId,
        clock,
        tokens: tokenStore({ db, ring, tenantId }),
        rates: rateStore(db, tenantId),
        calls: callLog(db, tenantId),
        breaker: breakerOf({ db, system, log }, { tenantId, storeId, region }),
        secrets: () => validSecrets({ system, ring }, settings.clientId),
        endpoint: settings.endpoint ?? undefined,
        timeoutMs: settings.timeoutMs,
      }),
  };
}

function tokenStore({ db, ring, tenantId }: { db: Db; ring: KeyRing; tenantId: string }): TokenStore {
  return {
    withToken: ({ storeId, now, rejected }, refresh) =>
      withTenant(db, systemAccess(tenantId), (tx) =>
        withAccessToken(tx, { storeId, now, rejected, ring, marginSeconds: TOKEN_MARGIN_SECONDS }, refresh),
      ),
  };
}

function rateStore(db: Db, tenantId: string): RateStore {
  return {
    take: (request) => withTenant(db, systemAccess(tenantId), (tx) => takeToken(tx, request)),
    observe: (observation) => withTenant(db, systemAccess(tenantId), (tx) => observeRate(tx, observation)),
  };
}

function callLog(db: Db, tenantId: string): CallLog {
  return {
    record: ({ storeId, operation, at, status }) =>
      withTenant(db, systemAccess(tenantId), (tx) =>
        countCall(tx, { storeId, operation, at, throttled: status === 429 }),
      ),
  };
}
