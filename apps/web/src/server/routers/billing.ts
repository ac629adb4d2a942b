import { INTERVALS, PAID_PLANS } from "@heed/core/billing/plans";
import { Temporal } from "@heed/core/time";
import { setSpendingCap } from "@heed/db/commands/set-spending-cap";
import { usageOfStores } from "@heed/db/identity/usage-of-stores";
import { entitlements } from "@heed/db/queries/billing-facts";
import { billingOverview, paymentNotice } from "@heed/db/queries/billing-overview";
import { usageByDay } from "@heed/db/queries/usage";
import { withTenant } from "@heed/db/tenant-db";
import { CANCEL_REASONS } from "@heed/stripe/cancel";
import { z } from "zod";
import { type Acting, refresh } from "../billing/acting.ts";
import { cancelPlan, changePlan, previewPlan, reactivatePlan } from "../billing/acts.ts";
import { customerOf } from "../billing/running.ts";
import { beginCheckout } from "../billing/subscribe.ts";
import type { Services, Viewer } from "../services.ts";
import { procedure, router, workspaceStream } from "../trpc/procedure.ts";

/** Use and plan are for those who run the workspace; what spends money or shows bills needs a fresh second factor. */
const look = { scope: "workspace", role: "admin", factor: 1 } as const;
const spend = { scope: "workspace", role: "owner", factor: 2, fresh: true } as const;

const PLAN = z.object({ plan: z.enum(PAID_PLANS), interval: z.enum(INTERVALS) });
const INVOICES_PER_PAGE = 12;
/** Dollars; more than anybody's bill. */
const HIGHEST_CAP = 100_000_00;

interface Asking extends Pick<Acting, "access" | "workspace"> {
  readonly services: Services;
  readonly viewer: Viewer;
}

function acting({ services, access, workspace, viewer }: Asking): Acting {
  const returnUrl = new URL(`/w/${workspace.slug}/billing`, services.ownUrl).href;
  return { services, access, workspace, email: viewer.email, returnUrl };
}

const instant = z.string().transform((text, context) => {
  try {
    return Temporal.Instant.from(text);
  } catch {
    context.addIssue({ code: "custom", message: "must be an instant" });
    return z.NEVER;
  }
});

export const billingRouter = router({
  /** Plan, period, use and what is wrong with a payment. */
  overview: procedure(look).query(({ ctx }) => billingOverview(ctx.tx, ctx.services.clock.now())),

  /** The ledger of the period by days, and which store used what; each workspace is looked into on its own. */
  usage: workspaceStream(look).query(async ({ ctx }) => {
    const { services, access, workspace, requireFactor, viewer } = ctx;
    const { days, span } = await withTenant(services.db, access, async (tx) => {
      const { messages } = await entitlements(tx, services.clock.now());
      return { span: messages.period, days: await usageByDay(tx, messages.period) };
    });
    const here = { access, workspace, requireFactor };
    return { days, stores: await usageOfStores(services.db, here, { viewer, period: span }) };
  }),

  /** A payment problem, for the top of every page; owners only. */
  notice: procedure({ ...look, role: "owner" }).query(async ({ ctx }) => ({
    notice: await paymentNotice(ctx.tx, ctx.services.clock.now()),
  })),

  /** The address of Stripe's checkout; null where somebody has just subscribed. */
  subscribe: workspaceStream(spend)
    .input(PLAN)
    .mutation(async ({ ctx, input }) => ({ url: await beginCheckout(acting(ctx), input) })),

  preview: workspaceStream(spend)
    .input(PLAN)
    .mutation(async ({ ctx, input }) => {
      const preview = await previewPlan(acting(ctx), input);
      return preview.kind === "now" ? { ...preview, at: preview.at.toString() } : preview;
    }),

  change: workspaceStream(spend)
    .input(PLAN.extend({ at: instant.nullable() }))
    .mutation(async ({ ctx, input }) => {
      await changePlan(acting(ctx), input);
      return { changed: true };
    }),

  cancel: workspaceStream(spend)
    .input(z.object({ reason: z.enum(CANCEL_REASONS), comment: z.string().trim().max(500).nullable() }))
    .mutation(async ({ ctx, input }) => {
      await cancelPlan(acting(ctx), input);
      return { cancelled: true };
    }),

  reactivate: workspaceStream(spend).mutation(async ({ ctx }) => {
    await reactivatePlan(acting(ctx));
    return { reactivated: true };
  }),

  /** After one comes back from Stripe: its state is read at once. */
  refresh: workspaceStream({ ...look, role: "owner" }).mutation(async ({ ctx }) => {
    await refresh(acting(ctx));
    return { refreshed: true };
  }),

  /** A link to Stripe's portal: card, address, tax id, invoices. */
  portal: workspaceStream(spend).mutation(async ({ ctx }) => {
    const asked = acting(ctx);
    const customerId = await customerOf(asked);
    return { url: await ctx.services.stripe.portalUrl({ customerId, returnUrl: asked.returnUrl }) };
  }),

  invoices: workspaceStream(spend)
    .input(z.object({ after: z.string().max(100).nullable() }))
    .mutation(async ({ ctx, input }) => {
      const customerId = await customerOf(acting(ctx));
      const page = await ctx.services.stripe.invoices({ customerId, after: input.after, limit: INVOICES_PER_PAGE });
      return { ...page, invoices: page.invoices.map((one) => ({ ...one, at: one.at.toString() })) };
    }),

  /** Null: no limit. */
  setSpendingCap: procedure(spend)
    .input(z.object({ capMinor: z.int().min(0).max(HIGHEST_CAP).nullable() }))
    .mutation(async ({ ctx, input }) => {
      await setSpendingCap(ctx.tx, { capMinor: input.capMinor, now: ctx.services.clock.now() });
      return { set: true };
    }),
});
