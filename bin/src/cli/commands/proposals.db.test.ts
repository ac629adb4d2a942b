import { teachSentence } from "@heed/db/commands/teach-sentence";
import { notice, suppression } from "@heed/db/schema/notice";
import { usageEntry } from "@heed/db/schema/work";
import { withTenant } from "@heed/db/tenant-db";
import { cloneDatabase, type TestDatabase } from "@heed/db/testing";
import { createReadyStore, TEST_RING } from "@heed/db/testing/demo-store";
import { TEST_NOW } from "@heed/db/testing/factories";
import { personIn, readMailOf } from "@heed/db/testing/notice-steps";
import { orderSteps } from "@heed/db/testing/order-steps";
import { afterAll, beforeAll, expect, it } from "vitest";
import { COMMANDS } from "../registry.ts";
import { runCli } from "../run-cli.ts";

let database: TestDatabase;
beforeAll(async () => {
  database = await cloneDatabase();
});
afterAll(() => database.drop());

async function call(...words: string[]) {
  const [lines, said]: [string[], string[]] = [[], []];
  const { DATABASE_URL, DATABASE_SYSTEM_URL } = database.urls;
  const env = { DATABASE_URL, DATABASE_SYSTEM_URL, HEED_KEYS: "{}" };
  const io = {
    ...{ folder: "/", env },
    ...{ print: (line: string) => lines.push(line), say: (line: string) => said.push(line) },
  };
  return { code: await runCli(COMMANDS, ["proposals", ...words], io), lines, said };
}

const { sentEmail } = orderSteps(() => database.db);
const sentence = (order: string) =>
  `Viestisi tilauksesta ${order} jäi toimittamatta: ostaja on kieltänyt myyjien viestit.`;
const mail = (order: string) => ({
  subject: "Your message to a buyer",
  text: `Your message could not be processed as sent: it was not delivered.\n\n${sentence(order)}`,
});

it("heed proposals: a sentence that one workspace proposed decides for all once it is accepted, and can be withdrawn", async () => {
  const [one, other] = [
    await createReadyStore(database.db, { emailLane: true }),
    await createReadyStore(database.db, { emailLane: true }),
  ];
  const first = await sentEmail(one);
  const { noticeId } = await readMailOf(database.db, one, mail(first.orderId));
  const lesson = { noticeId, kind: "opted_out", marked: sentence(first.orderId), ring: TEST_RING } as const;
  const now = TEST_NOW.add({ hours: 2 });
  const { id } = await withTenant(database.db, personIn(one), (tx) =>
    teachSentence(tx, { ...lesson, now, propose: true }),
  );

  const listed = await call("--json");
  expect(listed.lines.map((line) => JSON.parse(line))).toEqual([
    { state: "proposed", id, kind: "opted_out", sentence: sentence("{order}") },
  ]);
  expect((await call("--accept", id)).code).toBe(0);
  const shared = (await call("--json")).lines.map((line) => JSON.parse(line) as { state: string; id: string });
  expect(shared).toMatchObject([{ state: "accepted", sentence: sentence("{order}") }]);
  expect((await call("--accept", id)).code).toBe(1);

  const second = await sentEmail(other);
  expect(await readMailOf(database.db, other, mail(second.orderId))).toMatchObject({ effect: "applied" });
  const seen = () =>
    withTenant(database.db, other.access, async (tx) => ({
      suppressed: (await tx.sql.select().from(suppression)).filter(({ liftedAt }) => liftedAt === null).length,
      credits: (await tx.sql.select().from(usageEntry)).length,
      effects: (await tx.sql.select().from(notice)).map(({ effect }) => effect),
    }));
  expect(await seen()).toEqual({ suppressed: 1, credits: 0, effects: ["applied"] });

  expect((await call("--withdraw", shared[0]?.id ?? "")).said).toEqual([
    "Withdrawn; 1 notices wait for a person again.",
  ]);
  expect(await seen()).toEqual({ suppressed: 0, credits: 0, effects: ["needs_review"] });
  expect((await call()).lines).toEqual([]);
});

it("heed proposals says of an id that it does not know so", async () => {
  const { code } = await call("--reject", "00000000-0000-7000-8000-000000000000");
  expect(code).toBe(1);
});
