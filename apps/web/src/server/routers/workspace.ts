import { AppError } from "@heed/core/errors";
import { DIGEST_CHOICES } from "@heed/core/report/report-times";
import { digestChoice, setDigest } from "@heed/db/commands/set-digest";
import { listWorkspaces } from "@heed/db/identity/list-workspaces";
import { leaveWorkspace } from "@heed/db/identity/members";
import {
  createWorkspace,
  deleteWorkspace,
  listDeletedWorkspaces,
  renameWorkspace,
  restoreWorkspace,
  setRequireFactor,
} from "@heed/db/identity/workspace-life";
import { z } from "zod";
import { procedure, router } from "../trpc/procedure.ts";
import { NAME } from "./names.ts";

export const workspaceRouter = router({
  /** The workspaces that this person may enter. */
  list: procedure({ scope: "user", factor: 1 }).query(({ ctx }) =>
    listWorkspaces(ctx.services.db, { userId: ctx.viewer.userId }),
  ),

  /** The one in the address, with what this person is in it. */
  current: procedure({ scope: "workspace", role: "viewer", factor: 1 }).query(({ ctx }) => ({
    ...ctx.workspace,
    requireFactor: ctx.requireFactor,
    role: ctx.access.role,
    throughAgency: ctx.access.agency?.name ?? null,
    email: ctx.viewer.email,
  })),

  create: procedure({ scope: "user", factor: 1 })
    .input(z.object({ name: NAME, kind: z.enum(["seller", "agency"]) }))
    .mutation(({ ctx: { services, viewer, network }, input }) =>
      createWorkspace(services.db, { ...input, userId: viewer.userId, network, now: services.clock.now() }),
    ),

  rename: procedure({ scope: "workspace", role: "admin", factor: 1 })
    .input(z.object({ name: NAME }))
    .mutation(({ ctx, input }) => renameWorkspace(ctx.tx, { name: input.name, now: ctx.services.clock.now() })),

  requireFactor: procedure({ scope: "workspace", role: "owner", factor: 2, fresh: true })
    .input(z.object({ requireFactor: z.boolean() }))
    .mutation(({ ctx, input }) =>
      setRequireFactor(ctx.tx, { requireFactor: input.requireFactor, now: ctx.services.clock.now() }),
    ),

  /** How often owners and admins are told by mail how notices and refusals are. */
  digest: procedure({ scope: "workspace", role: "viewer", factor: 1 }).query(async ({ ctx }) => ({
    choice: await digestChoice(ctx.tx),
  })),

  setDigest: procedure({ scope: "workspace", role: "admin", factor: 1 })
    .input(z.object({ choice: z.enum(DIGEST_CHOICES) }))
    .mutation(({ ctx, input }) => setDigest(ctx.tx, { choice: input.choice, now: ctx.services.clock.now() })),

  leave: procedure({ scope: "workspace", role: "viewer", factor: 1, membersOnly: true }).mutation(({ ctx }) =>
    leaveWorkspace(ctx.tx, ctx.services.clock.now()),
  ),

  remove: procedure({ scope: "workspace", role: "owner", factor: 2, fresh: true })
    .input(z.object({ typedName: z.string().max(200) }))
    .mutation(({ ctx, input }) => deleteWorkspace(ctx.tx, { ...input, now: ctx.services.clock.now() })),

  /** Own workspaces in their days of grace. */
  deleted: procedure({ scope: "user", factor: 1 }).query(({ ctx }) =>
    listDeletedWorkspaces(ctx.services.db, ctx.viewer.userId),
  ),

  restore: procedure({ scope: "user", factor: 2, fresh: true })
    .input(z.object({ id: z.uuid() }))
    .mutation(async ({ ctx: { services, viewer, network }, input }) => {
      const asked = { userId: viewer.userId, id: input.id, network, now: services.clock.now() };
      const restored = await restoreWorkspace(services.db, asked);
      if (restored === null) throw new AppError("NOT_FOUND", "There is no deleted workspace of yours with this id.");
      return restored;
    }),
});
