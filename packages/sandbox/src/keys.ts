import { generateKeyPairSync, randomBytes } from "node:crypto";
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { z } from "zod";
import type { Keys } from "./sandbox.ts";

const keysFile = z.object({ token: z.string(), dkim: z.string() });

/** The directory's own keys, made at the first start. They protect nothing but demo data. */
export function readKeys(dir: string): Keys {
  const path = join(dir, "keys.json");
  if (existsSync(path)) return keysFile.parse(JSON.parse(readFileSync(path, "utf8")));
  const keys = makeKeys();
  writeKeys(dir, keys);
  return keys;
}

export function writeKeys(dir: string, keys: Keys): void {
  writeFileSync(join(dir, "keys.json"), JSON.stringify(keys), { mode: 0o600 });
}

export function makeKeys(): Keys {
  const { privateKey } = generateKeyPairSync("rsa", {
    modulusLength: 2048,
    privateKeyEncoding: { type: "pkcs8", format: "pem" },
    publicKeyEncoding: { type: "spki", format: "pem" },
  });
  return { token: randomBytes(32).toString("base64url"), dkim: privateKey };
}
