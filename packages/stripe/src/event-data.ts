import { z } from "zod";

/** The few fields of an event's object that any version of the API has had. */
export const EVENT_DATA = z.looseObject({
  id: z.string().optional(),
  customer: z.union([z.string(), z.looseObject({ id: z.string() })]).nullish(),
  client_reference_id: z.string().nullish(),
  metadata: z.record(z.string(), z.string()).nullish(),
  parent: z
    .looseObject({
      subscription_details: z.looseObject({ metadata: z.record(z.string(), z.string()).nullish() }).nullish(),
    })
    .nullish(),
});
export type EventData = z.infer<typeof EVENT_DATA>;

export const EVENT = z.looseObject({
  id: z.string().min(1).max(255),
  type: z.string().min(1).max(255),
  livemode: z.boolean(),
  created: z.number(),
  api_version: z.string().nullish(),
  data: z.looseObject({ object: EVENT_DATA }).optional(),
});
