import { Temporal } from "@heed/core/time";
import type { Db } from "@heed/db/client";
import { confirmTotp, startTotp } from "@heed/db/identity/second-factor";
import { createSessionFor } from "@heed/db/identity/sign-in-link";
import { TEST_RING } from "@heed/db/testing/demo-store";
import { codeFor, sessionIdOf } from "@heed/db/testing/second-factor";

/** An app that shows codes; `code` is the one of the moment at which the matrix asks. */
interface MatrixApp {
  readonly id: string;
  readonly code: () => string;
}

/** What a person has that procedures about the own account are asked with. */
export interface MatrixPerson {
  readonly userId: string;
  readonly sessionId: string;
  readonly factor: MatrixApp;
  /** Set up, but not confirmed yet. */
  readonly started: MatrixApp;
}

/** Long before the matrix asks: no code of that time stands in the way of a later one. */
const SET_UP_AT = Temporal.Instant.from("2026-01-05T09:00:00Z");
const SESSION_ENDS = Temporal.Instant.from("2099-01-01T00:00:00Z");

/** Gives a user a session, a second factor and one that is not confirmed. */
export async function createMatrixPerson(
  db: Db,
  { userId, now }: { userId: string; now: Temporal.Instant },
): Promise<MatrixPerson> {
  const { token } = await createSessionFor(db, { userId, expires: SESSION_ENDS });
  const sessionId = await sessionIdOf(db, token);
  const set = { userId, sessionId, email: "person@example.com", now: SET_UP_AT };
  const factor = await startTotp(db, TEST_RING, set);
  await confirmTotp(db, TEST_RING, { ...set, id: factor.id, code: codeFor(factor.secret, SET_UP_AT) });
  const started = await startTotp(db, TEST_RING, set);
  const app = ({ id, secret }: typeof factor): MatrixApp => ({ id, code: () => codeFor(secret, now) });
  return { userId, sessionId, factor: app(factor), started: app(started) };
}
