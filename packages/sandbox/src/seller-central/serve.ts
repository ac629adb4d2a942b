import type { Reply } from "../http/exchange.ts";
import type { Sandbox } from "../sandbox.ts";
import { appstorePage, beginAuthorisation, confirmAuthorisation } from "./appstore.ts";
import { consentPage, giveConsent } from "./consent.ts";
import type { SellerCentralPlace } from "./host.ts";
import { errorPage } from "./html.ts";
import { saveSettings, settingsPage } from "./message-settings.ts";

type Handle = (sandbox: Sandbox, host: string, fields: URLSearchParams) => Reply;

const PAGES: Readonly<Record<string, Handle>> = {
  "GET /apps/authorize/consent": consentPage,
  "POST /apps/authorize/consent": giveConsent,
  "GET /selling-partner-appstore/heed": appstorePage,
  "POST /selling-partner-appstore/heed": beginAuthorisation,
  "GET /messaging/settings": settingsPage,
  "POST /messaging/settings": saveSettings,
};

/** Pages of Seller Central as far as an application needs them; `fields` is the query of a GET, the form of a POST. */
export function serveSellerCentral(
  sandbox: Sandbox,
  { host, path }: SellerCentralPlace,
  { method, fields }: { readonly method: string; readonly fields: URLSearchParams },
): Reply {
  const { applicationId } = sandbox.settings.application;
  if (method === "GET" && path === `/apps/authorize/confirm/${applicationId}`)
    return confirmAuthorisation(sandbox, host, fields);
  return PAGES[`${method} ${path}`]?.(sandbox, host, fields) ?? errorPage(null, "There is no such page.");
}
