import { AppError } from "@heed/core/errors";
import { keepChallenge, takeChallenge } from "@heed/db/identity/challenges";
import { addPasskey, countPasskeyUse, listPasskeys } from "@heed/db/identity/passkeys";
import { stepUp } from "@heed/db/identity/second-factor";
import { z } from "zod";
import { limitTries } from "../auth/factor-limit.ts";
import { MADE_PASSKEY, USED_PASSKEY } from "../auth/passkey-answers.ts";
import { checkMade, checkUsed, makingOptions, usingOptions } from "../auth/passkey-ceremony.ts";
import type { Services, Viewer } from "../services.ts";
import { procedure, router } from "../trpc/procedure.ts";
import { NAME } from "./names.ts";
import { tellOfSecurity } from "./security-mail.ts";

const OVER = new AppError("PRECONDITION_FAILED", "This took too long, or it was answered already. Try again.");
const UNKNOWN = new AppError("INVALID", "This passkey is not one of this account.");

/** Passkeys as second factor, beside apps that show codes. */
export const passkeyRouter = router({
  startAdding: procedure({ scope: "user", factor: 2, fresh: true, unlessNone: true }).mutation(
    async ({ ctx: { services, viewer } }) => {
      const known = await listPasskeys(services.db, viewer.userId);
      const options = await makingOptions(services.ownUrl, viewer, known);
      await keepChallenge(services.db, { ...viewer, challenge: options.challenge, now: services.clock.now() });
      return options;
    },
  ),

  add: procedure({ scope: "user", factor: 2, fresh: true, unlessNone: true })
    .input(z.object({ name: NAME, answer: MADE_PASSKEY }))
    .mutation(async ({ ctx: { services, viewer }, input: { name, answer } }) => {
      const { db, ownUrl, clock } = services;
      const now = clock.now();
      const challenge = await challengeOf(services, viewer);
      const credential = await checkMade({ ownUrl, challenge, answer });
      const recoveryCodes = await addPasskey(db, { ...viewer, name, credential, now });
      await tellOfSecurity(services, viewer, { kind: "factor_added", name });
      return { recoveryCodes };
    }),

  startUsing: procedure({ scope: "user", factor: 1 }).mutation(async ({ ctx: { services, viewer } }) => {
    const known = await listPasskeys(services.db, viewer.userId);
    if (known.length === 0) throw new AppError("PRECONDITION_FAILED", "This account has no passkey.");
    const options = await usingOptions(services.ownUrl, known);
    await keepChallenge(services.db, { ...viewer, challenge: options.challenge, now: services.clock.now() });
    return options;
  }),

  /** The second factor, by a passkey. */
  use: procedure({ scope: "user", factor: 1 })
    .input(z.object({ answer: USED_PASSKEY }))
    .mutation(async ({ ctx: { services, viewer }, input: { answer } }) => {
      const { db, ownUrl, clock } = services;
      const now = clock.now();
      return limitTries(db, { userId: viewer.userId, now }, async () => {
        const challenge = await challengeOf(services, viewer);
        const passkey = (await listPasskeys(db, viewer.userId)).find(({ credentialId }) => credentialId === answer.id);
        if (passkey === undefined) throw UNKNOWN;
        const signCount = await checkUsed({ ownUrl, challenge, answer }, passkey);
        if (!(await countPasskeyUse(db, { passkey, signCount, now }))) throw OVER;
        await stepUp(db, { ...viewer, now });
        return { fresh: true };
      });
    }),
});

async function challengeOf({ db, clock }: Services, { sessionId }: Viewer): Promise<string> {
  const challenge = await takeChallenge(db, { sessionId, now: clock.now() });
  if (challenge === null) throw OVER;
  return challenge;
}
