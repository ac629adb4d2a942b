import type { StoreDetails } from "../stores/store-words.ts";

export const STEPS = ["workspace", "connect", "sender", "notices", "flow"] as const;
export type Step = (typeof STEPS)[number];

export const STEP_WORDS: Readonly<Record<Step, string>> = {
  workspace: "Workspace",
  connect: "Connect a store",
  sender: "Sender address",
  notices: "Notice addresses",
  flow: "First flow",
};

type Facts = Pick<StoreDetails, "authorisation" | "addresses" | "firstFlowAt">;

/**
 * What the product has seen of each step; nobody ticks anything.
 *
 * | step      | done when                                                |
 * |-----------|----------------------------------------------------------|
 * | workspace | it exists                                                |
 * | connect   | the store is authorised at Amazon                        |
 * | sender    | our own test mail arrived at the sender address          |
 * | notices   | our own test mail arrived at each notice address         |
 * | flow      | a person confirmed the first flow                        |
 */
export function isDone(step: Step, store: Facts | null): boolean {
  return step === "workspace" || (store !== null && SEEN[step](store));
}

const SEEN: Readonly<Record<Exclude<Step, "workspace">, (store: Facts) => boolean>> = {
  connect: ({ authorisation }) => authorisation === "active",
  sender: (store) => receives(store, "sender"),
  notices: (store) => receives(store, "notice"),
  flow: ({ firstFlowAt }) => firstFlowAt !== null,
};

function receives({ addresses }: Facts, kind: "sender" | "notice"): boolean {
  const own = addresses.filter((address) => address.kind === kind);
  return own.length > 0 && own.every(({ state }) => state !== "not_proven");
}

/** The first step that is open; null when all are done. */
export function nextStep(store: Facts | null): Step | null {
  return STEPS.find((step) => !isDone(step, store)) ?? null;
}

/** The store that is being set up: the one named, else the newest without a first flow. */
export function storeInWork<S extends StoreDetails>(stores: readonly S[], id: string | null): S | null {
  const named = stores.find((store) => store.id === id);
  if (named !== undefined) return named;
  const open = stores.filter((store) => store.firstFlowAt === null && store.authorisation !== "disconnected");
  return open.at(-1) ?? stores.find((store) => store.authorisation === "active") ?? null;
}
