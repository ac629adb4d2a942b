import { initTRPC } from "@trpc/server";
import { z } from "zod";
import { transformer } from "../../trpc/transformer.ts";
import type { RequestContext, Viewer } from "../services.ts";
import type { AccessRule, TenantRule, UserRule } from "./access-rule.ts";
import { isUnexpected, needsOf, toTrpcError } from "./errors.ts";
import { keepable } from "./keepable-input.ts";

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
  return t.procedure.meta({ access }).use(async ({ ctx, next, path, getRawInput }) => {
    const result = await next({ getRawInput: async () => keepable(await getRawInput()) });
    if (result.ok) return result;
    const error = toTrpcError(result.error);
    if (isUnexpected(error))
      ctx.services.log.error({ err: error.cause, path, requestId: ctx.requestId }, "procedure failed");
    throw error;
  });
}

function userProcedure(access: UserRule | TenantRule) {
  return publicProcedure(access).use(async ({ ctx, next }) => {
    const viewer = ctx.guards.signedIn(ctx.viewer);
    await ctx.guards.factor(ctx.services, viewer, access);
    return next({ ctx: { viewer } });
  });
}

/**
 * Access to the workspace is resolved; the procedure opens transactions itself. For streams, which outlive one, and for
 * calls to other services, which must not hold one open.
 */
export function workspaceStream(access: TenantRule & { readonly scope: "workspace" }) {
  return userProcedure(access)
    .input(WORKSPACE)
    .use(async ({ ctx, input, next }) => {
      const check = () => enter(ctx, { slug: input.workspace, viewer: ctx.viewer, needed: access });
      return next({ ctx: { ...(await check()), checkAgain: check } });
    });
}

/**
 * Runs in one transaction that sees the one workspace; a failure of the procedure rolls it back. What must not happen
 * where it was rolled back, such as a mail, is handed to `afterCommit`.
 */
function workspaceProcedure(access: TenantRule) {
  return userProcedure(access)
    .input(WORKSPACE)
    .use(async ({ ctx, input, next }) => {
      const found = await enter(ctx, { slug: input.workspace, viewer: ctx.viewer, needed: access });
      const later: (() => Promise<void>)[] = [];
      const afterCommit = (work: () => Promise<void>) => void later.push(work);
      const result = await ctx.guards.transaction(ctx.services.db, found.access, async (tx) => {
        const answer = await next({ ctx: { ...found, tx, afterCommit } });
        if (!answer.ok) throw answer.error;
        return answer;
      });
      for (const work of later) await work();
      return result;
    });
}

/** As above, for one store or "all" that the person may see. */
function storeProcedure(access: TenantRule) {
  return workspaceProcedure(access)
    .input(STORE)
    .use(async ({ ctx, input, next }) => {
      if (input.store !== "all") await ctx.guards.store(ctx.tx, input.store);
      return next({ ctx: { storeId: input.store } });
    });
}

interface Wanted {
  readonly slug: string;
  readonly viewer: Viewer;
  readonly needed: TenantRule;
}

async function enter({ guards, services, network }: RequestContext, { slug, viewer, needed }: Wanted) {
  const found = await guards.workspace(services, { userId: viewer.userId, slug, network });
  guards.workspaceFactor(found, viewer);
  guards.role(found, needed);
  return found;
}
