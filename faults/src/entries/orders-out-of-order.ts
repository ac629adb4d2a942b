import { rm } from "node:fs/promises";
import { startEmbeddedDatabase } from "@heed/bin/stack/database";
import { seedDemoData } from "@heed/bin/stack/demo-data";
import { loadKeys, loadSecrets } from "@heed/bin/stack/secrets";
import { makeThrowAwayFolder } from "@heed/bin/stack/throw-away-folder";
import { closeDb, type Db, openDb } from "@heed/db/client";
import { type KeyRing, parseKeyRing } from "@heed/db/seal";
import type { FaultEntry, FaultInput, FaultOutcome } from "../entry.ts";
import { EVENTS_OF_AN_ORDER, NOW, permutations } from "../order-changes/course.ts";
import { type Plan, planEachWay } from "../order-changes/plan-each-way.ts";

const SEEDS = 20;

/** 8: the six changes of an order in each of their 720 orders, for 20 courses: always the same final plan. */
export const ordersOutOfOrder: FaultEntry = {
  key: "8",
  title: "changes of an order in any order: sync, reports, notifications; always the same final plan",
  expects: "invariants",
  run: changeOrders,
};

async function changeOrders(input: FaultInput): Promise<FaultOutcome> {
  const folder = await makeThrowAwayFolder("heed-order-changes");
  const [keys, secrets] = [await loadKeys(folder), await loadSecrets(folder)];
  const database = await startEmbeddedDatabase({ folder, secrets, fsync: false });
  const db = openDb(database.urls.DATABASE_URL, { max: 2 });
  try {
    const ports = { engine: 0, worker: 0, web: null };
    const places = { inherited: {}, databases: database.urls, keys, secrets, ports };
    const [tenant] = await seedDemoData({ ...places, now: NOW });
    return await eachCourse(input, { db, ring: parseKeyRing(keys), tenantId: tenant?.tenantId ?? "" });
  } finally {
    await closeDb(db);
    await database.stop();
    await rm(folder, { recursive: true, force: true });
  }
}

interface Parts {
  readonly db: Db;
  readonly ring: KeyRing;
  readonly tenantId: string;
}

async function eachCourse({ seed, scale, say }: FaultInput, parts: Parts): Promise<FaultOutcome> {
  const ways = permutations(EVENTS_OF_AN_ORDER);
  const courses = Math.max(2, Math.round(SEEDS * scale));
  let [failures, planned] = [0, 0];
  const examples: string[] = [];
  for (let course = 0; course < courses; course += 1) {
    const plans = await planEachWay({ ...parts, course: seed + course, ways });
    const different = plans.filter((plan) => !samePlan(plan, plans[0]));
    failures += different.length;
    if (plans[0]?.message !== null) planned += 1;
    examples.push(...different.slice(0, 2).map((plan) => explain(plan, plans[0])));
    say(`course ${course + 1} of ${courses}: ${plans.length} ways, ${different.length} differ`);
  }
  const count = courses * ways.length;
  return { count, effective: count, failures, examples: examples.slice(0, 6), details: { courses, planned } };
}

function samePlan(one: Plan, other: Plan | undefined): boolean {
  return JSON.stringify({ ...one, way: "" }) === JSON.stringify({ ...other, way: "" });
}

function explain(plan: Plan, first: Plan | undefined): string {
  return `way ${plan.way}: ${JSON.stringify(plan)} instead of ${JSON.stringify(first)}`;
}
