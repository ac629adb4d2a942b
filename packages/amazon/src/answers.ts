import { z } from "zod";

/** The list of actions of solicitations v1 and messaging v1; absent means none. */
export const actionsAnswer = z.object({
  _links: z.object({ actions: z.array(z.object({ name: z.string() })).default([]) }),
});

export const attributesAnswer = z.object({
  buyer: z.object({ locale: z.string().optional() }).optional(),
});

export const participationsAnswer = z.object({
  payload: z.array(
    z.object({
      marketplace: z.object({
        id: z.string(),
        countryCode: z.string(),
        defaultCurrencyCode: z.string(),
        defaultLanguageCode: z.string(),
        domainName: z.string(),
      }),
      storeName: z.string().default(""),
      participation: z.object({ isParticipating: z.boolean(), hasSuspendedListings: z.boolean() }),
    }),
  ),
});

/** Where a file goes before a typed message names it (uploads 2020-11-01). */
export const uploadDestinationAnswer = z.object({
  payload: z.object({
    uploadDestinationId: z.string().min(1),
    url: z.url(),
    headers: z.record(z.string(), z.string()).default({}),
  }),
});

/** One page of searchOrders 2026-01-01; the orders are read one by one, so that a bad one spoils no other. */
export const ordersAnswer = z.object({
  orders: z.array(z.unknown()),
  pagination: z.object({ nextToken: z.string().optional() }).optional(),
});
