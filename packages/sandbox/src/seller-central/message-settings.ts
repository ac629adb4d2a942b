import type { Reply } from "../http/exchange.ts";
import type { Sandbox } from "../sandbox.ts";
import type { StoreState } from "../state.ts";
import { marketplace } from "../world/marketplaces.ts";
import { sellerOn, sellersOn } from "./host.ts";
import { errorPage, escapeHtml, hidden, page, redirect } from "./html.ts";

/** Where a seller adds what Heed asks for: Messaging Permissions, and Notification Preferences → Buyer Opt-Out. */
export function settingsPage(sandbox: Sandbox, host: string, query: URLSearchParams): Reply {
  const seller = sellerOn(sandbox, host, query.get("seller") ?? "");
  if (seller === null) return chooseSeller(sandbox, host);
  const places = seller.store.marketplaces.map(({ marketplaceId }) => noticeField(seller, marketplaceId));
  const senders = seller.senders.map((address) => `<li><code>${escapeHtml(address)}</code> approved</li>`);
  return page(200, {
    title: `Messages of ${seller.store.name}`,
    body: `<form method="post">${hidden({ seller: seller.store.sellerId })}<fieldset><legend>Messaging Permissions</legend><ul>${senders.join("") || "<li>No address yet</li>"}</ul><label>Add an e-mail address<input type="text" name="sender"></label></fieldset><fieldset><legend>Notification Preferences, Messaging, Buyer Opt-Out</legend>${places.join("")}</fieldset><button class="go">Save</button></form>`,
  });
}

function noticeField({ noticeAddresses }: StoreState, marketplaceId: string): string {
  const name = escapeHtml(`notice:${marketplaceId}`);
  const value = escapeHtml(noticeAddresses[marketplaceId] ?? "");
  return `<label>${escapeHtml(marketplace(marketplaceId).name)}<input type="text" name="${name}" value="${value}"></label>`;
}

function chooseSeller(sandbox: Sandbox, host: string): Reply {
  const links = sellersOn(sandbox, host).map(
    ({ store }) => `<li><a href="?seller=${encodeURIComponent(store.sellerId)}">${escapeHtml(store.name)}</a></li>`,
  );
  return page(200, { title: "Message settings", body: `<ul>${links.join("")}</ul>` });
}

const ADDRESS = /^[^\s@<>,;]+@[^\s@<>,;]+$/;

/** Amazon approves addresses and does not delete them (help 201054220, "an approved address cannot be deleted"). */
export function saveSettings(sandbox: Sandbox, host: string, form: URLSearchParams): Reply {
  const seller = sellerOn(sandbox, host, form.get("seller") ?? "");
  if (seller === null) return errorPage(null, "This account is not known here.");
  const sender = clean(form.get("sender"));
  const notices = seller.store.marketplaces.map(
    ({ marketplaceId }) => [marketplaceId, clean(form.get(`notice:${marketplaceId}`))] as const,
  );
  const given = [sender, ...notices.map(([, address]) => address)].filter((address) => address !== "");
  if (given.some((address) => !ADDRESS.test(address))) return errorPage(null, "That is no e-mail address.");
  const { sellerId } = seller.store;
  sandbox.record({
    kind: "seller.settings",
    sellerId,
    senders: sender === "" ? seller.senders : [...new Set([...seller.senders, sender])],
    noticeAddresses: Object.fromEntries(notices.filter(([, address]) => address !== "")),
  });
  return redirect(`?seller=${encodeURIComponent(sellerId)}`);
}

function clean(text: string | null): string {
  return (text ?? "").trim().toLowerCase();
}
