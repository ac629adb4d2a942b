import { AppError } from "@heed/core/errors";
import { isSellerId } from "@heed/core/marketplace/consent";
import { atLeast } from "@heed/core/tenant/role";
import { type Connected, connectStore } from "@heed/db/commands/connect-store";
import {
  type ParsedState,
  parseState,
  type TakenAuthorisation,
  takeAuthorisation,
} from "@heed/db/commands/take-authorisation";
import { type ResolvedAccess, resolveAccess } from "@heed/db/identity/resolve-access";
import { withTenant } from "@heed/db/tenant-db";
import type { RequestContext } from "../services.ts";

/** What Amazon's redirect brings; everything in it may be forged. */
export interface Brought {
  readonly state: string | null;
  readonly sellerId: string | null;
  readonly code: string | null;
}

/** Why a consent was not taken; each has its words and its way forward (features/connect/refusal-words.ts). */
export type Refusal =
  | "state_missing"
  | "state_unknown"
  | "used"
  | "expired"
  | "other_session"
  | "signed_out"
  | "role"
  | "wrong_seller"
  | "seller_missing"
  | "code_missing"
  | "code"
  | "other_workspace"
  | "no_marketplace"
  | "plan"
  | "amazon";

export type Completion =
  | ({ readonly kind: "done"; readonly slug: string; readonly returnTo: TakenAuthorisation["returnTo"] } & Pick<
      Connected,
      "storeId"
    >)
  | { readonly kind: "refused"; readonly refusal: Refusal; readonly slug: string | null };

/**
 * The way back from Amazon's consent page. The state is taken before anything is asked of Amazon: whatever happens
 * after that, it does not work again.
 */
export async function completeAuthorisation(context: RequestContext, brought: Brought): Promise<Completion> {
  const parsed = parseState(brought.state);
  if (parsed === null) return refuse(brought.state === null ? "state_missing" : "state_unknown", null);
  const found = await accessOf(context, parsed);
  if ("kind" in found) return found;
  const taken = await take(context, found, parsed);
  if (taken.kind !== "taken") return refuse(taken.kind === "unknown" ? "state_unknown" : taken.kind, parsed.slug);
  const consented = read(brought, taken.sellerId);
  return typeof consented === "string"
    ? refuse(consented, parsed.slug)
    : connect(context, found, { ...taken, ...consented });
}

/** What the redirect says beside the state. */
function read(
  { sellerId, code }: Brought,
  expected: string | null,
): Refusal | { readonly sellerId: string; readonly code: string } {
  if (sellerId === null || !isSellerId(sellerId)) return "seller_missing";
  if (expected !== null && expected !== sellerId) return "wrong_seller";
  return code === null || code === "" ? "code_missing" : { sellerId, code };
}

function refuse(refusal: Refusal, slug: string | null): Completion {
  return { kind: "refused", refusal, slug };
}

/** A workspace of somebody else is not told from one that does not exist. */
async function accessOf({ services, viewer, network }: RequestContext, { slug }: ParsedState) {
  if (viewer === null) return refuse("signed_out", null);
  const found = await resolveAccess(services.db, { userId: viewer.userId, slug, network });
  if (found === null) return refuse("state_unknown", null);
  return atLeast(found.access.role, "admin") ? found : refuse("role", slug);
}

function take({ services, viewer }: RequestContext, { access }: ResolvedAccess, { secret }: ParsedState) {
  const by = { secret, sessionId: viewer?.sessionId ?? "", userId: viewer?.userId ?? "", now: services.clock.now() };
  return withTenant(services.db, access, (tx) => takeAuthorisation(tx, by));
}

interface Consented extends Pick<TakenAuthorisation, "region" | "returnTo"> {
  readonly sellerId: string;
  readonly code: string;
}

async function connect(
  { services }: RequestContext,
  { access, workspace }: ResolvedAccess,
  { code, returnTo, ...account }: Consented,
): Promise<Completion> {
  try {
    const accepted = await services.amazon.accept({ ...account, code });
    const input = { ...account, ...accepted, ring: services.ring, now: services.clock.now() };
    const { storeId } = await withTenant(services.db, access, (tx) => connectStore(tx, input));
    return { kind: "done", slug: workspace.slug, returnTo, storeId };
  } catch (error) {
    const refusal = refusalOf(error);
    services.log.warn({ err: error, refusal, tenantId: workspace.id }, "a consent of Amazon was not taken");
    return refuse(refusal, workspace.slug);
  }
}

const KNOWN: ReadonlySet<unknown> = new Set(["code", "other_workspace", "no_marketplace", "plan"]);

function refusalOf(error: unknown): Refusal {
  const reason = error instanceof AppError ? error.details["reason"] : null;
  return KNOWN.has(reason) ? (reason as Refusal) : "amazon";
}
