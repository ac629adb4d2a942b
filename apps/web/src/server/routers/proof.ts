import { Temporal } from "@heed/core/time";
import { proofLines } from "@heed/db/queries/proof";
import { z } from "zod";
import { procedure, router } from "../trpc/procedure.ts";

const DAY = z.iso.date();
const LINES = 500;

/** The ledger as proof, for an appeal to Amazon. It leaves the house, so it asks for the second factor. */
export const proofRouter = router({
  lines: procedure({ scope: "store", role: "manager", factor: 2, fresh: true })
    .input(z.object({ orderRef: z.uuid().nullable(), from: DAY, to: DAY, after: z.uuid().nullable() }))
    .query(async ({ ctx, input: { orderRef, from, to, after } }) => {
      const lines = await proofLines(ctx.tx, {
        storeId: ctx.storeId,
        ...{ orderRef, after, limit: LINES },
        from: startOf(from),
        to: startOf(to).add({ hours: 24 }),
      });
      return { lines, next: lines.length < LINES ? null : (lines.at(-1)?.id ?? null) };
    }),
});

function startOf(day: string): Temporal.Instant {
  return Temporal.PlainDate.from(day).toZonedDateTime("UTC").toInstant();
}
