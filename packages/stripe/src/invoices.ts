import { type Instant, Temporal } from "@heed/core/time";
import type { Stripe } from "stripe";
import { calling } from "./errors.ts";
import { findPortal } from "./provision.ts";

const SHOWN = ["open", "paid", "void", "uncollectible"] as const;

export interface InvoiceLine {
  readonly id: string;
  readonly number: string | null;
  readonly at: Instant;
  readonly totalMinor: number;
  readonly status: (typeof SHOWN)[number];
  readonly url: string | null;
  readonly pdf: string | null;
}

export interface InvoicePage {
  readonly invoices: readonly InvoiceLine[];
  /** Id to ask the next page with. */
  readonly older: string | null;
}

/** Newest first. Drafts are left out: Stripe may still add usage to them. */
export async function listInvoices(
  stripe: Stripe,
  { customerId, after, limit }: { readonly customerId: string; readonly after: string | null; readonly limit: number },
): Promise<InvoicePage> {
  const page = await calling(() =>
    stripe.invoices.list({ customer: customerId, limit, ...(after === null ? {} : { starting_after: after }) }),
  );
  return {
    invoices: page.data.flatMap(asLine),
    older: page.has_more ? (page.data.at(-1)?.id ?? null) : null,
  };
}

function asLine(invoice: Stripe.Invoice): InvoiceLine[] {
  const { id, number, created, total, hosted_invoice_url: url, invoice_pdf: pdf } = invoice;
  const status = SHOWN.find((name) => name === invoice.status);
  if (status === undefined) return [];
  const at = Temporal.Instant.fromEpochMilliseconds(created * 1_000);
  return [{ id, number, at, totalMinor: total, status, url: url ?? null, pdf: pdf ?? null }];
}

/** A link to Stripe's portal, valid for minutes. */
export async function portalUrl(
  stripe: Stripe,
  { customerId, returnUrl }: { readonly customerId: string; readonly returnUrl: string },
): Promise<string> {
  const configuration = await findPortal(stripe);
  const session = await calling(() =>
    stripe.billingPortal.sessions.create({
      customer: customerId,
      return_url: returnUrl,
      ...(configuration === null ? {} : { configuration }),
    }),
  );
  return session.url;
}
