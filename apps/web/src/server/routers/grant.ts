import { AppError } from "@heed/core/errors";
import {
  acceptOffer,
  findOffer,
  listGrants,
  listReceivedGrants,
  offerGrant,
  revokeGrant,
} from "@heed/db/identity/grants";
import { leaveGrant } from "@heed/db/identity/leave-grant";
import { z } from "zod";
import { procedure, router } from "../trpc/procedure.ts";
import { grantMail } from "./invitation-mail.ts";
import { EMAIL } from "./names.ts";

const TOKEN = z.object({ token: z.string().min(20).max(100) });

const OFFER = z.object({
  email: EMAIL,
  role: z.enum(["admin", "manager", "approver", "viewer"]),
  storeIds: z.array(z.uuid()).min(1).max(500).nullable(),
});

/** One workspace's access to stores of another one. */
export const grantRouter = router({
  /** What this workspace has offered and given. */
  list: procedure({ scope: "workspace", role: "admin", factor: 1 }).query(({ ctx }) => listGrants(ctx.tx)),

  offer: procedure({ scope: "workspace", role: "admin", factor: 2, fresh: true, membersOnly: true })
    .input(OFFER)
    .mutation(async ({ ctx, input: { workspace: _, ...wanted } }) => {
      const made = await offerGrant(ctx.tx, { ...wanted, now: ctx.services.clock.now() });
      const mail = await grantMail(ctx, { ...wanted, ...made });
      ctx.afterCommit(() => ctx.services.mail.grantOffer(wanted.email, mail));
      return { id: made.id };
    }),

  revoke: procedure({ scope: "workspace", role: "admin", factor: 2, fresh: true })
    .input(z.object({ id: z.uuid() }))
    .mutation(({ ctx, input }) => revokeGrant(ctx.tx, { grantId: input.id, now: ctx.services.clock.now() })),

  /** The workspaces that let this agency in. */
  received: procedure({ scope: "workspace", role: "viewer", factor: 1 }).query(({ ctx }) => listReceivedGrants(ctx.tx)),

  /** Ends access that another workspace gave this one. */
  leave: procedure({ scope: "workspace", role: "admin", factor: 2, fresh: true, membersOnly: true })
    .input(z.object({ id: z.uuid() }))
    .mutation(({ ctx: { tx, workspace, services }, input }) => {
      const agency = { id: workspace.id, name: workspace.name };
      return leaveGrant(services.db, { tx, agency, grantId: input.id, now: services.clock.now() });
    }),

  /** What the link of an offer leads to, for whoever holds it. */
  offered: procedure({ scope: "user", factor: 1 })
    .input(TOKEN)
    .query(async ({ ctx: { services }, input }) => {
      const found = await findOffer(services.db, input.token, services.clock.now());
      if (found === null) return null;
      const { workspace, role, stores, state } = found;
      return { workspace, role, stores, state };
    }),

  /** Takes an offer up for the workspace in the address, which must be an agency's. */
  accept: procedure({ scope: "workspace", role: "admin", factor: 2, fresh: true, membersOnly: true })
    .input(TOKEN)
    .mutation(async ({ ctx, input }) => {
      const { workspace, viewer, services } = ctx;
      if (workspace.kind !== "agency") throw new AppError("INVALID", "An offer is accepted for an agency.");
      const agency = { id: workspace.id, name: workspace.name };
      const by = { token: input.token, agency, userId: viewer.userId, network: ctx.network };
      const { id } = await acceptOffer(services.db, { ...by, now: services.clock.now() });
      return { id };
    }),
});
