/** Where one is: workspace and store are in every address, so that twenty tabs can be open. */
export interface Place {
  readonly workspace: string;
  /** Id of a store, or "all". */
  readonly store: string;
}

export const SECTIONS = ["overview", "orders", "flows", "templates", "opt-outs", "critical", "insights"] as const;
export type Section = (typeof SECTIONS)[number];

export const SECTION_WORDS: Readonly<Record<Section, string>> = {
  overview: "Overview",
  orders: "Orders",
  flows: "Flows",
  templates: "Templates",
  "opt-outs": "Opt-outs",
  critical: "Critical",
  insights: "Insights",
};

export function sectionPath({ workspace, store }: Place, section: Section): string {
  return `/w/${encodeURIComponent(workspace)}/s/${store}/${section}`;
}

export function orderPath(place: Place, ref: string): string {
  return `${sectionPath(place, "orders")}/${ref}`;
}

/** The ledger of one order, to print or export. */
export function proofPath(place: Place, orderRef: string): string {
  return `${sectionPath(place, "insights")}/proof?order=${encodeURIComponent(orderRef)}`;
}

export function flowPath(place: Place, id: string): string {
  return `${sectionPath(place, "flows")}/${id}`;
}

export function templatePath(place: Place, id: string): string {
  return `${sectionPath(place, "templates")}/${id}`;
}

/** Pages of the workspace as a whole. */
export const WORKSPACE_PAGES = ["stores", "team", "clients", "billing", "audit", "settings"] as const;
export type WorkspacePage = (typeof WORKSPACE_PAGES)[number];

export const WORKSPACE_PAGE_WORDS: Readonly<Record<WorkspacePage, string>> = {
  stores: "Stores",
  team: "Team",
  clients: "Clients",
  billing: "Billing",
  audit: "Audit log",
  settings: "Settings",
};

/** Clients are an agency's, the log and billing are for owners and admins. */
export function workspacePagesFor({
  kind,
  role,
}: {
  readonly kind: string;
  readonly role: string;
}): readonly WorkspacePage[] {
  const manages = role === "owner" || role === "admin";
  const hidden = new Set<string>([...(kind === "agency" ? [] : ["clients"]), ...(manages ? [] : ["audit", "billing"])]);
  return WORKSPACE_PAGES.filter((page) => !hidden.has(page));
}

export function workspacePath(workspace: string, page: WorkspacePage): string {
  return `/w/${encodeURIComponent(workspace)}/${page}`;
}

export function workspacePageOf(pathname: string): WorkspacePage | null {
  const name = pathname.split("/")[3];
  return WORKSPACE_PAGES.find((page) => page === name) ?? null;
}

/** Where a store, the newest that is not set up by default, is set up step by step. */
export function onboardingPath(workspace: string): string {
  return `/w/${encodeURIComponent(workspace)}/onboarding`;
}

export function storePath(workspace: string, storeId: string): string {
  return `${workspacePath(workspace, "stores")}/${storeId}`;
}

/** The section that an address belongs to, or null outside of a store. */
export function sectionOf(pathname: string): Section | null {
  const name = pathname.split("/")[5];
  return SECTIONS.find((section) => section === name) ?? null;
}
