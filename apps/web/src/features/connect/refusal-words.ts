import type { Refusal } from "../../server/amazon/complete-authorisation.ts";

interface RefusalWords {
  readonly title: string;
  /** What happened, and what it means. */
  readonly text: string;
  readonly forward: string;
}

const AGAIN = "Start again from your stores: the button makes a new link to Amazon.";
const NOTHING = "Nothing was connected, and nothing changed at Amazon for stores that are connected already.";

export const REFUSAL_WORDS: Readonly<Record<Refusal, RefusalWords>> = {
  state_missing: {
    title: "This link is incomplete",
    text: `Amazon's answer came without the mark that we gave it. ${NOTHING}`,
    forward: AGAIN,
  },
  state_unknown: {
    title: "We did not ask for this authorisation",
    text: `The link belongs to another workspace, or is older than we keep it. ${NOTHING}`,
    forward: AGAIN,
  },
  used: {
    title: "This authorisation was used already",
    text: "Each link works once. If you opened the page a second time, your store may be connected: look at your stores first.",
    forward: "If the store is not there, start again from your stores.",
  },
  expired: {
    title: "This took longer than 15 minutes",
    text: `The link has run out, as a precaution. ${NOTHING}`,
    forward: AGAIN,
  },
  other_session: {
    title: "This authorisation began in another session",
    text: `It can only be finished in the browser, and by the person, that began it. ${NOTHING}`,
    forward: "Go on in that browser, or start again here from your stores.",
  },
  signed_out: {
    title: "You were signed out meanwhile",
    text: `An authorisation belongs to the session that began it. ${NOTHING}`,
    forward: "Sign in, then start again from your stores.",
  },
  role: {
    title: "Only owners and admins connect stores",
    text: `Your role does not allow it. ${NOTHING}`,
    forward: "Ask an owner of the workspace to connect the store.",
  },
  wrong_seller: {
    title: "Another Amazon account came back",
    text: `The permission is for another account than the one that was meant. ${NOTHING}`,
    forward: "Sign out of Seller Central, then start again and sign in with the right account.",
  },
  seller_missing: {
    title: "Amazon's answer names no account",
    text: `Without it we cannot tell whose store this is. ${NOTHING}`,
    forward: AGAIN,
  },
  code_missing: {
    title: "Amazon's answer holds no permission",
    text: `This happens when one cancels at Amazon. ${NOTHING}`,
    forward: AGAIN,
  },
  code: {
    title: "Amazon no longer takes this permission",
    text: `A permission can be picked up for five minutes, and once. ${NOTHING}`,
    forward: AGAIN,
  },
  other_workspace: {
    title: "This Amazon account is connected elsewhere",
    text: "An Amazon account belongs to one workspace, so that its buyers are asked once and refusals are kept in one place.",
    forward:
      "Ask the owner of that workspace to let you in with a grant: you then work on the store from here. If the account should move, it is disconnected there first and its data erased.",
  },
  no_marketplace: {
    title: "This account sells in no marketplace that we serve",
    text: `Amazon lists no active marketplace of the chosen region for it. ${NOTHING}`,
    forward: "Choose the region in which the account sells, and start again.",
  },
  plan: {
    title: "Your plan has no room for another store",
    text: `Each plan has a number of stores. ${NOTHING}`,
    forward: "Choose a larger plan in Billing, or disconnect a store that you no longer use; then start again.",
  },
  amazon: {
    title: "Amazon did not answer as expected",
    text: `The permission was given, but could not be picked up. ${NOTHING}`,
    forward: "Wait a moment, then start again from your stores.",
  },
};

/** The page of the workspace on which one goes on. */
export const forwardPage = (refusal: Refusal) =>
  refusal === "plan" ? ({ path: "billing", label: "Go to Billing" } as const) : STORES;

const STORES = { path: "stores", label: "Go to your stores" } as const;

/** Null for what stands in an address but is no refusal of ours. */
export function refusalOf(text: string | undefined): Refusal | null {
  return text !== undefined && Object.hasOwn(REFUSAL_WORDS, text) ? (text as Refusal) : null;
}
