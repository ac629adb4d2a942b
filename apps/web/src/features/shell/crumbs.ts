import { orderPath, type Place, SECTION_WORDS, sectionOf, sectionPath } from "./paths.ts";

export interface Crumb {
  readonly label: string;
  readonly href: string;
}

interface Here {
  readonly pathname: string;
  readonly place: Place;
  readonly stores: readonly { readonly id: string; readonly name: string }[];
}

/** Store, section, order: the way down to the page, each a link. */
export function crumbsOf({ pathname, place, stores }: Here): readonly Crumb[] {
  const store = stores.find(({ id }) => id === place.store);
  const root: Crumb = { label: store?.name ?? "All stores", href: sectionPath(place, "overview") };
  const section = sectionOf(pathname);
  if (section === null) return [root];
  const crumbs = [root, { label: SECTION_WORDS[section], href: sectionPath(place, section) }];
  const ref = pathname.split("/")[6];
  if (section !== "orders" || ref === undefined || ref === "") return crumbs;
  return [...crumbs, { label: "Order", href: orderPath(place, ref) }];
}
