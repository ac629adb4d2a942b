import { AppError } from "@heed/core/errors";
import { deleteAccount, getProfile, setName } from "@heed/db/identity/account-life";
import { confirmEmailChange, requestEmailChange } from "@heed/db/identity/change-email";
import { endOtherSessions, endSession, listSessions } from "@heed/db/identity/sessions";
import { z } from "zod";
import { limitMails } from "../auth/mail-limit.ts";
import { procedure, router } from "../trpc/procedure.ts";
import { EMAIL, NAME } from "./names.ts";

export const accountRouter = router({
  profile: procedure({ scope: "user", factor: 1 }).query(({ ctx }) => getProfile(ctx.services.db, ctx.viewer.userId)),

  setName: procedure({ scope: "user", factor: 1 })
    .input(z.object({ name: NAME }))
    .mutation(({ ctx, input }) => setName(ctx.services.db, { userId: ctx.viewer.userId, name: input.name })),

  sessions: procedure({ scope: "user", factor: 1 }).query(({ ctx: { services, viewer } }) =>
    listSessions(services.db, { ...viewer, now: services.clock.now() }),
  ),

  endSession: procedure({ scope: "user", factor: 1 })
    .input(z.object({ id: z.uuid() }))
    .mutation(async ({ ctx: { services, viewer }, input }) => {
      const ended = await endSession(services.db, { userId: viewer.userId, id: input.id });
      if (!ended) throw new AppError("NOT_FOUND", "This session has ended already.");
    }),

  signOutEverywhere: procedure({ scope: "user", factor: 1 }).mutation(async ({ ctx: { services, viewer } }) => ({
    ended: await endOtherSessions(services.db, viewer),
  })),

  /** Sends a link to the new address; the answer is the same whether or not somebody has it. */
  changeEmail: procedure({ scope: "user", factor: 2, fresh: true, unlessNone: true })
    .input(z.object({ email: EMAIL }))
    .mutation(async ({ ctx: { services, viewer }, input }) => {
      const now = services.clock.now();
      await limitMails(services.db, { email: input.email, now });
      const { email, token } = await requestEmailChange(services.db, { userId: viewer.userId, ...input, now });
      await services.mail.changeEmail(email, { url: services.mail.link(`/account/confirm-email?token=${token}`) });
      return { email };
    }),

  confirmEmail: procedure({ scope: "user", factor: 1 })
    .input(z.object({ token: z.string().min(20).max(100) }))
    .mutation(async ({ ctx: { services, viewer }, input }) => {
      const now = services.clock.now();
      const changed = await confirmEmailChange(services.db, { userId: viewer.userId, token: input.token, now });
      if (changed.before !== "") await services.mail.emailChanged(changed.before, { email: changed.email });
      return { email: changed.email };
    }),

  remove: procedure({ scope: "user", factor: 2, fresh: true, unlessNone: true })
    .input(z.object({ typedEmail: z.string().max(300) }))
    .mutation(async ({ ctx: { services, viewer }, input }) => {
      if (input.typedEmail.trim().toLowerCase() !== viewer.email) {
        throw new AppError("INVALID", "That is not the address of this account.");
      }
      await deleteAccount(services.db, viewer.userId);
    }),
});
