import { AppError } from "@heed/core/errors";
import { isFresh } from "@heed/core/tenant/second-factor";
import { recoveryCodesLeft, replaceRecoveryCodes, takeRecoveryCode } from "@heed/db/identity/recovery-codes";
import { removeAuthenticator } from "@heed/db/identity/remove-authenticator";
import { renameAuthenticator } from "@heed/db/identity/rename-authenticator";
import {
  confirmTotp,
  listAuthenticators,
  startTotp,
  stepUp,
  TOTP_NAME,
  takeTotp,
} from "@heed/db/identity/second-factor";
import { z } from "zod";
import { limitTries } from "../auth/factor-limit.ts";
import type { Services, Viewer } from "../services.ts";
import { procedure, router } from "../trpc/procedure.ts";
import { NAME } from "./names.ts";
import { tellOfSecurity } from "./security-mail.ts";

const CODE = z.object({ code: z.string().trim().min(6).max(40) });
const WRONG = new AppError("INVALID", "This code is not right, or it was used already. Wait for the next one.");

export const secondFactorRouter = router({
  /** What this person has set up, and whether it is fresh. */
  state: procedure({ scope: "user", factor: 1 }).query(async ({ ctx: { services, viewer } }) => ({
    authenticators: await listAuthenticators(services.db, viewer.userId),
    recoveryCodesLeft: await recoveryCodesLeft(services.db, viewer.userId),
    fresh: viewer.factorLevel >= 2 && isFresh(viewer.steppedUpAt, services.clock.now()),
  })),

  startTotp: procedure({ scope: "user", factor: 2, fresh: true, unlessNone: true }).mutation(
    ({ ctx: { services, viewer } }) =>
      startTotp(services.db, services.ring, {
        userId: viewer.userId,
        email: viewer.email,
        now: services.clock.now(),
      }),
  ),

  confirmTotp: procedure({ scope: "user", factor: 2, fresh: true, unlessNone: true })
    .input(CODE.extend({ id: z.uuid() }))
    .mutation(async ({ ctx: { services, viewer }, input }) => {
      const given = { ...viewer, ...input, now: services.clock.now() };
      return limitTries(services.db, given, async () => {
        const recoveryCodes = await confirmTotp(services.db, services.ring, given);
        if (recoveryCodes === null) throw WRONG;
        await tellOfSecurity(services, viewer, { kind: "factor_added", name: TOTP_NAME });
        return { recoveryCodes };
      });
    }),

  /** The second factor, by an app's code or a recovery code. */
  stepUp: procedure({ scope: "user", factor: 1 })
    .input(CODE)
    .mutation(async ({ ctx: { services, viewer }, input }) => {
      const given = { ...viewer, ...input, now: services.clock.now() };
      return limitTries(services.db, given, async () => {
        const { db, ring } = services;
        const byCode = await takeTotp(db, ring, given);
        if (!byCode && !(await takeRecoveryCode(db, given))) throw WRONG;
        await stepUp(db, given);
        if (!byCode) await tellOfUse(services, viewer);
        return { fresh: true };
      });
    }),

  remove: procedure({ scope: "user", factor: 2, fresh: true })
    .input(z.object({ id: z.uuid() }))
    .mutation(async ({ ctx: { services, viewer }, input }) => {
      const { name, left } = await removeAuthenticator(services.db, { userId: viewer.userId, id: input.id });
      await tellOfSecurity(services, viewer, { kind: left === 0 ? "last_factor_removed" : "factor_removed", name });
      return { left };
    }),

  rename: procedure({ scope: "user", factor: 2, fresh: true })
    .input(z.object({ id: z.uuid(), name: NAME }))
    .mutation(({ ctx: { services, viewer }, input }) =>
      renameAuthenticator(services.db, { userId: viewer.userId, ...input }),
    ),

  renewRecoveryCodes: procedure({ scope: "user", factor: 2, fresh: true }).mutation(
    async ({ ctx: { services, viewer } }) => {
      const recoveryCodes = await services.db.transaction((tx) => replaceRecoveryCodes(tx, viewer.userId));
      await tellOfSecurity(services, viewer, { kind: "codes_renewed" });
      return { recoveryCodes };
    },
  ),
});

async function tellOfUse(services: Services, viewer: Viewer): Promise<void> {
  const left = await recoveryCodesLeft(services.db, viewer.userId);
  await tellOfSecurity(services, viewer, { kind: "code_used", left });
}
