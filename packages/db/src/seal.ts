import { createCipheriv, createDecipheriv, createHmac, hkdfSync, randomBytes } from "node:crypto";
import { AppError } from "@heed/core/errors";
import { normalizeAlias } from "@heed/core/suppression/alias";

const KEY_BYTES = 32;
const NONCE_BYTES = 12;
const KEY_ID = /^[A-Za-z0-9_-]{1,32}$/;

/** `HEED_KEYS`: new values are sealed with the active key; the others open old ones and look up buyers. */
export interface KeyRing {
  readonly active: string;
  readonly keys: ReadonlyMap<string, Uint8Array>;
}

/** Where a sealed value stands: it opens nowhere else, so rows cannot be swapped. */
export interface SealContext {
  readonly table: string;
  readonly column: string;
  readonly tenantId: string;
  readonly rowId: string;
}

export interface BuyerKey {
  readonly key: Uint8Array;
  readonly keyId: string;
}

/** Reads `{"active": id, "keys": {id: base64 of 32 bytes}}`; throws INVALID and says what is wrong, never the key. */
export function parseKeyRing(json: string): KeyRing {
  const value = parseObject(json);
  const active = value["active"];
  const keys = new Map(Object.entries(objectOf(value["keys"])).map(([id, key]) => [id, parseKey(id, key)]));
  if (typeof active !== "string" || !keys.has(active)) throw invalid('"active" must name one of the keys.');
  return { active, keys };
}

/** Returns `v1.keyId.nonce.ciphertext.tag`, AES-256-GCM, parts in base64url. */
export function seal(ring: KeyRing, context: SealContext, plain: string | Uint8Array): string {
  const nonce = randomBytes(NONCE_BYTES);
  const cipher = createCipheriv("aes-256-gcm", subKey(ring, ring.active, `seal:${context.tenantId}`), nonce);
  cipher.setAAD(additionalData(context));
  const ciphertext = Buffer.concat([cipher.update(plain), cipher.final()]);
  return [
    "v1",
    ring.active,
    ...[nonce, ciphertext, cipher.getAuthTag()].map((part) => part.toString("base64url")),
  ].join(".");
}

export function openBytes(ring: KeyRing, context: SealContext, value: string): Uint8Array {
  const [version, keyId, nonce, ciphertext, tag, ...rest] = value.split(".");
  if (version !== "v1" || !keyId || !nonce || ciphertext === undefined || !tag || rest.length > 0) {
    throw new AppError("INTERNAL", "A sealed value is malformed.", { details: { table: context.table } });
  }
  const key = subKey(ring, keyId, `seal:${context.tenantId}`);
  try {
    const decipher = createDecipheriv("aes-256-gcm", key, Buffer.from(nonce, "base64url"), { authTagLength: 16 });
    decipher.setAAD(additionalData(context));
    decipher.setAuthTag(Buffer.from(tag, "base64url"));
    return Buffer.concat([decipher.update(Buffer.from(ciphertext, "base64url")), decipher.final()]);
  } catch {
    throw new AppError("INTERNAL", "A sealed value does not open here.", {
      details: { table: context.table, column: context.column, keyId },
    });
  }
}

export function open(ring: KeyRing, context: SealContext, value: string): string {
  return Buffer.from(openBytes(ring, context, value)).toString("utf8");
}

/** The key under which a buyer is stored: HMAC of the normalised alias with the active key. */
export function buyerKey(ring: KeyRing, tenantId: string, alias: string): BuyerKey {
  return buyerKeyWith(ring, ring.active, { tenantId, alias });
}

/** Keys of the alias with every key of the ring, the active one first, for look-ups. */
export function buyerKeys(ring: KeyRing, tenantId: string, alias: string): BuyerKey[] {
  const retired = [...ring.keys.keys()].filter((id) => id !== ring.active);
  return [ring.active, ...retired].map((id) => buyerKeyWith(ring, id, { tenantId, alias }));
}

function buyerKeyWith(ring: KeyRing, keyId: string, buyer: { tenantId: string; alias: string }): BuyerKey {
  const hmac = createHmac("sha256", subKey(ring, keyId, `buyer:${buyer.tenantId}`));
  return { key: hmac.update(normalizeAlias(buyer.alias)).digest(), keyId };
}

/** A key for one purpose and tenant: a leak of one says nothing about the others. */
export function subKey(ring: KeyRing, keyId: string, purpose: string): Uint8Array {
  const key = ring.keys.get(keyId);
  if (key === undefined) throw new AppError("INTERNAL", "A key is missing from HEED_KEYS.", { details: { keyId } });
  return new Uint8Array(hkdfSync("sha256", key, "", `heed/v1/${purpose}`, KEY_BYTES));
}

function additionalData(context: SealContext): Uint8Array {
  return Buffer.from(JSON.stringify([context.table, context.column, context.tenantId, context.rowId]));
}

function parseObject(json: string): Record<string, unknown> {
  try {
    return objectOf(JSON.parse(json));
  } catch (error) {
    if (error instanceof AppError) throw error;
    throw invalid("it is not JSON.");
  }
}

function objectOf(value: unknown): Record<string, unknown> {
  if (typeof value !== "object" || value === null || Array.isArray(value)) {
    throw invalid('expected {"active": id, "keys": {id: base64}}.');
  }
  return { ...value };
}

function parseKey(id: string, text: unknown): Uint8Array {
  if (!KEY_ID.test(id)) throw invalid("key ids have 1 to 32 letters, digits, - or _.");
  const key = Buffer.from(typeof text === "string" ? text : "", "base64");
  if (key.length !== KEY_BYTES) throw invalid(`key "${id}" must be the base64 of ${KEY_BYTES} bytes.`);
  return key;
}

const invalid = (reason: string) => new AppError("INVALID", `HEED_KEYS cannot be read: ${reason}`);
