import type { Sql } from "./connect.ts";

export interface FunctionRow {
  readonly no: number;
  readonly id: string;
  /** The JSON that was registered. */
  readonly config: string;
}

export async function listFunctions(sql: Sql): Promise<readonly FunctionRow[]> {
  return await sql<FunctionRow[]>`select no, id, config from heed_engine.app_function where active order by no`;
}

/**
 * Makes these the functions of the app `appName`: new and changed ones are stored, those of the app that are missing
 * are switched off. Returns whether anything changed.
 */
export async function saveFunctions(
  sql: Sql,
  appName: string,
  functions: readonly { id: string; config: string }[],
): Promise<boolean> {
  return await sql.begin(async (tx) => {
    const ids = functions.map((fn) => fn.id);
    const changed = await tx`
      insert into heed_engine.app_function as f (id, config)
      select * from unnest(${ids}::text[], ${functions.map((fn) => fn.config)}::text[])
      on conflict (id) do update set config = excluded.config, active = true
      where f.config <> excluded.config or not f.active
      returning f.no`;
    const removed = await tx`
      update heed_engine.app_function set active = false
      where active and starts_with(id, ${`${appName}-`}) and id <> all(${ids}::text[]) returning no`;
    return changed.length + removed.length > 0;
  });
}
