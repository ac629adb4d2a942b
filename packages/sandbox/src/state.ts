import type { Instant } from "@heed/core/time";
import { Temporal } from "@heed/core/time";
import { applyAmazon } from "./amazon/apply.ts";
import type { Bucket } from "./amazon/buckets.ts";
import type { FactReportType } from "./amazon/fact-reports.ts";
import type { ReportType } from "./demo/reports.ts";
import { spareWorld } from "./demo/spare-sellers.ts";
import { demoWorld } from "./demo/world.ts";
import type { ArmedFault } from "./faults/faults.ts";
import { drawFault } from "./faults/faults.ts";
import type { Entry, NoticeKind, StoredDestination } from "./journal/entry.ts";
import { applyResend } from "./resend/apply.ts";
import { applyStripe, emptyStripe, isOfStripe, type StripeSide } from "./stripe/apply.ts";
import type { World, WorldBuyer, WorldOrder, WorldStore, WorldUpload } from "./world/types.ts";

export interface StoreState {
  readonly store: WorldStore;
  senderApproved: boolean;
  restricted: boolean;
  revoked: boolean;
  /** Addresses on the list of Messaging Permissions. */
  senders: readonly string[];
  /** Where notices go, by marketplace, as entered in the notification preferences. */
  noticeAddresses: Readonly<Record<string, string>>;
  readonly orders: Map<string, WorldOrder>;
}

export interface StoredEmail {
  readonly id: string;
  readonly createdAt: string;
  readonly payload: Readonly<Record<string, unknown>>;
  readonly to: readonly string[];
  readonly from: string;
  readonly orderId: string | null;
  lastEvent: string;
}

/** A domain of Resend's domain API. */
export interface StoredDomain {
  readonly name: string;
  readonly createdAt: string;
  readonly tracking: boolean;
  status: "not_started" | "pending" | "verified";
  /** Whether its records are in the DNS. */
  published: boolean;
}

export interface StoredInbound {
  readonly id: string;
  readonly at: string;
  readonly from: string;
  readonly to: readonly string[];
  readonly subject: string;
  /** The message as it came over the wire, base64. */
  readonly raw: string;
}

/** A destination of the Uploads API, and whether a file was put there. */
export interface StoredUpload {
  readonly sellerId: string;
  readonly orderId: string;
  readonly md5: string;
  readonly at: string;
  uploaded: boolean;
}

export interface DueNotice {
  readonly id: string;
  readonly kind: NoticeKind;
  readonly orderId: string;
  readonly to: string;
}

export type Task =
  | { readonly kind: "announce"; readonly emailId: string }
  | { readonly kind: "deliver"; readonly emailId: string }
  | { readonly kind: "webhook"; readonly eventId: string; readonly attempt: number }
  | { readonly kind: "notice"; readonly noticeId: string }
  | { readonly kind: "stripe.webhook"; readonly eventId: string; readonly attempt: number }
  | { readonly kind: "stripe.due" };

/** Something the sandbox does by itself at an instant of its clock. */
export interface Job {
  readonly id: string;
  readonly at: Instant;
  readonly task: Task;
}

export interface IssuedCode {
  readonly sellerId: string;
  readonly redirectUri: string;
  readonly expiresAt: string;
}

/** A report that a seller asked for. */
export interface StoredReport {
  readonly reportId: string;
  readonly reportType: ReportType | FactReportType;
  readonly sellerId: string;
  readonly marketplaceIds: readonly string[];
  readonly from: string;
  readonly until: string;
  readonly createdAt: string;
}

/** Everything the sandbox knows. Only `applyEntry` changes it, so the log alone can rebuild it. */
export interface State {
  readonly stores: Map<string, StoreState>;
  readonly orders: Map<string, WorldOrder>;
  readonly buyers: Map<string, WorldBuyer>;
  readonly solicited: Set<string>;
  readonly buckets: Map<string, Bucket>;
  readonly uploads: Map<string, StoredUpload>;
  readonly codes: Map<string, IssuedCode>;
  readonly reports: Map<string, StoredReport>;
  /** Subscriptions to changes of orders, by seller. */
  readonly subscriptions: Map<string, { readonly subscriptionId: string; readonly destinationId: string }>;
  /** Of the application, by id. */
  readonly destinations: Map<string, StoredDestination>;
  /** Client secrets that were made by rotation, in order, and when each ended the one before. */
  readonly secrets: { readonly secret: string; readonly oldExpiresAt: string }[];
  /** Bodies of messages in the queue, by id. */
  readonly queue: Map<string, string>;
  readonly emails: Map<string, StoredEmail>;
  readonly idempotency: Map<string, { readonly emailId: string; readonly hash: string; readonly at: string }>;
  readonly domains: Map<string, StoredDomain>;
  readonly inbound: Map<string, StoredInbound>;
  readonly events: Map<string, Readonly<Record<string, unknown>>>;
  readonly notices: Map<string, DueNotice>;
  readonly jobs: Map<string, Job>;
  readonly stripe: StripeSide;
  faults: ArmedFault[];
  clock: { readonly now: Instant; readonly jump: number } | null;
}

