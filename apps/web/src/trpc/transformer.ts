import { Temporal } from "@heed/core/time";
import SuperJSON from "superjson";

/** What travels between server and browser besides JSON: instants, as they are. */
export const transformer = new SuperJSON();

transformer.registerCustom<Temporal.Instant, string>(
  {
    isApplicable: (value): value is Temporal.Instant => value instanceof Temporal.Instant,
    serialize: (instant) => instant.toString(),
    deserialize: (text) => Temporal.Instant.from(text),
  },
  "Instant",
);
