import { AppError } from "@heed/core/errors";
import { isSellerId, regionOfAddress } from "@heed/core/marketplace/consent";
import { MARKETPLACES, marketplaceById, type Region } from "@heed/core/marketplace/marketplaces";
import { beginAuthorisation } from "@heed/db/commands/begin-authorisation";
import { disconnectStore, purgeStore } from "@heed/db/commands/disconnect-store";
import { getStore } from "@heed/db/queries/stores";
import type { TenantDb } from "@heed/db/tenant-db";
import { z } from "zod";
import type { Services, Viewer } from "../services.ts";
import { procedure, router } from "../trpc/procedure.ts";
import { oneStore } from "./one-store.ts";

const RETURN_TO = z.enum(["stores", "onboarding"]);
const LONGEST = 2_000;

/** Connecting is for owners and admins, with a second factor from a moment ago. */
const inWorkspace = { scope: "workspace", role: "admin", factor: 2, fresh: true } as const;
const inStore = { ...inWorkspace, scope: "store" } as const;

interface Asking {
  readonly services: Services;
  readonly viewer: Viewer;
  readonly workspace: { readonly slug: string };
  readonly tx: TenantDb;
}

interface Wanted {
  readonly region: Region;
  readonly storeId: string | null;
  readonly sellerId: string | null;
  readonly returnTo: z.infer<typeof RETURN_TO>;
}

function newState({ services, viewer, workspace, tx }: Asking, wanted: Wanted): Promise<string> {
  const { sessionId, userId } = viewer;
  return beginAuthorisation(tx, { ...wanted, slug: workspace.slug, sessionId, userId, now: services.clock.now() });
}

export const connectRouter = router({
  /** The address of Amazon's consent page for a new store. */
  begin: procedure(inWorkspace)
    .input(z.object({ marketplaceId: z.string().max(20), returnTo: RETURN_TO }))
    .mutation(async ({ ctx, input }) => {
      const region = marketplaceById(input.marketplaceId)?.region;
      if (region === undefined) throw new AppError("INVALID", "Amazon has no such marketplace.");
      allStores(ctx.tx);
      const state = await newState(ctx, { region, storeId: null, sellerId: null, returnTo: input.returnTo });
      return { url: ctx.services.amazon.consentUrl(input.marketplaceId, state) };
    }),

  /** The same for a store whose permission ends or has ended; only its own account may come back. */
  again: procedure(inStore)
    .input(z.object({ returnTo: RETURN_TO }))
    .mutation(async ({ ctx, input }) => {
      const store = await getStore(ctx.tx, oneStore(ctx.storeId));
      const { id: storeId, region, sellerId } = store;
      const state = await newState(ctx, { region, storeId, sellerId, returnTo: input.returnTo });
      const marketplaceId = store.marketplaces[0]?.marketplaceId ?? homeOf(region);
      return { url: ctx.services.amazon.consentUrl(marketplaceId, state) };
    }),

  /** Goes on with an authorisation that began in Amazon's Appstore. */
  fromAppstore: procedure(inWorkspace)
    .input(
      z.object({
        amazonCallbackUri: z.string().max(LONGEST),
        amazonState: z.string().min(1).max(LONGEST),
        sellerId: z.string().refine(isSellerId, "is no account of Amazon's"),
      }),
    )
    .mutation(async ({ ctx, input }) => {
      const region = regionOfAddress(input.amazonCallbackUri);
      if (region === null) throw notAmazon();
      allStores(ctx.tx);
      const state = await newState(ctx, { region, storeId: null, sellerId: input.sellerId, returnTo: "onboarding" });
      const url = ctx.services.amazon.appstoreUrl({ ...input, state });
      if (url === null) throw notAmazon();
      return { url };
    }),

  /** Destroys the store's tokens and stops it; its data waits 30 days. */
  disconnect: procedure(inStore).mutation(({ ctx }) =>
    disconnectStore(ctx.tx, { storeId: oneStore(ctx.storeId), now: ctx.services.clock.now() }),
  ),

  /** Erases a disconnected store before its day; its name is typed to confirm. */
  erase: procedure(inStore)
    .input(z.object({ name: z.string().max(LONGEST) }))
    .mutation(async ({ ctx, input }) => {
      const { id: storeId, name } = await getStore(ctx.tx, oneStore(ctx.storeId));
      if (input.name.trim() !== name) throw new AppError("INVALID", "The name is not the store's.");
      const erased = await purgeStore(ctx.tx, { storeId, now: ctx.services.clock.now() });
      if (!erased) throw new AppError("PRECONDITION_FAILED", "Disconnect the store first.");
      return { erased };
    }),
});

/** People who are limited to some stores add none. */
function allStores({ access }: TenantDb): void {
  if (access.stores !== "all")
    throw new AppError("FORBIDDEN", "Only people with access to all stores can connect another one.");
}

function notAmazon(): AppError {
  return new AppError("INVALID", "This authorisation did not come from Amazon. Start again in the Appstore.");
}

function homeOf(region: Region): string {
  return MARKETPLACES.find((marketplace) => marketplace.region === region)?.marketplaceId ?? "";
}
