import { ROLES } from "@heed/core/tenant/role";
import { acceptInvitation, findInvitation } from "@heed/db/identity/accept-invitation";
import { invite, listInvitations, renewInvitation, revokeInvitation } from "@heed/db/identity/invitations";
import { changeMember, listMembers, removeMember, transferOwnership } from "@heed/db/identity/members";
import { z } from "zod";
import { procedure, router } from "../trpc/procedure.ts";
import { invitationMail } from "./invitation-mail.ts";
import { EMAIL, LIMITS } from "./names.ts";

const MEMBER = z.object({ userId: z.uuid() });
const INVITATION = z.object({ id: z.uuid() });
const TOKEN = z.object({ token: z.string().min(20).max(100) });
const ROLE = z.object({ role: z.enum(ROLES) });

export const teamRouter = router({
  members: procedure({ scope: "workspace", role: "viewer", factor: 1 }).query(({ ctx }) => listMembers(ctx.tx)),

  change: procedure({ scope: "workspace", role: "admin", factor: 1 })
    .input(MEMBER.extend(ROLE.shape).extend(LIMITS.shape))
    .mutation(({ ctx, input: { workspace: _, ...change } }) =>
      changeMember(ctx.tx, { ...change, now: ctx.services.clock.now() }),
    ),

  remove: procedure({ scope: "workspace", role: "admin", factor: 1 })
    .input(MEMBER)
    .mutation(({ ctx, input }) => removeMember(ctx.tx, { userId: input.userId, now: ctx.services.clock.now() })),

  transferOwnership: procedure({ scope: "workspace", role: "owner", factor: 2, fresh: true })
    .input(MEMBER)
    .mutation(({ ctx, input }) => transferOwnership(ctx.tx, { userId: input.userId, now: ctx.services.clock.now() })),

  invitations: procedure({ scope: "workspace", role: "admin", factor: 1 }).query(({ ctx }) => listInvitations(ctx.tx)),

  invite: procedure({ scope: "workspace", role: "admin", factor: 1 })
    .input(ROLE.extend(LIMITS.shape).extend({ email: EMAIL }))
    .mutation(async ({ ctx, input: { workspace: _, ...wanted } }) => {
      const made = await invite(ctx.tx, { ...wanted, now: ctx.services.clock.now() });
      const mail = await invitationMail(ctx, { ...wanted, ...made });
      ctx.afterCommit(() => ctx.services.mail.invitation(made.email, mail));
      return { id: made.id };
    }),

  resend: procedure({ scope: "workspace", role: "admin", factor: 1 })
    .input(INVITATION)
    .mutation(async ({ ctx, input }) => {
      const renewed = await renewInvitation(ctx.tx, { id: input.id, now: ctx.services.clock.now() });
      const mail = await invitationMail(ctx, renewed);
      ctx.afterCommit(() => ctx.services.mail.invitation(renewed.email, mail));
      return { id: renewed.id };
    }),

  revoke: procedure({ scope: "workspace", role: "admin", factor: 1 })
    .input(INVITATION)
    .mutation(({ ctx, input }) => revokeInvitation(ctx.tx, { id: input.id, now: ctx.services.clock.now() })),

  /** What the link of an invitation leads to, for whoever holds it. */
  invitation: procedure({ scope: "user", factor: 1 })
    .input(TOKEN)
    .query(async ({ ctx: { services, viewer }, input }) => {
      const found = await findInvitation(services.db, input.token, services.clock.now());
      if (found === null) return null;
      const { role, state, workspace } = found;
      return { role, state, workspace, forMe: found.email === viewer.email };
    }),

  accept: procedure({ scope: "user", factor: 1 })
    .input(TOKEN)
    .mutation(({ ctx: { services, viewer, network }, input }) =>
      acceptInvitation(services.db, { ...input, ...viewer, network, now: services.clock.now() }),
    ),
});
