import { TransactionRollbackError } from "drizzle-orm";
import type { Db } from "../client.ts";

/** Gives a database to `fn` and undoes whatever it does there: transactions inside become savepoints of one that fails. */
export async function rolledBack<T>(db: Db, fn: (db: Db) => Promise<T>): Promise<T> {
  const answers: T[] = [];
  const undone = db.transaction(async (tx) => {
    answers.push(await fn(tx as unknown as Db));
    tx.rollback();
  });
  await undone.catch((error: unknown) => {
    if (!(error instanceof TransactionRollbackError)) throw error;
  });
  return answers[0] as T;
}
