import type { Logger } from "pino";
import { functionConfig } from "../protocol/register-body.ts";
import type { Sql } from "../store/connect.ts";
import { listFunctions } from "../store/functions.ts";
import { type AppFunction, readFunction } from "./app-function.ts";

/** The functions as this process knows them; every process reloads when one of them registers. */
export interface Registry {
  list(): readonly AppFunction[];
  byNo(no: number): AppFunction | null;
  byId(id: string): AppFunction | null;
  reload(): Promise<void>;
}

export function createRegistry(sql: Sql, log: Logger): Registry {
  let functions: readonly AppFunction[] = [];
  let byNo = new Map<number, AppFunction>();
  return {
    list: () => functions,
    byNo: (no) => byNo.get(no) ?? null,
    byId: (id) => functions.find((fn) => fn.id === id) ?? null,
    async reload() {
      const rows = await listFunctions(sql);
      functions = rows.flatMap((row) => {
        try {
          return [readFunction(row.no, functionConfig.parse(JSON.parse(row.config)))];
        } catch (error) {
          log.error({ err: error, functionId: row.id }, "a stored function cannot be read; register it again");
          return [];
        }
      });
      byNo = new Map(functions.map((fn) => [fn.no, fn]));
    },
  };
}
