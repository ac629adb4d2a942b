import { createHash, randomBytes } from "node:crypto";

/** Letters that nobody mistakes for another; 32 of them. */
const LETTERS = "abcdefghjkmnpqrstuvwxyz023456789";

/** The local part of an address of ours: easy to read out, and not to be guessed (5 bits a letter). */
export function randomLetters(length: number): string {
  return [...randomBytes(length)].map((byte) => LETTERS.charAt(byte % LETTERS.length)).join("");
}

/** A secret for a link or a state: 256 bits. */
export const randomSecret = (): string => randomBytes(32).toString("base64url");

/** What is kept of a secret: a dump of the hash opens nothing. */
export const secretHash = (secret: string): Uint8Array => createHash("sha256").update(secret).digest();
