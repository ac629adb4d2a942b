import { Temporal } from "@heed/core/time";
import type { Db } from "@heed/db/client";
import { createSessionFor } from "@heed/db/identity/sign-in-link";
import { ACTORS, type Actor } from "./actors.ts";
import { procedureRows } from "./procedures.ts";
import { routeRows } from "./routes.ts";
import { rowSecurityRows } from "./row-security.ts";
import type { MatrixRow } from "./rows.ts";
import { serveWeb, type WebSettings } from "./serve-web.ts";
import { withMatrixStripe } from "./testing/billing.ts";
import { createMatrixWorld, type MatrixWorld } from "./testing/world.ts";

export interface AccessMatrix {
  /** Number of questions that were asked. */
  readonly cells: number;
  /** Questions whose answer is not the declared one. */
  readonly deviations: number;
  /** Procedures and addresses without a declared access or without a sample to ask with. */
  readonly undeclared: readonly string[];
  readonly rows: readonly MatrixRow[];
}

export interface AccessMatrixInput {
  /** Login `heed_app` of a migrated database that may be filled with two workspaces. */
  readonly db: Db;
  /** For the production server that answers the routes; it must be built. */
  readonly web: WebSettings;
}

const SESSION = { hours: 1 };

/**
 * Walks every procedure of the router and every route of the app folder, as every kind of person; and the procedures once
 * more with the application's checks gone.
 */
export async function runAccessMatrix({ db, web }: AccessMatrixInput): Promise<AccessMatrix> {
  const now = Temporal.Now.instant();
  const world = await createMatrixWorld(db, now);
  const procedures = await withMatrixStripe({ db, world }, () => procedureRows({ db, world, now }));
  const bare = await rowSecurityRows({ db, world, now });
  const server = await serveWeb(web);
  try {
    const routes = await routeRows({ baseUrl: server.url, world, cookies: await sessionCookies(db, world) });
    const rows = [...procedures.rows, ...bare, ...routes.rows];
    return {
      cells: rows.length,
      deviations: rows.filter(({ expected, got }) => expected !== got).length,
      undeclared: [...procedures.undeclared, ...routes.undeclared],
      rows,
    };
  } finally {
    await server.stop();
  }
}

async function sessionCookies(db: Db, { people }: MatrixWorld): Promise<Record<Exclude<Actor, "no_session">, string>> {
  const expires = Temporal.Now.instant().add(SESSION);
  const now = Temporal.Now.instant();
  const cookieOf = async (actor: Exclude<Actor, "no_session">) => {
    const given = actor === "factor_stale" ? now.subtract({ hours: 1 }) : now;
    const factor = actor === "factor_too_low" ? {} : { steppedUpAt: given };
    return `next-auth.session-token=${(await createSessionFor(db, { userId: people[actor].userId, expires, ...factor })).token}`;
  };
  const cookies = await Promise.all(
    ACTORS.filter((actor) => actor !== "no_session").map(async (actor) => [actor, await cookieOf(actor)] as const),
  );
  return Object.fromEntries(cookies) as Record<Exclude<Actor, "no_session">, string>;
}
