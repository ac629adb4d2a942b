import { createHash } from "node:crypto";
import type { Gateway } from "@heed/amazon/gateway-types";
import { AppError } from "@heed/core/errors";
import { marketplaceById } from "@heed/core/marketplace/marketplaces";
import type { TypedContent } from "@heed/core/message/typed-content";
import { operationOfSlot, type TypedOperation } from "@heed/core/message/typed-operation";
import { type Finding, isBlocked } from "@heed/core/policy/finding";
import { judgeTyped } from "@heed/core/policy/judge-typed";
import { rulePack_2026_11_23 as rulePack } from "@heed/core/policy/rule-pack";
import { loadFile, markUploaded } from "@heed/db/commands/attachments";
import type { SendWork } from "@heed/db/queries/send-work";
import { loadStoreWork, type StoreWork } from "@heed/db/queries/store-work";
import { loadTypedContent, type StoredContent } from "@heed/db/queries/typed-content";
import { systemAccess } from "@heed/db/system-db";
import { withTenant } from "@heed/db/tenant-db";
import type { Worker } from "../worker.ts";

/** A typed message before its decision: what would go out, what the rules find in it, and whether Amazon offers it now. */
export interface PreparedTyped {
  readonly operation: TypedOperation;
  readonly content: TypedContent;
  readonly attachments: readonly { readonly uploadDestinationId: string; readonly fileName: string }[];
  readonly findings: readonly Finding[];
  readonly offered: boolean;
  /** Of the buyer, as Amazon tells it: the text is judged against it. */
  readonly language: string;
  readonly payloadHash: string;
}

export interface PrepareTypedInput {
  readonly tenantId: string;
  readonly work: SendWork;
  /** Files are brought to Amazon only for a message that would go. */
  readonly upload: boolean;
}

/**
 * Reads just in time what Amazon allows for the order and the buyer's language, judges the text again, and brings its
 * files. All of it before the claim: what fails here can be tried again, as nothing has reached the buyer.
 */
export async function prepareTyped(worker: Worker, input: PrepareTypedInput): Promise<PreparedTyped> {
  const { tenantId, work } = input;
  const { store, stored, operation } = await load(worker, input);
  const gateway = worker.gateways.forStore(tenantId, store);
  const { offered, locale } = await readAmazon(gateway, work, operation);
  const language = locale ?? marketplaceById(work.facts.order.marketplaceId)?.languages[0] ?? stored.content.language;
  const content = { ...stored.content, language };
  const findings = judge({ work, operation, content, stored, storeName: store.name });
  const goes = input.upload && offered && !isBlocked(findings);
  const attachments = goes ? await bringFiles(worker, { input, gateway, operation, stored }) : [];
  return { operation, content, attachments, findings, offered, language, payloadHash: hash(content, stored) };
}

interface Loaded {
  readonly store: StoreWork;
  readonly stored: StoredContent;
  readonly operation: TypedOperation;
}

async function load(worker: Worker, { tenantId, work }: PrepareTypedInput): Promise<Loaded> {
  const { ring } = worker;
  const operation = operationOfSlot(work.message.slot);
  const { store, stored } = await withTenant(worker.db, systemAccess(tenantId), async (tx) => ({
    store: await loadStoreWork(tx, { storeId: work.message.storeId, ring }),
    stored: await loadTypedContent(tx, { messageId: work.message.id, ring }),
  }));
  if (operation === null || stored === null) {
    throw new AppError("INTERNAL", "A typed message lacks its content.", { details: { messageId: work.message.id } });
  }
  return { store, stored, operation };
}

/** An order that Amazon does not know, or will not tell about, offers nothing; a revoked permission is another matter. */
async function readAmazon(gateway: Gateway, { facts }: SendWork, { name }: TypedOperation) {
  const { orderId, marketplaceId } = facts.order;
  try {
    const actions = await gateway.getMessagingActions(orderId, marketplaceId);
    if (!actions.includes(name)) return { offered: false, locale: null };
    return { offered: true, ...(await gateway.getAttributes(orderId, marketplaceId)) };
  } catch (error) {
    if (!(error instanceof AppError) || error.retryable || error.details["reason"] === "revoked") throw error;
    return { offered: false, locale: null };
  }
}

interface Judged {
  readonly work: SendWork;
  readonly operation: TypedOperation;
  readonly content: TypedContent;
  readonly stored: StoredContent;
  readonly storeName: string;
}

function judge({ work, operation, content, stored, storeName }: Judged): readonly Finding[] {
  const { orderId, items } = work.facts.order;
  const names = [storeName, ...items.map(({ title }) => title)];
  return judgeTyped({ operation, content, files: stored.files, orderId, names }, rulePack);
}

interface Bring {
  readonly input: PrepareTypedInput;
  readonly gateway: Gateway;
  readonly operation: TypedOperation;
  readonly stored: StoredContent;
}

/** What Amazon signs an upload for (`X-Amz-Expires` of the published example): how long it keeps one, it does not say. */
const UPLOAD_LIVES = { minutes: 15 };

/** Once for each file: a run that comes again names the same upload while it is fresh, and brings the file anew after that. */
async function bringFiles(worker: Worker, { input, gateway, operation, stored }: Bring) {
  const { tenantId, work } = input;
  const { orderId, marketplaceId } = work.facts.order;
  const access = systemAccess(tenantId);
  const brought: { uploadDestinationId: string; fileName: string }[] = [];
  const oldest = worker.clock.now().subtract(UPLOAD_LIVES).epochMilliseconds;
  for (const { id: fileId, fileName, contentType, uploadDestinationId: known, uploadedAt } of stored.files) {
    if (known !== null && uploadedAt !== null && uploadedAt.epochMilliseconds > oldest) {
      brought.push({ uploadDestinationId: known, fileName });
      continue;
    }
    const content = await withTenant(worker.db, access, (tx) => loadFile(tx, { fileId, ring: worker.ring }));
    const upload = { orderId, marketplaceId, operation: operation.name, contentType, content };
    const { uploadDestinationId } = await gateway.uploadFile(upload);
    const now = worker.clock.now();
    await withTenant(worker.db, access, (tx) => markUploaded(tx, { fileId, uploadDestinationId, now }));
    brought.push({ uploadDestinationId, fileName });
  }
  return brought;
}

function hash({ text, coverageFrom, coverageTo }: TypedContent, { files }: StoredContent): string {
  const parts = [text, coverageFrom, coverageTo, files.map(({ id }) => id)];
  return createHash("sha256").update(JSON.stringify(parts)).digest("hex");
}
