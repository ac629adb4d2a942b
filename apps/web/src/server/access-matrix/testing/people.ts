import { Temporal } from "@heed/core/time";
import type { Db } from "@heed/db/client";
import { keepChallenge } from "@heed/db/identity/challenges";
import { requestEmailChange } from "@heed/db/identity/change-email";
import { addPasskey } from "@heed/db/identity/passkeys";
import { confirmTotp, startTotp } from "@heed/db/identity/second-factor";
import { createSessionFor } from "@heed/db/identity/sign-in-link";
import { TEST_RING } from "@heed/db/testing/demo-store";
import type { TestTenant } from "@heed/db/testing/factories";
import { codeFor, emailOf, sessionIdOf } from "@heed/db/testing/second-factor";
import type { MadePasskey, UsedPasskey } from "../../auth/passkey-answers.ts";
import { softPasskey } from "../../testing/soft-passkey.ts";
import { createMatrixMails, createOwnWorkspaces } from "./team.ts";

/** An app that shows codes; `code` is the one of the moment at which the matrix asks. */
interface MatrixApp {
  readonly id: string;
  readonly code: () => string;
}

/** What a person has that procedures about the own account are asked with. */
export interface MatrixPerson {
  readonly userId: string;
  readonly sessionId: string;
  readonly email: string;
  readonly factor: MatrixApp;
  /** Set up, but not confirmed yet. */
  readonly started: MatrixApp;
  /** Answers of the browser: a new passkey was made, one that is set up was used. */
  readonly passkey: { readonly made: MadePasskey; readonly used: UsedPasskey };
  /** Token of an invitation to another workspace, for this person's address. */
  readonly invitationToken: string;
  /** Token of an offer of another workspace. */
  readonly offerToken: string;
  /** Token of the mail that confirms a new address. */
  readonly emailToken: string;
  /** A workspace of this person in its days of grace. */
  readonly deletedId: string;
}

/** Long before the matrix asks: no code of that time stands in the way of a later one. */
const SET_UP_AT = Temporal.Instant.from("2026-01-05T09:00:00Z");
const SESSION_ENDS = Temporal.Instant.from("2099-01-01T00:00:00Z");

/** Gives a user a session, a second factor and one that is not confirmed. */
export async function createMatrixPerson(
  db: Db,
  { userId, giver, now }: { userId: string; giver: TestTenant; now: Temporal.Instant },
): Promise<MatrixPerson> {
  const { token } = await createSessionFor(db, { userId, expires: SESSION_ENDS });
  const sessionId = await sessionIdOf(db, token);
  const email = await emailOf(db, userId);
  const set = { userId, sessionId, email, now: SET_UP_AT };
  const factor = await startTotp(db, TEST_RING, set);
  await confirmTotp(db, TEST_RING, { ...set, id: factor.id, code: codeFor(factor.secret, SET_UP_AT) });
  const started = await startTotp(db, TEST_RING, set);
  const app = ({ id, secret }: typeof factor): MatrixApp => ({ id, code: () => codeFor(secret, now) });
  const passkey = await createMatrixPasskey(db, { userId, sessionId, now });
  const mine = await createMatrixMails(db, { giver, email });
  const wanted = { userId, email: `new-${userId}@example.com`, now: now.add({ hours: 1 }) };
  const { token: emailToken } = await requestEmailChange(db, wanted);
  const deletedId = await createOwnWorkspaces(db, { userId, now });
  return {
    userId,
    sessionId,
    email,
    factor: app(factor),
    started: app(started),
    passkey,
    ...mine,
    emailToken,
    deletedId,
  };
}

/** One that is set up, and a challenge that was asked for at the moment at which the matrix asks. */
async function createMatrixPasskey(
  db: Db,
  of: { userId: string; sessionId: string; now: Temporal.Instant },
): Promise<MatrixPerson["passkey"]> {
  const known = softPasskey();
  await addPasskey(db, { ...of, name: "Telephone", credential: known.credential });
  const ceremony = { challenge: "bWF0cml4", origin: "http://localhost:3000" };
  await keepChallenge(db, { ...of, challenge: ceremony.challenge });
  return { made: softPasskey().made(ceremony), used: known.used({ ...ceremony, signCount: 1 }) };
}
