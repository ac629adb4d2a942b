import "server-only";
import { call } from "../trpc/server.tsx";
import { orNotFound } from "./or-not-found.ts";

/** "Orders · Store DE", so that twenty tabs tell themselves apart. */
export async function pageTitle(
  section: string,
  place: { readonly workspace: string; readonly store: string },
): Promise<string> {
  const stores = await orNotFound(call.store.list({ workspace: place.workspace }));
  const store = stores.find(({ id }) => id === place.store);
  return `${section} · ${store?.name ?? "All stores"}`;
}
