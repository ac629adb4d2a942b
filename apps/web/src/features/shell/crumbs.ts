import {
  type Place,
  SECTION_WORDS,
  type Section,
  sectionOf,
  sectionPath,
  storePath,
  WORKSPACE_PAGE_WORDS,
  type WorkspacePage,
  workspacePageOf,
  workspacePath,
} from "./paths.ts";

export interface Crumb {
  readonly label: string;
  readonly href: string;
}

interface Here {
  readonly pathname: string;
  readonly place: Place;
  readonly stores: readonly { readonly id: string; readonly name: string }[];
}

const ONE_OF: Readonly<Partial<Record<Section, string>>> = { orders: "Order", flows: "Flow", templates: "Template" };

/** Store, section, order: the way down to the page, each a link. */
export function crumbsOf({ pathname, place, stores }: Here): readonly Crumb[] {
  const store = stores.find(({ id }) => id === place.store);
  const root: Crumb = { label: store?.name ?? "All stores", href: sectionPath(place, "overview") };
  const page = workspacePageOf(pathname);
  if (page !== null) return workspaceCrumbs({ pathname, place, stores }, page);
  const section = sectionOf(pathname);
  if (section === null) return [root];
  const crumbs = [root, { label: SECTION_WORDS[section], href: sectionPath(place, section) }];
  const ref = pathname.split("/")[6];
  const name = ONE_OF[section];
  if (name === undefined || ref === undefined || ref === "") return crumbs;
  return [...crumbs, { label: name, href: `${sectionPath(place, section)}/${ref}` }];
}

function workspaceCrumbs({ pathname, place, stores }: Here, page: WorkspacePage): readonly Crumb[] {
  const crumb = { label: WORKSPACE_PAGE_WORDS[page], href: workspacePath(place.workspace, page) };
  const id = pathname.split("/")[4];
  const store = page === "stores" ? stores.find((candidate) => candidate.id === id) : undefined;
  return store === undefined ? [crumb] : [crumb, { label: store.name, href: storePath(place.workspace, store.id) }];
}
