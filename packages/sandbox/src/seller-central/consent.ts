import { randomBytes } from "node:crypto";
import type { Reply } from "../http/exchange.ts";
import type { Sandbox } from "../sandbox.ts";
import type { StoreState } from "../state.ts";
import { sellerOn, sellersOn } from "./host.ts";
import { errorPage, escapeHtml, hidden, page, redirect } from "./html.ts";

/** Documented: "spapi_oauth_code … expires after five minutes" (website authorization workflow, read 2026-11-25). */
const CODE_MINUTES = 5;

interface Asked {
  readonly applicationId: string;
  readonly state: string;
  readonly redirectUri: string;
  readonly version: string;
}

function read(fields: URLSearchParams, { settings }: Sandbox): Asked {
  return {
    applicationId: fields.get("application_id") ?? "",
    state: fields.get("state") ?? "",
    // Without one Amazon takes the first that the application has registered.
    redirectUri: fields.get("redirect_uri") ?? settings.application.redirectUris[0] ?? "",
    version: fields.get("version") ?? "",
  };
}

/**
 * What Amazon refuses before it asks the seller (codes: authorization-errors, read 2026-11-25).
 *
 * | request                                             | answer |
 * |-----------------------------------------------------|--------|
 * | unknown application, or a Draft without version=beta | MD1000 |
 * | a redirect address that is not registered            | MD5101 |
 * | no state                                             | refused, with no code that we know of |
 */
export function refusal(asked: Asked, { settings: { application } }: Sandbox): Reply | null {
  if (asked.applicationId !== application.applicationId) return errorPage("MD1000", "This application is not known.");
  if (application.draft && asked.version !== "beta")
    return errorPage("MD1000", "This application is in Draft state; the authorization URI lacks version=beta.");
  if (!application.redirectUris.includes(asked.redirectUri))
    return errorPage("MD5101", "The redirect URI is not one of those registered for this application.");
  if (asked.state === "") return errorPage(null, "The authorization URI has no state.");
  return null;
}

export function consentPage(sandbox: Sandbox, host: string, query: URLSearchParams): Reply {
  const asked = read(query, sandbox);
  const refused = refusal(asked, sandbox);
  if (refused !== null) return refused;
  const sellers = sellersOn(sandbox, host);
  const choices = sellers.map(
    ({ store, revoked }, index) =>
      `<label><input type="radio" name="seller" value="${escapeHtml(store.sellerId)}"${index === 0 ? " checked" : ""} required> ${escapeHtml(store.name)} <code>${escapeHtml(store.sellerId)}</code>${revoked ? " (permission withdrawn)" : ""}</label>`,
  );
  const { applicationId, state, redirectUri, version } = asked;
  const fields = hidden({ application_id: applicationId, state, redirect_uri: redirectUri, version });
  return page(200, {
    title: "Authorize Heed",
    body: `<p>Heed asks to read your orders and to send messages for you. Choose which account signs in here; Amazon would know it from your session.</p><form method="post">${fields}<fieldset><legend>Sign in as</legend>${choices.join("")}</fieldset><button class="go" name="answer" value="confirm">Confirm</button> <button name="answer" value="cancel" formnovalidate>Cancel</button></form>`,
  });
}

/** The seller's click: a code that lives five minutes, handed to the registered address. */
export function giveConsent(sandbox: Sandbox, host: string, form: URLSearchParams): Reply {
  const asked = read(form, sandbox);
  const refused = refusal(asked, sandbox);
  if (refused !== null) return refused;
  if (form.get("answer") !== "confirm")
    return page(200, { title: "Nothing was authorized", body: "<p>You can close this page or go back.</p>" });
  const seller = sellerOn(sandbox, host, form.get("seller") ?? "");
  return seller === null ? errorPage(null, "This account is not known here.") : lead(sandbox, seller, asked);
}

/** Back to the application with a fresh code. */
export function lead(
  sandbox: Sandbox,
  { store: { sellerId } }: StoreState,
  { state, redirectUri }: Pick<Asked, "state" | "redirectUri">,
): Reply {
  const code = issueCode(sandbox, { sellerId, redirectUri });
  const url = new URL(redirectUri);
  url.searchParams.set("state", state);
  url.searchParams.set("selling_partner_id", sellerId);
  url.searchParams.set("spapi_oauth_code", code);
  return redirect(url.href);
}

/** A new consent also lifts an earlier withdrawal. */
export function issueCode(
  sandbox: Sandbox,
  { sellerId, redirectUri }: { readonly sellerId: string; readonly redirectUri: string },
): string {
  const code = `ANsandbox${randomBytes(12).toString("hex")}`;
  const expiresAt = sandbox.clock.now().add({ minutes: CODE_MINUTES }).toString();
  sandbox.record(
    { kind: "store.changed", sellerId, changes: { revoked: false } },
    { kind: "amazon.code", code, sellerId, redirectUri, expiresAt },
  );
  return code;
}
