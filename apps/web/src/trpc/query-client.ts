import { defaultShouldDehydrateQuery, QueryClient } from "@tanstack/react-query";
import { transformer } from "./transformer.ts";

const FRESH_MS = 20_000;

/** One for the browser, one for each request on the server. */
export function makeQueryClient(): QueryClient {
  return new QueryClient({
    defaultOptions: {
      queries: { staleTime: FRESH_MS, retry: 1 },
      dehydrate: {
        serializeData: transformer.serialize.bind(transformer),
        // Pending queries stream to the browser, so a page need not wait for its slowest part.
        shouldDehydrateQuery: (query) => defaultShouldDehydrateQuery(query) || query.state.status === "pending",
      },
      hydrate: { deserializeData: transformer.deserialize.bind(transformer) },
    },
  });
}