export function emptyState(): State {
  return {
    stores: new Map(),
    orders: new Map(),
    buyers: new Map(),
    solicited: new Set(),
    buckets: new Map(),
    uploads: new Map(),
    reports: new Map(),
    subscriptions: new Map(),
    destinations: new Map(),
    secrets: [],
    queue: new Map(),
    codes: new Map(),
    emails: new Map(),
    idempotency: new Map(),
    domains: new Map(),
    inbound: new Map(),
    events: new Map(),
    notices: new Map(),
    jobs: new Map(),
    stripe: emptyStripe(),
    faults: [],
    clock: null,
  };
}

/** The state after the whole log. Faults are drawn again in the same order, which restores their counts. */
export function rebuild(entries: readonly Entry[]): State {
  const state = emptyState();
  for (const entry of entries) {
    redrawFault(state, entry);
    applyEntry(state, entry);
  }
  return state;
}

function redrawFault(state: State, entry: Entry): void {
  if (entry.kind === "amazon.call")
    drawFault(state.faults, { op: entry.operation, path: entry.path, sellerId: entry.sellerId });
  if (entry.kind === "amazon.token")
    drawFault(state.faults, { op: "token", path: "/auth/o2/token", sellerId: entry.sellerId });
  if (entry.kind === "resend.call") {
    drawFault(state.faults, { op: `${entry.method} ${entry.path}`, path: entry.path, sellerId: null });
  }
  if (entry.kind === "stripe.call" || entry.kind === "stripe.refused") {
    const { method, path } = entry.kind === "stripe.call" ? entry.request : entry;
    drawFault(state.faults, { op: `${method} ${path}`, path, sellerId: null });
  }
}

export function applyEntry(state: State, entry: Entry): void {
  if (isOfStripe(entry)) {
    applyStripe(state, entry);
    return;
  }
  switch (entry.kind) {
    case "clock":
      state.clock = { now: Temporal.Instant.from(entry.now), jump: entry.jump };
      return;
    case "world.demo":
      putWorld(state, demoWorld({ seed: entry.seed, now: Temporal.Instant.from(entry.now), orders: entry.orders }));
      return;
    case "world.spare":
      putWorld(state, spareWorld({ seed: entry.seed, now: Temporal.Instant.from(entry.now) }));
      return;
    case "world.put":
      putWorld(state, entry);
      return;
    case "store.changed":
      Object.assign(state.stores.get(entry.sellerId) ?? {}, entry.changes);
      return;
    case "seller.settings":
      Object.assign(state.stores.get(entry.sellerId) ?? {}, {
        senders: entry.senders,
        noticeAddresses: entry.noticeAddresses,
      });
      return;
    case "buyer.opted_out":
      optOut(state, entry.alias, entry.since);
      return;
    case "job.done":
      state.jobs.delete(entry.jobId);
      return;
    case "fault.set":
      state.faults.push({ id: entry.id, rule: entry.rule, seen: 0, hits: 0 });
      return;
    case "fault.cleared":
      state.faults = [];
      return;
    case "amazon.call":
    case "amazon.code":
    case "amazon.code_used":
    case "amazon.token":
    case "amazon.upload":
    case "amazon.upload_destination":
    case "notice.due":
    case "queue.sent":
    case "queue.deleted":
      applyAmazon(state, entry);
      return;
    default:
      applyResend(state, entry);
      return;
  }
}

function putWorld(state: State, world: Partial<World>): void {
  for (const store of world.stores ?? []) state.stores.set(store.sellerId, storeState(state, store));
  for (const buyer of world.buyers ?? []) state.buyers.set(buyer.alias, buyer);
  for (const order of world.orders ?? []) {
    state.orders.set(order.orderId, order);
    state.stores.get(order.sellerId)?.orders.set(order.orderId, order);
  }
  putUploads(state, world.uploads ?? []);
  for (const written of world.handWritten ?? []) putHandWritten(state, written.orderId, written.at);
}

function putUploads(state: State, uploads: readonly WorldUpload[]): void {
  for (const { uploadDestinationId, ...upload } of uploads)
    state.uploads.set(uploadDestinationId, { ...upload, md5: "", at: "", uploaded: true });
}

function storeState(state: State, store: WorldStore): StoreState {
  const known = state.stores.get(store.sellerId);
  return {
    store,
    senderApproved: store.senderApproved,
    restricted: false,
    revoked: false,
    senders: known?.senders ?? [],
    noticeAddresses: known?.noticeAddresses ?? {},
    orders: known?.orders ?? new Map<string, WorldOrder>(),
  };
}

/** A message that the seller wrote by hand is not seen; the notice about it is. */
function putHandWritten(state: State, orderId: string, at: string): void {
  const order = state.orders.get(orderId);
  const store = order === undefined ? undefined : state.stores.get(order.sellerId)?.store;
  const place = store?.marketplaces.find((entry) => entry.marketplaceId === order?.marketplaceId);
  if (place === undefined) return;
  const id = `hand-${orderId}`;
  state.notices.set(id, { id, kind: "opted_out", orderId, to: `n-${place.noticeToken}` });
  state.jobs.set(`notice:${id}`, {
    id: `notice:${id}`,
    at: Temporal.Instant.from(at),
    task: { kind: "notice", noticeId: id },
  });
}

function optOut(state: State, alias: string, since: string | null): void {
  const buyer = state.buyers.get(alias);
  if (buyer !== undefined) state.buyers.set(alias, { ...buyer, optedOutAt: since });
}
