import { createHmac, timingSafeEqual } from "node:crypto";
import type { Reply } from "../http/exchange.ts";
import type { Sandbox } from "../sandbox.ts";
import { lead } from "./consent.ts";
import { sellerOn, sellersOn } from "./host.ts";
import { errorPage, escapeHtml, page, redirect } from "./html.ts";

/** The application's page in the Appstore: Authorize Now begins the flow on Amazon's side. */
export function appstorePage(sandbox: Sandbox, host: string): Reply {
  const choices = sellersOn(sandbox, host).map(
    ({ store }, index) =>
      `<label><input type="radio" name="seller" value="${escapeHtml(store.sellerId)}"${index === 0 ? " checked" : ""}> ${escapeHtml(store.name)}</label>`,
  );
  return page(200, {
    title: "Heed in the Selling Partner Appstore",
    body: `<p>Sends the messages that a seller may send about an order, and none that the buyer refused.</p><form method="post"><fieldset><legend>Sign in as</legend>${choices.join("")}</fieldset><button class="go">Authorize Now</button></form>`,
  });
}

/** Leads to the application's login address, with the address on which to come back. */
export function beginAuthorisation(sandbox: Sandbox, host: string, form: URLSearchParams): Reply {
  const { applicationId, loginUri, draft } = sandbox.settings.application;
  const seller = sellerOn(sandbox, host, form.get("seller") ?? "");
  if (seller === null) return errorPage(null, "This account is not known here.");
  const { sellerId } = seller.store;
  const url = new URL(loginUri);
  url.searchParams.set("amazon_callback_uri", `https://${host}/apps/authorize/confirm/${applicationId}`);
  url.searchParams.set("amazon_state", sealState(sandbox, sellerId));
  url.searchParams.set("selling_partner_id", sellerId);
  if (draft) url.searchParams.set("version", "beta");
  return redirect(url.href);
}

/** The application comes back with its own state; Amazon's state says which seller began. */
export function confirmAuthorisation(sandbox: Sandbox, host: string, query: URLSearchParams): Reply {
  const { redirectUris, draft } = sandbox.settings.application;
  const sellerId = openState(sandbox, query.get("amazon_state") ?? "");
  const seller = sellerId === null ? null : sellerOn(sandbox, host, sellerId);
  if (seller === null) return errorPage(null, "The authorization did not begin here.");
  if (draft && query.get("version") !== "beta") return errorPage("MD1000", "version=beta is missing.");
  const redirectUri = query.get("redirect_uri") ?? redirectUris[0] ?? "";
  if (!redirectUris.includes(redirectUri))
    return errorPage("MD5101", "The redirect URI is not one of those registered for this application.");
  const state = query.get("state") ?? "";
  return state === "" ? errorPage(null, "There is no state.") : lead(sandbox, seller, { state, redirectUri });
}

function sealState({ keys }: Sandbox, sellerId: string): string {
  return `${sellerId}.${createHmac("sha256", keys.token).update(`appstore ${sellerId}`).digest("base64url")}`;
}

function openState(sandbox: Sandbox, state: string): string | null {
  const [sellerId = ""] = state.split(".");
  const [given, right] = [Buffer.from(state), Buffer.from(sealState(sandbox, sellerId))];
  return given.length === right.length && timingSafeEqual(given, right) ? sellerId : null;
}
