import type { Reply } from "../http/exchange.ts";
import type { Sandbox } from "../sandbox.ts";
import { subtotalOf } from "./invoicing.ts";
import { priceOf } from "./lines.ts";
import type { CheckoutSession, Invoice, PortalSession } from "./model.ts";
import { cardFields, dollars, escapeText, field, page } from "./page-parts.ts";
import type { PageAct } from "./pay.ts";

export interface PageRequest {
  readonly method: string;
  readonly path: string;
  readonly body: string;
}

/** Look-alikes of the pages that Stripe hosts: checkout, portal and invoice. */
export function servePage(sandbox: Sandbox, request: PageRequest): Reply {
  const [, kind = "", id = ""] = request.path.split("/");
  const { account } = sandbox.state.stripe;
  const [session, portal, invoice] = [account.sessions.get(id), account.portals.get(id), account.invoices.get(id)];
  if (kind === "checkout" && session !== undefined) return checkout(sandbox, session, request);
  if (kind === "portal" && portal !== undefined) return portalPage(sandbox, portal, request);
  if (kind === "invoice" && invoice !== undefined) return invoicePage(sandbox, invoice, request);
  return page(404, { title: "Not found", body: "<p>There is no such page.</p>" });
}

interface Outcome {
  readonly error: string | null;
  readonly needsConfirmation: boolean;
}

function act(sandbox: Sandbox, wanted: PageAct): Outcome {
  sandbox.record({ kind: "stripe.page", act: wanted });
  return sandbox.state.stripe.page ?? { error: "Nothing happened.", needsConfirmation: false };
}

const NOTHING: Outcome = { error: null, needsConfirmation: false };

function checkout(sandbox: Sandbox, session: CheckoutSession, { method, body }: PageRequest): Reply {
  if (session.status !== "open") {
    return page(410, { title: "Checkout", body: `<p>This page is ${session.status}.</p>` });
  }
  const form = new URLSearchParams(body);
  const given = (name: string) => form.get(name) ?? "";
  if (method !== "POST") return checkoutForm(sandbox, session, { ...NOTHING, card: "" });
  const outcome = act(sandbox, {
    act: "pay_checkout",
    session: session.id,
    card: given("card"),
    confirmed: given("confirmed") === "yes",
    promotion: given("promotion"),
    taxId: given("tax_id"),
  });
  if (outcome.error === null && !outcome.needsConfirmation) return redirect(session.successUrl);
  return checkoutForm(sandbox, session, { ...outcome, card: given("card") });
}

function checkoutForm(
  { state }: Sandbox,
  session: CheckoutSession,
  { error, needsConfirmation, card }: Outcome & { readonly card: string },
): Reply {
  const { account } = state.stripe;
  const rows = session.prices.map(({ price: id }) => {
    const price = priceOf(account, id);
    const name = escapeText(account.products.get(price.product)?.name ?? "");
    return price.unitAmount === null
      ? `<li>${name}: further messages by use</li>`
      : `<li>${name}: ${dollars(price.unitAmount)} each ${price.interval}</li>`;
  });
  const extras = [
    session.promotionCodes ? field("promotion", "Promotion code") : "",
    session.taxIds ? field("tax_id", "Tax id of your business") : "",
  ];
  const body = `<ul>${rows.join("")}</ul>
    <form method="post">${cardFields({ card, needsConfirmation, error })}${extras.join("")}
    <button>${needsConfirmation ? "Confirm as the bank asks" : "Subscribe"}</button></form>
    <p><a href="${escapeText(session.cancelUrl ?? "/")}">Back</a></p>`;
  return page(error === null ? 200 : 402, { title: "Subscribe", body });
}

function portalPage(sandbox: Sandbox, portal: PortalSession, { method, body }: PageRequest): Reply {
  const back = portal.returnUrl ?? "/";
  const form = new URLSearchParams(body);
  const outcome =
    method === "POST"
      ? act(sandbox, { act: "set_card", customer: portal.customer, card: form.get("card") ?? "" })
      : NOTHING;
  if (method === "POST" && outcome.error === null) return redirect(back);
  const { account } = sandbox.state.stripe;
  const invoices = [...account.invoices.values()].filter(({ customer }) => customer === portal.customer);
  const lines = invoices.map(
    (one) =>
      `<li><a href="/invoice/${one.id}">${escapeText(one.number ?? one.id)}</a> ${dollars(one.total)} ${one.status}</li>`,
  );
  const card = account.customers.get(portal.customer)?.card?.last4 ?? "none";
  const content = `<p>Card on file: ${escapeText(card)}</p>
    <form method="post">${cardFields({ card: "", needsConfirmation: false, error: outcome.error })}<button>Save card</button></form>
    <ul>${lines.join("")}</ul><p><a href="${escapeText(back)}">Return</a></p>`;
  return page(outcome.error === null ? 200 : 402, { title: "Your billing", body: content });
}

function invoicePage(sandbox: Sandbox, invoice: Invoice, { method, body }: PageRequest): Reply {
  const form = new URLSearchParams(body);
  const outcome =
    method === "POST"
      ? act(sandbox, {
          act: "pay_invoice",
          invoice: invoice.id,
          card: form.get("card") ?? "",
          confirmed: form.get("confirmed") === "yes",
        })
      : NOTHING;
  const { error, needsConfirmation } = outcome;
  const lines = invoice.lines.map(
    ({ description, amount }) => `<li>${escapeText(description)}: ${dollars(amount)}</li>`,
  );
  const open = invoice.status === "open";
  const pay = `<form method="post">${cardFields({ card: form.get("card") ?? "", needsConfirmation, error })}
    <button>${needsConfirmation ? "Confirm as the bank asks" : "Pay"}</button></form>`;
  const content = `<ul>${lines.join("")}</ul><p>Sum ${dollars(subtotalOf(invoice))}, due ${dollars(invoice.amountDue)}</p>
    ${invoice.memo === null ? "" : `<pre>${escapeText(invoice.memo)}</pre>`}<p>State: ${invoice.status}</p>${open ? pay : ""}`;
  return page(error === null ? 200 : 402, { title: `Invoice ${invoice.number ?? ""}`, body: content });
}

function redirect(to: string): Reply {
  return { status: 303, body: "", headers: { location: to } };
}
