import { AppError } from "@heed/core/errors";
import { atLeast, type Role } from "@heed/core/tenant/role";
import { isFresh, NEEDS_FACTOR } from "@heed/core/tenant/second-factor";
import { resolveAccess } from "@heed/db/identity/resolve-access";
import { hasAuthenticator } from "@heed/db/identity/second-factor";
import { listStores } from "@heed/db/queries/stores";
import { withTenant } from "@heed/db/tenant-db";
import { initTRPC } from "@trpc/server";
import { z } from "zod";
import { transformer } from "../../trpc/transformer.ts";
import type { RequestContext, Services, Viewer } from "../services.ts";
import { isUnexpected, needsOf, toTrpcError } from "./errors.ts";

/** What a procedure declares; the access matrix reads it, and the builders below enforce it. */
export type AccessRule =
  | { readonly scope: "public" }
  | ({ readonly scope: "user" } & FactorRule)
  | ({ readonly scope: "workspace" | "store"; readonly role: Role } & FactorRule);

/**
 * 1: signed in. 2: second factor given since signing in. Fresh: given within the last 15 minutes. `unlessNone`: people
 * who have set none up may pass, since this is how they get their first.
 */
type FactorRule = { readonly factor: 1 } | { readonly factor: 2; readonly fresh?: true; readonly unlessNone?: true };

type TenantRule = Extract<AccessRule, { readonly role: Role }>;
type UserRule = Extract<AccessRule, { readonly scope: "user" }>;

const t = initTRPC
  .context<RequestContext>()
  .meta<{ readonly access: AccessRule }>()
  .create({
    transformer,
    sse: { ping: { enabled: true, intervalMs: 10_000 }, client: { reconnectAfterInactivityMs: 30_000 } },
    errorFormatter: ({ shape, error }) => ({
      ...shape,
      data: { code: shape.data.code, httpStatus: shape.data.httpStatus, needs: needsOf(error) },
    }),
  });

export const router = t.router;
export const createCallerFactory = t.createCallerFactory;

const WORKSPACE = z.object({ workspace: z.string().regex(/^[a-z0-9-]{1,64}$/i) });
const STORE = WORKSPACE.extend({ store: z.union([z.literal("all"), z.uuid()]) });

/** The only builder there is: without a declared access there is no procedure. */
export function procedure(access: { readonly scope: "public" }): ReturnType<typeof publicProcedure>;
export function procedure(access: UserRule): ReturnType<typeof userProcedure>;
export function procedure(access: TenantRule & { readonly scope: "workspace" }): ReturnType<typeof workspaceProcedure>;
export function procedure(access: TenantRule & { readonly scope: "store" }): ReturnType<typeof storeProcedure>;
export function procedure(access: AccessRule) {
  if (access.scope === "public") return publicProcedure(access);
  if (access.scope === "user") return userProcedure(access);
  return access.scope === "workspace" ? workspaceProcedure(access) : storeProcedure(access);
}

function publicProcedure(access: AccessRule) {
  return t.procedure.meta({ access }).use(async ({ ctx, next, path }) => {
    const result = await next();
    if (result.ok) return result;
    const error = toTrpcError(result.error);
    if (isUnexpected(error))
      ctx.services.log.error({ err: error.cause, path, requestId: ctx.requestId }, "procedure failed");
    throw error;
  });
}

function userProcedure(access: UserRule | TenantRule) {
  return publicProcedure(access).use(async ({ ctx, next }) => {
    const viewer = signedIn(ctx.viewer);
    await requireFactor(ctx.services, viewer, access);
    return next({ ctx: { viewer } });
  });
}

/** Access to the workspace is resolved; the procedure opens transactions itself. For streams, which outlive one. */
export function workspaceStream(access: TenantRule & { readonly scope: "workspace" }) {
  return userProcedure(access)
    .input(WORKSPACE)
    .use(async ({ ctx, input, next }) => {
      const check = () => memberAccess(ctx, { slug: input.workspace, viewer: ctx.viewer, needed: access.role });
      return next({ ctx: { ...(await check()), checkAgain: check } });
    });
}

/** Runs in one transaction that sees the one workspace; a failure of the procedure rolls it back. */
function workspaceProcedure(access: TenantRule) {
  return userProcedure(access)
    .input(WORKSPACE)
    .use(async ({ ctx, input, next }) => {
      const member = await memberAccess(ctx, { slug: input.workspace, viewer: ctx.viewer, needed: access.role });
      return withTenant(ctx.services.db, member.access, async (tx) => {
        const result = await next({ ctx: { ...member, tx } });
        if (!result.ok) throw result.error;
        return result;
      });
    });
}

/** As above, for one store or "all" that the person may see. */
function storeProcedure(access: TenantRule) {
  return workspaceProcedure(access)
    .input(STORE)
    .use(async ({ ctx, input, next }) => {
      if (input.store !== "all") {
        const stores = await listStores(ctx.tx);
        if (!stores.some(({ id }) => id === input.store))
          throw new AppError("NOT_FOUND", "This store does not exist here.");
      }
      return next({ ctx: { storeId: input.store } });
    });
}

function signedIn(viewer: Viewer | null): Viewer {
  if (viewer === null) throw new AppError("UNAUTHENTICATED", "Sign in to go on.");
  return viewer;
}

async function requireFactor({ db, clock }: Services, viewer: Viewer, rule: FactorRule): Promise<void> {
  if (rule.factor === 1) return;
  const given = viewer.factorLevel >= 2 && (rule.fresh !== true || isFresh(viewer.steppedUpAt, clock.now()));
  if (given || (rule.unlessNone === true && !(await hasAuthenticator(db, viewer.userId)))) return;
  throw new AppError("FORBIDDEN", "This needs your second factor.", { details: { needs: NEEDS_FACTOR } });
}

interface Wanted {
  readonly slug: string;
  readonly viewer: Viewer;
  readonly needed: Role;
}

/** A workspace of somebody else does not exist for this person: NOT_FOUND, never FORBIDDEN. */
async function memberAccess(ctx: RequestContext, { slug, viewer, needed }: Wanted): Promise<Member> {
  const found = await resolveAccess(ctx.services.db, { userId: viewer.userId, slug, network: ctx.network });
  if (found === null) throw new AppError("NOT_FOUND", "This workspace does not exist.");
  if (!atLeast(found.access.role, needed)) throw new AppError("FORBIDDEN", `This needs the role ${needed}.`);
  return found;
}

type Member = NonNullable<Awaited<ReturnType<typeof resolveAccess>>>;
