import type { Instant } from "@heed/core/time";
import type { Db } from "@heed/db/client";
import { rolledBack } from "@heed/db/testing/rolled-back";
import { TRPCError } from "@trpc/server";
import { appRouter, createCaller } from "../routers/app.ts";
import type { RequestContext, Viewer } from "../services.ts";
import { testContext, testViewer } from "../testing/caller.ts";
import type { AccessRule } from "../trpc/access-rule.ts";
import type { Guards } from "../trpc/guards.ts";
import { ACTORS, type Actor, type Answer, expectedAnswer } from "./actors.ts";
import { SAMPLES, type Sample } from "./procedure-inputs.ts";
import type { MatrixRow } from "./rows.ts";
import type { MatrixPerson } from "./testing/people.ts";
import { type MatrixWorld, slugFor } from "./testing/world.ts";

interface ProceduresInput {
  readonly db: Db;
  readonly world: MatrixWorld;
  readonly now: Instant;
  /** These alone; all by default. */
  readonly only?: readonly string[];
  /** In place of those that every request has, for planted holes. */
  readonly guards?: Partial<Guards>;
}

/** Every procedure of the router object, asked by every actor with real ids. */
export async function procedureRows(
  input: ProceduresInput,
): Promise<{ readonly rows: readonly MatrixRow[]; readonly undeclared: readonly string[] }> {
  const rows: MatrixRow[] = [];
  const undeclared: string[] = [];
  for (const [path, rule] of Object.entries(declaredAccess())) {
    if (input.only?.includes(path) === false) continue;
    const sample = SAMPLES[path];
    if (rule === undefined || sample === undefined) {
      undeclared.push(path);
      continue;
    }
    for (const actor of ACTORS) {
      const got = await ask({ ...input, path, sample, actor });
      rows.push({ subject: "procedure", name: path, actor, expected: expectedAnswer(rule, actor, sample.names), got });
    }
  }
  return { rows, undeclared };
}

interface FlatProcedures {
  readonly [path: string]: { readonly _def: { readonly meta?: { readonly access?: AccessRule } } };
}

/** The router keeps its procedures by their full path ("order.list"); its type shows them nested. */
export function declaredAccess(): Readonly<Record<string, AccessRule | undefined>> {
  const procedures = appRouter._def.procedures as unknown as FlatProcedures;
  return Object.fromEntries(Object.entries(procedures).map(([path, { _def }]) => [path, _def.meta?.access]));
}

interface Question extends ProceduresInput {
  readonly path: string;
  readonly sample: Sample;
  readonly actor: Actor;
}

/** Each question finds the world as it was made: what a procedure changed is undone. */
const ask = (question: Question): Promise<Answer> => rolledBack(question.db, (db) => askOnce({ ...question, db }));

async function askOnce({ db, world, now, path, sample, actor, guards }: Question): Promise<Answer> {
  const asked = testContext(db, viewerOf(world, { actor, now }), now);
  const context = { ...asked, guards: { ...asked.guards, ...guards } };
  const slug = slugFor(world, actor);
  const ended = new AbortController();
  try {
    const call = procedureOf(createCaller(context, { signal: ended.signal }), path);
    const answer = await call(sample.input(slug, world.target, personOf(world, actor)));
    const told = isStream(answer) ? await firstTopic(answer, () => publish(context, topicOf(world, actor))) : answer;
    // A foreign workspace has data of its own; there, not being refused is the whole answer.
    return actor === "foreign_ids" || sample.holdsData(told) ? "ok" : "error";
  } catch (error) {
    return answerOf(error);
  } finally {
    ended.abort();
  }
}

export function viewerOf(world: MatrixWorld, { actor, now }: { actor: Actor; now: Instant }): Viewer | null {
  if (actor === "no_session") return null;
  const factor = actor === "factor_too_low" ? "none" : actor === "factor_stale" ? "given" : "fresh";
  const { userId, sessionId, email } = personOf(world, actor);
  return testViewer(userId, { factor, now, sessionId, email });
}

/** People without a session ask as the owner would. */
export const personOf = ({ people }: MatrixWorld, actor: Actor): MatrixPerson =>
  people[actor === "no_session" ? "owner" : actor];

const publish = ({ services }: RequestContext, topic: string): void => services.live.publish(topic);

type Call = (input: unknown) => Promise<unknown>;

export function procedureOf(caller: ReturnType<typeof createCaller>, path: string): Call {
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
