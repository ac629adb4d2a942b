import type { Coordinator } from "../clock/coordinator.ts";
import { listOf } from "../resend/send.ts";
import type { Sandbox } from "../sandbox.ts";

/** Counts and settings; no tokens. */
export async function stateView({ clock, state, webhookUrl }: Sandbox, coordinator: Coordinator | null) {
  return {
    now: clock.now().toString(),
    clock: coordinator === null ? null : await clockView(coordinator),
    webhookUrl,
    stores: [...state.stores.values()].map(({ store, senderApproved, restricted, revoked, orders }) => ({
      sellerId: store.sellerId,
      name: store.name,
      region: store.region,
      senderApproved,
      restricted,
      revoked,
      orders: orders.size,
    })),
    orders: state.orders.size,
    buyers: state.buyers.size,
    optedOut: [...state.buyers.values()].filter((buyer) => buyer.optedOutAt !== null).length,
    solicitations: state.solicited.size,
    emails: state.emails.size,
    received: state.inbound.size,
    jobs: state.jobs.size,
    faults: state.faults,
  };
}

export async function clockView(coordinator: Coordinator) {
  const view = await coordinator.view();
  return { ...view, now: view.now.toString() };
}

interface MailLine {
  readonly id: string;
  readonly direction: "sent" | "received";
  readonly at: string;
  readonly from: string;
  readonly to: readonly string[];
  readonly subject: string;
  readonly status: string;
}

/** The mailbox page's list, newest first: what the product sent, and what reached its addresses. */
export function mailList({ state }: Sandbox, limit: number): readonly MailLine[] {
  const sent = [...state.emails.values()].map(({ id, createdAt, payload, lastEvent }) => ({
    id,
    direction: "sent" as const,
    at: createdAt,
    from: String(payload["from"]),
    to: listOf(payload["to"] as string | string[]),
    subject: String(payload["subject"]),
    status: lastEvent,
  }));
  const received = [...state.inbound.values()].map(({ id, at, from, to, subject }) => ({
    id,
    direction: "received" as const,
    at,
    from,
    to,
    subject,
    status: "received",
  }));
  return [...sent, ...received].toSorted((a, b) => (a.at < b.at ? 1 : -1)).slice(0, limit);
}
