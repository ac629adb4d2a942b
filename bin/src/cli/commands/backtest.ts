import { readFile } from "node:fs/promises";
import { resolve } from "node:path";
import type { BacktestResult } from "@heed/core/flow/backtest-result";
import type { FlowVersion } from "@heed/core/flow/flow";
import { parseFlow } from "@heed/core/flow/flow-schema";
import type { FlowProblem } from "@heed/core/flow/judge-condition";
import { expectedRefusals, mergeResults } from "@heed/core/flow/merge-results";
import { Temporal } from "@heed/core/time";
import { closeDb, type Db, openDb } from "@heed/db/client";
import { MOST_DAYS, runBacktest } from "@heed/db/commands/run-backtest";
import { emailFates } from "@heed/db/queries/flow-trial";
import { systemAccess } from "@heed/db/system-db";
import { withTenant } from "@heed/db/tenant-db";
import { z } from "zod";
import { stateFolder } from "../../repository.ts";
import { type CommandIo, defineCommand, type ExitCode } from "../command.ts";
import { explainFileError } from "../explain-file-error.ts";
import { findStores, type StorePlace } from "../find-store.ts";
import { withInstance } from "../instance.ts";

export const backtest = defineCommand({
  usage: "[FILE…] [--store ID] [--days N] [--json]",
  options: {
    store: z.string().optional().describe("the store's id; all connected stores without it"),
    days: z.coerce.number().int().min(1).max(MOST_DAYS).default(MOST_DAYS).describe("how far back"),
    json: z.boolean().default(false).describe("one JSON line per file"),
  },
  words: { least: 0, most: 100 },
  run: ({ options, words }, io) =>
    withInstance<ExitCode>({ env: io.env, folder: stateFolder }, async (instance) => {
      const db = openDb(instance.databases.DATABASE_URL, { max: 1 });
      try {
        const stores = await findStores(instance, options.store);
        const trials = (words.length === 0 ? [null] : words).map((file) => ({
          file,
          stores,
          folder: io.folder,
          days: options.days,
        }));
        return await runAll(db, trials, (line) => printLine(line, options.json, io));
      } finally {
        await closeDb(db);
      }
    }),
});

async function runAll(db: Db, trials: readonly Trial[], onLine: (line: Line) => void): Promise<ExitCode> {
  let code: ExitCode = 0;
  for (const trial of trials) {
    const line = await tryFile(db, trial);
    if ("error" in line) code = 1;
    onLine(line);
  }
  return code;
}

interface Trial {
  /** A flow's definition; null: the flows as they are switched on now. */
  readonly file: string | null;
  readonly stores: readonly StorePlace[];
  readonly days: number;
  readonly folder: string;
}

type Line =
  | ({ readonly file: string | null; readonly lookBack: number; readonly expectedRefusals: object } & BacktestResult)
  | { readonly file: string | null; readonly error: string; readonly problems?: readonly FlowProblem[] };

async function tryFile(db: Db, { file, stores, days, folder }: Trial): Promise<Line> {
  const read = file === null ? { ok: true as const, flow: null } : await readFlow(resolve(folder, file));
  if (!read.ok) return { file, error: read.error, ...(read.problems === undefined ? {} : { problems: read.problems }) };
  const results: BacktestResult[] = [];
  const fates = { refused: 0, reached: 0 };
  for (const { tenantId, storeId } of stores) {
    await withTenant(db, systemAccess(tenantId), async (tx) => {
      const now = Temporal.Now.instant();
      results.push(await runBacktest(tx, { storeIds: [storeId], tried: read.flow, days, now }));
      const { refused, reached } = await emailFates(tx, storeId);
      fates.refused += refused;
      fates.reached += reached;
    });
  }
  const result = mergeResults(results);
  return { file, lookBack: days, ...result, expectedRefusals: expectedRefusals(result, fates) };
}

type ReadFlow =
  | { readonly ok: true; readonly flow: FlowVersion }
  | { readonly ok: false; readonly error: string; readonly problems?: readonly FlowProblem[] };

/** Key and version may be left out: they do not matter to what would be sent. */
async function readFlow(path: string): Promise<ReadFlow> {
  const content = await readJson(path);
  if ("error" in content) return { ok: false, ...content };
  const parsed = parseFlow({ flowKey: "tried", version: 1, ...content.value });
  if (parsed.ok) return parsed;
  const error = parsed.problems.map(({ path: place, message }) => `${place}: ${message}`).join(" ");
  return { ok: false, error, problems: parsed.problems };
}

async function readJson(path: string): Promise<{ readonly value: object } | { readonly error: string }> {
  try {
    const value: unknown = JSON.parse((await readFile(path, "utf8")).replace(/^\ufeff/, ""));
    return typeof value === "object" && value !== null ? { value } : { error: "this is no flow" };
  } catch (error) {
    return { error: error instanceof SyntaxError ? "this is not JSON" : explainFileError(error, "file") };
  }
}

function printLine(line: Line, json: boolean, io: CommandIo): void {
  if ("error" in line) io.say(`${line.file}: ${line.error}`);
  if (json) {
    io.print(JSON.stringify(line));
    return;
  }
  if ("error" in line) return;
  const lanes = Object.entries(line.byLane).map(([lane, count]) => `${lane} ${count}`);
  const refusals = line.refusals.map(({ rule, count }) => `${rule} ${count}`);
  io.print(
    [line.file ?? "active flows", `${line.orders} orders`, `${line.sent} messages`, ...lanes, ...refusals].join("\t"),
  );
}
