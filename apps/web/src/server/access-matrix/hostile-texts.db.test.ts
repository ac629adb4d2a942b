import { existsSync, readFileSync } from "node:fs";
import { cloneDatabase, type TestDatabase } from "@heed/db/testing";
import { TEST_NOW } from "@heed/db/testing/factories";
import { rolledBack } from "@heed/db/testing/rolled-back";
import { TRPCError } from "@trpc/server";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { z } from "zod";
import { createCaller } from "../routers/app.ts";
import { testContext } from "../testing/caller.ts";
import { SAMPLES } from "./procedure-inputs.ts";
import { declaredAccess, personOf, procedureOf, viewerOf } from "./procedures.ts";
import { withMatrixStripe } from "./testing/billing.ts";
import { createMatrixWorld, type MatrixWorld, slugFor } from "./testing/world.ts";
import { type TextField, textFields, withText } from "./text-fields.ts";

const CORPUS = new URL("../../../../../../shared/corpus/strings/blns.json", import.meta.url);
/** What has broken programs like this one: a NUL, half a surrogate pair, templates, paths, formulas, markup, length. */
const OWN = [
  "a\u0000b\u0000c",
  "x\ud800y\udfffz",
  "{{ order.id }}{% for a in (1..9) %}{{ a }}{% endfor %}",
  "../../../etc/passwd%00",
  '=HYPERLINK("https://evil.example","x")',
  `"><script>alert(1)</script>\r\nBcc: all@example.com`,
  "Z".repeat(3_000),
  `${"\u0317".repeat(200)}`,
];
/** A beginner's machine with other tests beside this one. */
const LONG = 180_000;
/** Strings of the corpus for each field; which ones goes round, so that all of them are used. */
const EACH = 8;

let database: TestDatabase;
let world: MatrixWorld;

beforeAll(async () => {
  database = await cloneDatabase();
  world = await createMatrixWorld(database.db);
}, 120_000);
afterAll(() => database.drop());

interface Field extends TextField {
  readonly procedure: string;
}

const allFields = (): readonly Field[] =>
  Object.keys(declaredAccess()).flatMap((procedure) =>
    textFields(procedure)
      .filter(({ path }) => path[0] !== "workspace" && path[0] !== "store")
      .map((field) => ({ ...field, procedure })),
  );

/** Writes the text into the field as the owner of the workspace, and undoes it. @returns what went wrong on our side */
async function write({ procedure, path }: Field, text: string): Promise<string | null> {
  const sample = SAMPLES[procedure];
  const input = sample?.input(slugFor(world, "owner"), world.target, personOf(world, "owner"));
  const failure = await rolledBack(database.db, async (db) => {
    const caller = createCaller(testContext(db, viewerOf(world, { actor: "owner", now: TEST_NOW }), TEST_NOW));
    return procedureOf(
      caller,
      procedure,
    )(withText(input, path, text)).then(
      () => null,
      (error: unknown) => error,
    );
  });
  if (failure === null) return null;
  const ours = !(failure instanceof TRPCError) || failure.code === "INTERNAL_SERVER_ERROR";
  return ours
    ? `${procedure} ${path.join(".")}: ${JSON.stringify(text.slice(0, 60))}: ${String((failure as Error).cause ?? failure)}`
    : null;
}

async function failures(
  fields: readonly Field[],
  textsOf: (n: number) => readonly string[],
): Promise<readonly string[]> {
  const found: string[] = [];
  await withMatrixStripe({ db: database.db, world }, async () => {
    for (const [n, field] of fields.entries()) {
      for (const text of textsOf(n)) {
        const failure = await write(field, text);
        if (failure !== null) found.push(failure);
      }
    }
  });
  return found;
}

describe("every text that a procedure takes", () => {
  it("is found in the schemas: names, reasons, notes, texts, lists, addresses", () => {
    const free = allFields()
      .filter((field) => field.free)
      .map(({ procedure, path }) => `${procedure} ${path.join(".")}`);
    expect(free.length).toBeGreaterThan(30);
    expect(free).toEqual(
      expect.arrayContaining([
        "workspace.create name",
        "client.create name",
        "account.setName name",
        "passkey.add name",
        "template.create name",
        "template.create texts.0.body",
        "brake.set reason",
        "store.importDoNotContact text",
      ]),
    );
  });

  it(
    "takes what breaks programs, or refuses it in words",
    async () => {
      const fields = allFields();
      expect(await failures(fields, (n) => (fields[n]?.free === true ? OWN : OWN.slice(0, 1)))).toEqual([]);
    },
    LONG,
  );

  it.skipIf(!existsSync(CORPUS))(
    "takes any string of the corpus, or refuses it in words (else shared-missing)",
    async () => {
      const strings = z.array(z.string()).parse(JSON.parse(readFileSync(CORPUS, "utf8")));
      const free = allFields().filter((field) => field.free);
      expect(free.length * EACH).toBeGreaterThanOrEqual(strings.length);
      const textsOf = (n: number) =>
        Array.from({ length: EACH }, (_, i) => strings[(n * EACH + i) % strings.length] ?? "");
      expect(await failures(free, textsOf)).toEqual([]);
    },
    LONG,
  );
});
