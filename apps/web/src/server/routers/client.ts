import { AppError } from "@heed/core/errors";
import { isTimeZone } from "@heed/core/report/report-times";
import { setClientReport, setReportLook } from "@heed/db/commands/client-reports";
import { createClient, labelClient, placeStore, removeClient, renameClient } from "@heed/db/commands/clients";
import { clientReport } from "@heed/db/identity/client-report";
import { listClients, portfolio } from "@heed/db/identity/portfolio";
import { z } from "zod";
import { procedure, router, workspaceStream } from "../trpc/procedure.ts";
import { NAME } from "./names.ts";

const CLIENT = z.object({ id: z.uuid() });
const RECIPIENTS = z.array(z.email().max(254).toLowerCase()).max(20);
const ZONE = z.string().max(64).refine(isTimeZone, "Choose a time zone, such as Europe/Berlin.");
const COLOUR = z.string().regex(/^#[0-9a-f]{6}$/, "Choose a colour.");

/** An agency's customers: named groups of stores. */
export const clientRouter = router({
  list: procedure({ scope: "workspace", role: "viewer", factor: 1 }).query(({ ctx }) => listClients(ctx.tx)),

  create: procedure({ scope: "workspace", role: "admin", factor: 1 })
    .input(z.object({ name: NAME }))
    .mutation(({ ctx, input }) => createClient(ctx.tx, { name: input.name, now: ctx.services.clock.now() })),

  rename: procedure({ scope: "workspace", role: "admin", factor: 1 })
    .input(CLIENT.extend({ name: NAME }))
    .mutation(({ ctx, input: { id, name } }) => renameClient(ctx.tx, { id, name, now: ctx.services.clock.now() })),

  /** The label for invoices; null takes it away. */
  label: procedure({ scope: "workspace", role: "admin", factor: 1 })
    .input(CLIENT.extend({ label: NAME.nullable() }))
    .mutation(({ ctx, input: { id, label } }) => labelClient(ctx.tx, { id, label, now: ctx.services.clock.now() })),

  remove: procedure({ scope: "workspace", role: "admin", factor: 1 })
    .input(CLIENT)
    .mutation(({ ctx, input }) => removeClient(ctx.tx, { id: input.id, now: ctx.services.clock.now() })),

  placeStore: procedure({ scope: "workspace", role: "admin", factor: 1 })
    .input(z.object({ storeId: z.uuid(), storeTenantId: z.uuid(), clientId: z.uuid().nullable() }))
    .mutation(({ ctx, input: { workspace: _, ...place } }) =>
      placeStore(ctx.tx, { ...place, now: ctx.services.clock.now() }),
    ),

  /** The week of a client's stores as the report tells it; each store is read where it is, by this person's way in. */
  report: workspaceStream({ scope: "workspace", role: "viewer", factor: 1 })
    .input(CLIENT)
    .query(({ ctx: { access, services, viewer }, input }) =>
      clientReport(services.db, {
        ...{ agency: access, clientId: input.id, viewer, now: services.clock.now() },
      }),
    ),

  setReport: procedure({ scope: "workspace", role: "admin", factor: 1 })
    .input(CLIENT.extend({ on: z.boolean(), to: RECIPIENTS, zone: ZONE }))
    .mutation(({ ctx, input: { id: clientId, on, to, zone } }) =>
      setClientReport(ctx.tx, { clientId, on, to, zone, now: ctx.services.clock.now() }),
    ),

  setReportLook: procedure({ scope: "workspace", role: "admin", factor: 1 })
    .input(z.object({ name: NAME.nullable(), colour: COLOUR.nullable() }))
    .mutation(({ ctx, input: { name, colour } }) =>
      setReportLook(ctx.tx, { name, colour, now: ctx.services.clock.now() }),
    ),

  /** The board over all clients; each workspace is looked into on its own, so this holds no transaction meanwhile. */
  portfolio: workspaceStream({ scope: "workspace", role: "viewer", factor: 1 }).query(({ ctx }) => {
    const { access, workspace, requireFactor, services, viewer } = ctx;
    if (workspace.kind !== "agency") throw new AppError("INVALID", "The board is for agencies.");
    const agency = { access, workspace, requireFactor };
    return portfolio(services.db, agency, { viewer, now: services.clock.now() });
  }),
});
