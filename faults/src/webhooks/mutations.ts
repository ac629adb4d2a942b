import type { Random } from "../random.ts";
import { type Delivery, sign } from "./oracle.ts";

export interface Mutation {
  readonly name: string;
  readonly delivery: Delivery;
}

type Mutate = (valid: Delivery, random: Random) => Delivery;
type Named = readonly [string, Mutate];

const HEADERS = ["svix-id", "svix-timestamp", "svix-signature"] as const;

/** Every way in which a delivery is forged here; each leaves the rest as it was. */
const MUTATIONS: readonly [Named, ...Named[]] = [
  ["body: one character changed", onBody(changeOne)],
  ["body: one character added", onBody(insertOne)],
  ["body: cut short", onBody(cutShort)],
  ["body: another one", onBody((_, random) => `{"type":"email.received","n":${random.below(1e9)}}`)],
  ["header: one character changed", onAnyHeader(changeOne)],
  ["header: one character added", onAnyHeader(insertOne)],
  ["header: cut short", onAnyHeader(cutShort)],
  ["header: missing", (valid, random) => dropHeader(valid, random.pick(HEADERS))],
  ["signature: of another secret", (valid, random) => resign(valid, { secret: `whsec_${otherSecret(random)}` })],
  ["signature: its version changed", onSignature((text, random) => `v${2 + random.below(9)}${text.slice(2)}`)],
  ["signature: its last bits changed", onSignature(changeLastBits)],
  ["signature: foreign characters inside", onSignature(addForeign)],
  ["timestamp: signed too early", (valid, random) => resign(valid, { shift: -400 - random.below(1e6) })],
  ["timestamp: signed too late", (valid, random) => resign(valid, { shift: 400 + random.below(1e6) })],
  ["timestamp: moved after signing", (valid, random) => moveStamp(valid, 1 + random.below(200))],
];

/** Forgeries of a valid delivery, each kind in turn. */
export function forge(valid: Delivery, index: number, random: Random): Mutation {
  const [name, mutate] = MUTATIONS[index % MUTATIONS.length] ?? MUTATIONS[0];
  return { name, delivery: mutate(valid, random) };
}

type Change = (text: string, random: Random) => string;

function onBody(change: Change): Mutate {
  return (valid, random) => ({ ...valid, body: change(valid.body, random) });
}

function onAnyHeader(change: Change): Mutate {
  return (valid, random) => withHeader(valid, random.pick(HEADERS), (text) => change(text, random));
}

function onSignature(change: Change): Mutate {
  return (valid, random) => withHeader(valid, "svix-signature", (text) => change(text, random));
}

function withHeader(delivery: Delivery, name: string, change: (text: string) => string): Delivery {
  return { ...delivery, headers: { ...delivery.headers, [name]: change(delivery.headers[name] ?? "") } };
}

function dropHeader(delivery: Delivery, name: string): Delivery {
  const kept = Object.entries(delivery.headers).filter(([header]) => header !== name);
  return { ...delivery, headers: Object.fromEntries(kept) };
}

function moveStamp(valid: Delivery, seconds: number): Delivery {
  return withHeader(valid, "svix-timestamp", (text) => String(Number(text) + seconds));
}

function resign(valid: Delivery, { secret = valid.secret, shift = 0 }: { secret?: string; shift?: number }): Delivery {
  const id = valid.headers["svix-id"] ?? "";
  const stamp = String(Number(valid.headers["svix-timestamp"]) + shift);
  const signature = sign(secret, { id, stamp, body: valid.body });
  return { ...valid, headers: { "svix-id": id, "svix-timestamp": stamp, "svix-signature": signature } };
}

function otherSecret(random: Random): string {
  return Buffer.from(Array.from({ length: 24 }, () => random.below(256))).toString("base64");
}

const LETTERS = 'abcdefghijklmnopqrstuvwxyz0123456789{}:," +/=';

function letter(random: Random): string {
  return LETTERS[random.below(LETTERS.length)] ?? "x";
}

export function changeOne(text: string, random: Random): string {
  const at = random.below(text.length);
  const chosen = letter(random);
  return text.slice(0, at) + (chosen === text[at] ? "~" : chosen) + text.slice(at + 1);
}

export function insertOne(text: string, random: Random): string {
  return insert(text, { at: random.below(text.length + 1), piece: letter(random) });
}

export function cutShort(text: string, random: Random): string {
  return text.slice(0, random.below(text.length));
}

function addForeign(text: string, random: Random): string {
  return insert(text, { at: 3 + random.below(40), piece: random.pick(["!", "\n", "*", "%"]) });
}

function insert(text: string, { at, piece }: { at: number; piece: string }): string {
  return text.slice(0, at) + piece + text.slice(at);
}

const BASE64 = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";

/** The last letter before "=" carries two bits that decode to nothing: another text for the same bytes. */
function changeLastBits(signature: string, random: Random): string {
  const at = signature.length - 2;
  const value = BASE64.indexOf(signature[at] ?? "A");
  return signature.slice(0, at) + (BASE64[value ^ (1 + random.below(3))] ?? "A") + signature.slice(at + 1);
}
