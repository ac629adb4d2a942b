import { AppError } from "@heed/core/errors";
import { Temporal } from "@heed/core/time";
import { closeDb, type Db, openDb } from "@heed/db/client";
import {
  answerProposal,
  listShared,
  openProposals,
  sharePattern,
  withdrawShared,
} from "@heed/db/commands/answer-proposal";
import { closeSystemDb, openSystemDb, type SystemDb, systemAccess } from "@heed/db/system-db";
import { withTenant } from "@heed/db/tenant-db";
import { z } from "zod";
import { stateFolder } from "../../repository.ts";
import { type CommandIo, defineCommand } from "../command.ts";
import { findStores } from "../find-store.ts";
import { withInstance } from "../instance.ts";

export const proposals = defineCommand({
  usage: "[--accept ID | --reject ID | --withdraw ID] [--json]",
  options: {
    accept: z.uuid().optional().describe("the sentence decides in every workspace from now on, without credit"),
    reject: z.uuid().optional().describe("it goes on deciding in its own workspace only"),
    withdraw: z.uuid().optional().describe("an accepted sentence decides no more; its notices wait for a person again"),
    json: z.boolean().default(false).describe("one JSON line per sentence"),
  },
  words: { least: 0, most: 0 },
  run: ({ options }, io) =>
    withInstance<0>({ env: io.env, folder: stateFolder }, async (instance) => {
      const tenantIds = [...new Set((await findStores(instance, undefined)).map(({ tenantId }) => tenantId))];
      const db = openDb(instance.databases.DATABASE_URL, { max: 1 });
      const system = openSystemDb(instance.databases.DATABASE_SYSTEM_URL, { max: 1 });
      try {
        await act({ db, system, tenantIds }, options, io);
        return 0;
      } finally {
        await Promise.all([closeDb(db), closeSystemDb(system)]);
      }
    }),
});

interface Reach {
  readonly db: Db;
  readonly system: SystemDb;
  readonly tenantIds: readonly string[];
}

interface Wanted {
  readonly accept?: string | undefined;
  readonly reject?: string | undefined;
  readonly withdraw?: string | undefined;
  readonly json: boolean;
}

async function act(reach: Reach, { accept, reject, withdraw, json }: Wanted, io: CommandIo): Promise<void> {
  const now = Temporal.Now.instant();
  if (accept !== undefined) return answer(reach, { id: accept, answer: "accepted", now }, io);
  if (reject !== undefined) return answer(reach, { id: reject, answer: "rejected", now }, io);
  if (withdraw !== undefined) {
    const waiting = await withdrawShared(reach, { id: withdraw, tenantIds: reach.tenantIds, now });
    return io.say(`Withdrawn; ${waiting} notices wait for a person again.`);
  }
  await list(reach, json, io);
}

async function answer(reach: Reach, given: Parameters<typeof answerProposal>[1], io: CommandIo): Promise<void> {
  for (const tenantId of reach.tenantIds) {
    const found = await withTenant(reach.db, systemAccess(tenantId), (tx) => answerProposal(tx, given));
    if (found === null) continue;
    if (given.answer === "accepted") await sharePattern(reach.system, { ...found, now: given.now });
    return io.say(`${given.answer}: ${found.kind}, "${found.sentence}"`);
  }
  throw new AppError("NOT_FOUND", `There is no open proposal ${given.id}.`);
}

/** Open ones first, then those that decide for everyone. */
async function list({ db, system, tenantIds }: Reach, json: boolean, io: CommandIo): Promise<void> {
  const print = (state: "proposed" | "accepted", line: { id: string; kind: string; sentence: string }) => {
    const { id, kind, sentence } = line;
    io.print(json ? JSON.stringify({ state, id, kind, sentence }) : [state, id, kind, sentence].join("\t"));
  };
  for (const tenantId of tenantIds) {
    for (const line of await withTenant(db, systemAccess(tenantId), openProposals)) print("proposed", line);
  }
  for (const line of await listShared(system)) print("accepted", line);
}
