import { addDomain, checkDomain, chooseDomain, removeDomain } from "@heed/db/commands/sender-domains";
import { resumeSender } from "@heed/db/commands/sender-health";
import { listDomains, ownDomainOf } from "@heed/db/queries/sender-domains";
import { senderHealth } from "@heed/db/queries/sender-health";
import { z } from "zod";
import { procedure, router } from "../trpc/procedure.ts";
import { oneStore } from "./one-store.ts";

const admin = { scope: "workspace", role: "admin", factor: 1 } as const;
const domainInput = z.object({ domainId: z.uuid() });

/** A host name with at least two parts; Resend judges the rest. */
const DOMAIN = /^(?=.{4,253}$)([a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?\.)+[a-z]{2,63}$/;

/** The senders of the stores' e-mails, and the workspace's own domains. */
export const senderRouter = router({
  health: procedure({ scope: "store", role: "viewer", factor: 1 }).query(async ({ ctx }) => {
    const storeId = oneStore(ctx.storeId);
    const health = await senderHealth(ctx.tx, { storeId, now: ctx.services.clock.now() });
    return { ...health, ownDomain: await ownDomainOf(ctx.tx, storeId) };
  }),
  /** After a stop: a person answers for the list, and only mails from now on count. */
  resume: procedure({ scope: "store", role: "admin", factor: 1 }).mutation(async ({ ctx }) => {
    await resumeSender(ctx.tx, { storeId: oneStore(ctx.storeId), now: ctx.services.clock.now() });
    return { resumed: true };
  }),
  domains: procedure(admin).query(({ ctx }) => listDomains(ctx.tx)),
  addDomain: procedure(admin)
    .input(
      z.object({ name: z.string().trim().toLowerCase().regex(DOMAIN, "Write a domain, such as mail.example.com.") }),
    )
    .mutation(async ({ ctx, input }) => ({
      id: await addDomain(ctx.tx, { name: input.name, now: ctx.services.clock.now() }),
    })),
  checkDomain: procedure(admin)
    .input(domainInput)
    .mutation(async ({ ctx, input }) => {
      await checkDomain(ctx.tx, { ...input, now: ctx.services.clock.now() });
      return { asked: true };
    }),
  removeDomain: procedure(admin)
    .input(domainInput)
    .mutation(async ({ ctx, input }) => {
      await removeDomain(ctx.tx, { ...input, now: ctx.services.clock.now() });
      return { removed: true };
    }),
  chooseDomain: procedure({ scope: "store", role: "admin", factor: 1 })
    .input(z.object({ domainId: z.uuid().nullable() }))
    .mutation(async ({ ctx, input }) => {
      await chooseDomain(ctx.tx, { ...input, storeId: oneStore(ctx.storeId), now: ctx.services.clock.now() });
      return input;
    }),
});
