import postgres from "postgres";

/** Changes the schema in a way that the product forbids; only ever in a database that is thrown away. */
export async function asOwner(ownerUrl: string, statements: readonly string[]): Promise<void> {
  const sql = postgres(ownerUrl, { max: 1, onnotice: () => undefined });
  try {
    for (const statement of statements) await sql.unsafe(statement);
  } finally {
    await sql.end();
  }
}
