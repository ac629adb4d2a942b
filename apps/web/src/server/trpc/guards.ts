import { AppError } from "@heed/core/errors";
import { atLeast } from "@heed/core/tenant/role";
import { isFresh, NEEDS_FACTOR } from "@heed/core/tenant/second-factor";
import { type AccessQuestion, type ResolvedAccess, resolveAccess } from "@heed/db/identity/resolve-access";
import { hasAuthenticator } from "@heed/db/identity/second-factor";
import { listStores } from "@heed/db/queries/stores";
import { type TenantDb, withTenant } from "@heed/db/tenant-db";
import type { Services, Viewer } from "../services.ts";
import type { FactorRule, TenantRule } from "./access-rule.ts";

/**
 * What stands between a request and the rows of a tenant, one by one. Part of the request's context, so that the access
 * matrix can take one away and must notice; every request that is served has these.
 */
export interface Guards {
  signedIn(viewer: Viewer | null): Viewer;
  factor(services: Services, viewer: Viewer, rule: FactorRule): Promise<void>;
  /** A workspace of somebody else does not exist for this person: NOT_FOUND, never FORBIDDEN. */
  workspace(services: Services, question: AccessQuestion): Promise<ResolvedAccess>;
  /** Of the workspace itself: that nobody works in it without a second factor. */
  workspaceFactor(found: ResolvedAccess, viewer: Viewer): void;
  role(found: ResolvedAccess, rule: Pick<TenantRule, "role" | "membersOnly">): void;
  transaction: typeof withTenant;
  store(tx: TenantDb, storeId: string): Promise<void>;
}

const needsFactor = (text: string) => new AppError("FORBIDDEN", text, { details: { needs: NEEDS_FACTOR } });

export const GUARDS: Guards = {
  signedIn(viewer) {
    if (viewer === null) throw new AppError("UNAUTHENTICATED", "Sign in to go on.");
    return viewer;
  },

  async factor({ db, clock }, viewer, rule) {
    if (rule.factor === 1) return;
    const given = viewer.factorLevel >= 2 && (rule.fresh !== true || isFresh(viewer.steppedUpAt, clock.now()));
    if (given || (rule.unlessNone === true && !(await hasAuthenticator(db, viewer.userId)))) return;
    throw needsFactor("This needs your second factor.");
  },

  async workspace({ db }, question) {
    const found = await resolveAccess(db, question);
    if (found === null) throw new AppError("NOT_FOUND", "This workspace does not exist.");
    return found;
  },

  workspaceFactor({ requireFactor }, { factorLevel }) {
    if (requireFactor && factorLevel < 2) throw needsFactor("This workspace needs your second factor.");
  },

  role({ access }, { role, membersOnly }) {
    if (!atLeast(access.role, role)) throw new AppError("FORBIDDEN", `This needs the role ${role}.`);
    if (membersOnly === true && access.via === "grant") {
      throw new AppError("FORBIDDEN", "This is for people of the workspace itself, not for an agency that it let in.");
    }
  },

  transaction: withTenant,

  async store(tx, storeId) {
    const stores = await listStores(tx);
    if (!stores.some(({ id }) => id === storeId)) throw new AppError("NOT_FOUND", "This store does not exist here.");
  },
};
