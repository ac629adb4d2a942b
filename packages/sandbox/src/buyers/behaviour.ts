import { createHash, randomUUID } from "node:crypto";
import type { Instant } from "@heed/core/time";
import { Temporal } from "@heed/core/time";
import { TYPED_MESSAGES } from "../amazon/operations.ts";
import { chance } from "../faults/faults.ts";
import type { AmazonCall, Fact, NoticeKind } from "../journal/entry.ts";
import type { Sandbox } from "../sandbox.ts";
import type { StoredEmail } from "../state.ts";
import { orderAt } from "../world/order-at.ts";
import type { WorldBuyer, WorldOrder } from "../world/types.ts";
import { findSender, noticeAddress } from "./addresses.ts";

/**
 * What Amazon does with an e-mail that it took for a buyer. The first line that applies decides.
 *
 * | message                                               | notice              | goes to             |
 * |-------------------------------------------------------|---------------------|---------------------|
 * | sender is not on the store's list of permitted senders | sender_not_approved | the sender          |
 * | the account is restricted from proactive messages     | restricted          | the notice address  |
 * | a link that leads out of Amazon                       | guideline_block     | the notice address  |
 * | the buyer opted out                                   | opted_out           | the notice address  |
 * | otherwise                                             | none, it is read    |                     |
 */
export function judgeEmail(sandbox: Sandbox, email: StoredEmail, buyer: WorldBuyer): NoticeKind | null {
  const seller = sandbox.state.stores.get(buyer.sellerId);
  const sender = findSender(sandbox, email.from);
  if (seller === undefined || sender !== seller || !seller.senderApproved) return "sender_not_approved";
  if (seller.restricted) return "restricted";
  if (leadsOut(String(email.payload["html"] ?? email.payload["text"] ?? ""))) return "guideline_block";
  return hasOptedOut(buyer, sandbox.clock.now()) ? "opted_out" : null;
}

/** The notice about an e-mail, due after Amazon's delay; nothing where none comes. */
export function afterEmail(sandbox: Sandbox, email: StoredEmail, buyer: WorldBuyer): readonly Fact[] {
  const kind = judgeEmail(sandbox, email, buyer);
  const order = kind === null ? null : orderOf(sandbox, email.orderId, buyer);
  if (kind === null || order === null) return [];
  const to = kind === "sender_not_approved" ? email.from : noticeAddressOf(sandbox, order);
  return to === null ? [] : [noticeDue(sandbox, { kind, orderId: order.orderId, to, about: email.id })];
}

/** A typed message that Amazon does not call critical is stopped by an opt-out like an e-mail. */
export function afterTypedMessage(sandbox: Sandbox, call: AmazonCall): readonly Fact[] {
  const { effect } = call;
  if (effect?.kind !== "typed_message") return [];
  const critical = TYPED_MESSAGES.find((type) => type.operationId === effect.operation)?.critical ?? false;
  const order = sandbox.state.orders.get(effect.orderId);
  const buyer = order === undefined ? undefined : sandbox.state.buyers.get(order.alias);
  if (critical || order === undefined || buyer === undefined || !hasOptedOut(buyer, sandbox.clock.now())) return [];
  const to = noticeAddressOf(sandbox, order);
  return to === null
    ? []
    : [noticeDue(sandbox, { kind: "opted_out", orderId: order.orderId, to, about: call.requestId })];
}

export function hasOptedOut(buyer: WorldBuyer, now: Instant): boolean {
  return buyer.optedOutAt !== null && Temporal.Instant.compare(Temporal.Instant.from(buyer.optedOutAt), now) <= 0;
}

interface DueNotice {
  readonly kind: NoticeKind;
  readonly orderId: string;
  readonly to: string;
  /** Id of what was sent; decides the delay, so that a repeated run waits as long. */
  readonly about: string;
}

function noticeDue({ clock }: Sandbox, { kind, orderId, to, about }: DueNotice): Fact {
  const due = clock.now().add({ seconds: noticeDelay(about) });
  return { kind: "notice.due", noticeId: randomUUID(), notice: kind, orderId, due: due.toString(), to };
}

/** Two minutes to five hours, most of them soon. */
function noticeDelay(about: string): number {
  const seed = createHash("sha256").update(about).digest().readUInt32BE(0);
  return 120 + Math.floor(chance(seed, 1) ** 2 * (5 * 3600 - 120));
}

/** The order that the message names, if it is this buyer's; else their latest one. */
function orderOf({ state, clock }: Sandbox, orderId: string | null, buyer: WorldBuyer): WorldOrder | null {
  const named = orderId === null ? undefined : state.orders.get(orderId);
  if (named?.sellerId === buyer.sellerId) return named;
  const theirs = [...state.orders.values()].filter(
    (order) => order.alias === buyer.alias && orderAt(order, clock.now()) !== null,
  );
  return theirs.toSorted((a, b) => ((a.changes[0]?.at ?? "") < (b.changes[0]?.at ?? "") ? 1 : -1))[0] ?? null;
}

function noticeAddressOf({ state, settings }: Sandbox, order: WorldOrder): string | null {
  const seller = state.stores.get(order.sellerId);
  const entered = seller?.noticeAddresses[order.marketplaceId];
  if (entered !== undefined) return entered;
  const place = seller?.store.marketplaces.find((entry) => entry.marketplaceId === order.marketplaceId);
  // Nothing entered: Amazon writes to the account's own address, which is nobody's here.
  return place === undefined || place.noticeToken === "" ? null : noticeAddress(place.noticeToken, settings.mailDomain);
}

/** Every link must stay with Amazon (communication guidelines, external links). */
function leadsOut(text: string): boolean {
  const hosts = [...text.matchAll(/https?:\/\/([^/\s"'<>?#]+)/gi)].map((match) => (match[1] ?? "").toLowerCase());
  return hosts.some((host) => !/(?:^|\.)amazon\.[a-z]{2,3}(?:\.[a-z]{2,3})?$/.test(host));
}
