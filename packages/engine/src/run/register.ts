import { AppError } from "@heed/core/errors";
import { canonicalJson } from "../protocol/canonical.ts";
import { registerBody } from "../protocol/register-body.ts";
import type { Sql } from "../store/connect.ts";
import { saveFunctions } from "../store/functions.ts";
import { readFunction } from "./app-function.ts";

/** Stores what the SDK registers; all or nothing. Returns whether it changed anything. Throws INVALID. */
export async function register(sql: Sql, input: unknown): Promise<boolean> {
  const parsed = registerBody.safeParse(input);
  if (!parsed.success) {
    const issue = parsed.error.issues[0];
    throw new AppError(
      "INVALID",
      `The registration cannot be read: ${issue?.path.join(".") ?? ""}: ${issue?.message ?? ""}`,
    );
  }
  const { appName, functions } = parsed.data;
  for (const config of functions) readFunction(0, config);
  const modified = await saveFunctions(
    sql,
    appName,
    functions.map((config) => ({ id: config.id, config: canonicalJson(config) })),
  );
  if (modified) await sql`select pg_notify('heed_engine', 'functions')`;
  return modified;
}
