import { ownAddress } from "@heed/core/lane/own-addresses";
import { readDoNotContactList } from "@heed/core/suppression/do-not-contact-list";
import { PROBE_CHOICES } from "@heed/core/suppression/probe";
import { Temporal } from "@heed/core/time";
import { importDoNotContact } from "@heed/db/commands/import-do-not-contact";
import { beginSelfTest, selfTestSubject } from "@heed/db/commands/prove-address";
import { REQUEST_DAYS, requestServiceAddress } from "@heed/db/commands/service-address";
import {
  liftRestriction,
  moveCutOver,
  pauseStore,
  pauseWorkspace,
  setDryRun,
  setProbe,
} from "@heed/db/commands/store-settings";
import { switchEmailLane } from "@heed/db/commands/switch-email-lane";
import { ownDomainOf, ownDomains } from "@heed/db/queries/sender-domains";
import { storeDetails, workspacePaused } from "@heed/db/queries/store-page";
import { getStore, listStores } from "@heed/db/queries/stores";
import { z } from "zod";
import { procedure, router } from "../trpc/procedure.ts";
import { oneStore } from "./one-store.ts";

const viewer = { scope: "workspace", role: "viewer", factor: 1 } as const;
const manager = { scope: "store", role: "manager", factor: 1 } as const;
const admin = { scope: "store", role: "admin", factor: 1 } as const;

/** 20,000 lines of any length that occurs. */
const LONGEST_LIST = 2_000_000;

export const storeRouter = router({
  list: procedure(viewer).query(({ ctx }) => listStores(ctx.tx)),

  /** The stores with what their page says about their health. */
  details: procedure(viewer).query(async ({ ctx: { tx, services } }) => {
    const { sellerCentralUrl } = services.amazon;
    const stores = await storeDetails(tx, { now: services.clock.now() });
    const own = await ownDomains(tx);
    return stores.map((store) => {
      const home = store.marketplaces[0]?.marketplaceId ?? "";
      return {
        ...store,
        addresses: store.addresses.map((address) => ({
          ...address,
          full: fullAddress(address, { ours: services.mail.domain, own: own.get(store.id) }),
        })),
        messageSettingsUrl: sellerCentralUrl(home, "/messaging/settings"),
      };
    });
  }),

  pause: procedure(manager)
    .input(z.object({ paused: z.boolean() }))
    .mutation(async ({ ctx, input }) => {
      await pauseStore(ctx.tx, { storeId: oneStore(ctx.storeId), ...input, now: ctx.services.clock.now() });
      return input;
    }),

  /** Whether the brake of the whole workspace is on. */
  pausedAll: procedure(viewer).query(async ({ ctx }) => ({ paused: await workspacePaused(ctx.tx) })),

  pauseAll: procedure({ scope: "workspace", role: "admin", factor: 1 })
    .input(z.object({ paused: z.boolean() }))
    .mutation(async ({ ctx, input }) => {
      await pauseWorkspace(ctx.tx, { ...input, now: ctx.services.clock.now() });
      return input;
    }),

  setCutOver: procedure(admin)
    .input(z.object({ at: z.iso.datetime({ offset: true }) }))
    .mutation(async ({ ctx, input }) => {
      const cutOverAt = Temporal.Instant.from(input.at);
      await moveCutOver(ctx.tx, { storeId: oneStore(ctx.storeId), cutOverAt, now: ctx.services.clock.now() });
      return { cutOverAt };
    }),

  setDryRun: procedure(manager)
    .input(z.object({ dryRun: z.boolean() }))
    .mutation(async ({ ctx, input }) => {
      await setDryRun(ctx.tx, { storeId: oneStore(ctx.storeId), ...input, now: ctx.services.clock.now() });
      return input;
    }),

  liftRestriction: procedure(admin).mutation(async ({ ctx }) => {
    await liftRestriction(ctx.tx, { storeId: oneStore(ctx.storeId), now: ctx.services.clock.now() });
    return { lifted: true };
  }),

  /** When somebody who refused may be asked once more. */
  setProbe: procedure(admin)
    .input(z.object({ afterDays: z.literal(PROBE_CHOICES).nullable() }))
    .mutation(async ({ ctx, input }) => {
      await setProbe(ctx.tx, { storeId: oneStore(ctx.storeId), ...input, now: ctx.services.clock.now() });
      return input;
    }),

  setEmailLane: procedure(admin)
    .input(z.object({ marketplaceId: z.string().max(20), on: z.boolean(), statement: z.string().max(200).default("") }))
    .mutation(async ({ ctx, input }) => {
      await switchEmailLane(ctx.tx, { storeId: oneStore(ctx.storeId), ...input, now: ctx.services.clock.now() });
      return { on: input.on };
    }),

  /** Sends a link to the mailbox that shall get buyers' answers. */
  askServiceAddress: procedure(admin)
    .input(z.object({ address: z.email().max(254) }))
    .mutation(async ({ ctx: { tx, storeId, services, workspace }, input: { address } }) => {
      const { id, name } = await getStore(tx, oneStore(storeId));
      const token = await requestServiceAddress(tx, { storeId: id, address, now: services.clock.now() });
      const url = services.mail.link(`/confirm-address?token=${token}`);
      const mail = { store: name, workspace: workspace.name, url, validDays: REQUEST_DAYS };
      await services.mail.confirmAddress(address, mail);
      return { askedAt: services.clock.now() };
    }),

  /** Takes in a do-not-contact list of another tool: order ids and aliases, one or more a line. */
  importDoNotContact: procedure(manager)
    .input(z.object({ text: z.string().min(1).max(LONGEST_LIST) }))
    .mutation(async ({ ctx: { tx, storeId, services }, input }) => {
      const list = readDoNotContactList(input.text);
      const now = services.clock.now();
      const taken = await importDoNotContact(tx, { storeId: oneStore(storeId), list, ring: services.ring, now });
      return { ...taken, named: list.orderIds.length + list.aliases.length, unreadable: list.unreadable };
    }),

  /** Sends our own test mail to an address of the store. */
  testAddress: procedure(manager)
    .input(z.object({ addressId: z.uuid() }))
    .mutation(async ({ ctx: { tx, services }, input }) => {
      const test = await beginSelfTest(tx, { ...input, now: services.clock.now() });
      const own = test.kind === "sender" ? await ownDomainOf(tx, test.storeId) : null;
      const to = fullAddress(test, { ours: services.mail.domain, own: own?.name });
      await services.mail.selfTest(to, { subject: selfTestSubject(test.token) });
      return { testedAt: services.clock.now() };
    }),
});

interface Domains {
  readonly ours: string;
  /** Of the store's own, where it is verified and chosen. */
  readonly own: string | undefined;
}

/** Notices come in on one domain of ours, senders stand on another or on the tenant's own. */
function fullAddress(
  { kind, localPart }: { readonly kind: "notice" | "sender"; readonly localPart: string },
  { ours, own }: Domains,
) {
  return kind === "sender" && own !== undefined ? `${localPart}@${own}` : ownAddress({ kind, localPart }, ours);
}
