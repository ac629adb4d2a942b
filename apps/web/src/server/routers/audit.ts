import { Temporal } from "@heed/core/time";
import { type AuditRow, readAuditLog } from "@heed/db/identity/audit-log";
import { listAuditPeople } from "@heed/db/identity/audit-people";
import type { TenantDb } from "@heed/db/tenant-db";
import { z } from "zod";
import { procedure, router } from "../trpc/procedure.ts";
import { PAGE_SIZE } from "./page-input.ts";

const DAY = z.iso.date().transform((text) => Temporal.PlainDate.from(text));

const FILTERS = z.object({
  about: z
    .string()
    .regex(/^[a-z_]{1,40}$/)
    .optional(),
  userId: z.uuid().optional(),
  from: DAY.optional(),
  until: DAY.optional(),
  after: z.uuid().optional(),
});

/** A file of more lines is asked for by narrower filters; the answer says so. */
const MOST_LINES = 10_000;

/** Days are those of UTC, the last one included. */
async function page(tx: TenantDb, { from, until, ...filters }: z.infer<typeof FILTERS>, limit: number) {
  const rows = await readAuditLog(tx, {
    ...filters,
    limit,
    from: from?.toZonedDateTime("UTC").toInstant(),
    until: until?.add({ days: 1 }).toZonedDateTime("UTC").toInstant(),
  });
  const lines: readonly AuditRow[] = rows.slice(0, limit);
  return { lines, older: rows.length > limit ? (lines.at(-1)?.id ?? null) : null };
}

/** Who did what to which thing, from where. */
export const auditRouter = router({
  list: procedure({ scope: "workspace", role: "admin", factor: 1 })
    .input(FILTERS)
    .query(({ ctx, input: { workspace: _, ...filters } }) => page(ctx.tx, filters, PAGE_SIZE)),

  /** Whom the log can be narrowed to. */
  people: procedure({ scope: "workspace", role: "admin", factor: 1 }).query(({ ctx }) => listAuditPeople(ctx.tx)),

  /** What the filters show, for a file. */
  export: procedure({ scope: "workspace", role: "admin", factor: 2, fresh: true })
    .input(FILTERS)
    .mutation(({ ctx, input: { workspace: _, ...filters } }) => page(ctx.tx, filters, MOST_LINES)),
});
