import { fixedClock, type Instant } from "@heed/core/time";
import type { Db } from "@heed/db/client";
import { TRPCError } from "@trpc/server";
import { createLiveHub } from "../realtime/live-hub.ts";
import { appRouter, createCaller } from "../routers/app.ts";
import type { RequestContext } from "../services.ts";
import type { AccessRule } from "../trpc/procedure.ts";
import { ACTORS, type Actor, type Answer, expectedAnswer } from "./actors.ts";
import { SAMPLES, type Sample } from "./procedure-inputs.ts";
import type { MatrixRow } from "./rows.ts";
import type { MatrixWorld } from "./testing/world.ts";

interface ProceduresInput {
  readonly db: Db;
  readonly world: MatrixWorld;
  readonly now: Instant;
}

/** Every procedure of the router object, asked by every actor with real ids. */
export async function procedureRows(
  input: ProceduresInput,
): Promise<{ readonly rows: readonly MatrixRow[]; readonly undeclared: readonly string[] }> {
  const rows: MatrixRow[] = [];
  const undeclared: string[] = [];
  for (const [path, rule] of declaredAccess()) {
    const sample = SAMPLES[path];
    if (rule === undefined || sample === undefined) {
      undeclared.push(path);
      continue;
    }
    for (const actor of ACTORS) {
      const got = await ask({ ...input, path, sample, actor });
      rows.push({ subject: "procedure", name: path, actor, expected: expectedAnswer(rule, actor), got });
    }
  }
  return { rows, undeclared };
}

interface FlatProcedures {
  readonly [path: string]: { readonly _def: { readonly meta?: { readonly access?: AccessRule } } };
}

/** The router keeps its procedures by their full path ("order.list"); its type shows them nested. */
function declaredAccess(): readonly (readonly [string, AccessRule | undefined])[] {
  const procedures = appRouter._def.procedures as unknown as FlatProcedures;
  return Object.entries(procedures).map(([path, { _def }]) => [path, _def.meta?.access]);
}

interface Question extends ProceduresInput {
  readonly path: string;
  readonly sample: Sample;
  readonly actor: Actor;
}

async function ask({ db, world, now, path, sample, actor }: Question): Promise<Answer> {
  const live = createLiveHub();
  const services = { db, live, clock: fixedClock(now), log: silent };
  const userId = actor === "no_session" ? null : world.users[actor];
  const viewer = userId === null ? null : { userId, email: "", factorLevel: 1 };
  const slug = actor === "foreign_ids" ? world.foreign.slug : world.target.slug;
  const ended = new AbortController();
  try {
    const call = procedureOf(createCaller({ services, viewer, requestId: "matrix" }, { signal: ended.signal }), path);
    const answer = await call(sample.input(slug, world.target));
    const told = isStream(answer) ? await firstTopic(answer, () => live.publish(topicOf(world, actor))) : answer;
    // A foreign workspace has data of its own; there, not being refused is the whole answer.
    return actor === "foreign_ids" || sample.holdsData(told) ? "ok" : "error";
  } catch (error) {
    return answerOf(error);
  } finally {
    ended.abort();
  }
}

type Call = (input: unknown) => Promise<unknown>;

function procedureOf(caller: ReturnType<typeof createCaller>, path: string): Call {
  const found = path.split(".").reduce<unknown>((at, name) => (at as Readonly<Record<string, unknown>>)[name], caller);
  return found as Call;
}

function answerOf(error: unknown): Answer {
  if (!(error instanceof TRPCError)) return "error";
  const { code } = error;
  return code === "UNAUTHORIZED" || code === "FORBIDDEN" || code === "NOT_FOUND" ? code : "error";
}

function isStream(answer: unknown): answer is AsyncIterable<unknown> {
  return typeof answer === "object" && answer !== null && Symbol.asyncIterator in answer;
}

/** Asks first and publishes then, since nobody hears what was said before. */
async function firstTopic(stream: AsyncIterable<unknown>, publish: () => void): Promise<unknown> {
  const first = stream[Symbol.asyncIterator]().next();
  setImmediate(publish);
  return (await first).value;
}

const topicOf = ({ target, foreign }: MatrixWorld, actor: Actor): string =>
  JSON.stringify({ tenantId: actor === "foreign_ids" ? foreign.tenantId : target.tenantId, topic: "orders" });

const silent: RequestContext["services"]["log"] = {
  error: () => undefined,
  warn: () => undefined,
  info: () => undefined,
};
