import { hkdfSync, randomBytes } from "node:crypto";
import { mkdir, readFile, rename, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { z } from "zod";

const Secrets = z.object({
  eventKey: z.string(),
  signingKey: z.string(),
  webhookSecret: z.string(),
  resendKey: z.string(),
  amazonClientSecret: z.string(),
  databasePasswords: z.object({
    super: z.string(),
    owner: z.string(),
    app: z.string(),
    system: z.string(),
    engine: z.string(),
    check: z.string(),
  }),
});

export type Secrets = z.infer<typeof Secrets>;

/** Everything secret that a local instance needs, made once and kept readable by its owner alone. */
export async function loadSecrets(folder: string): Promise<Secrets> {
  const text = await readOrMake(folder, { name: "secrets.json", make: makeSecrets });
  return Secrets.parse(JSON.parse(text));
}

/** The key ring `HEED_KEYS`: without it no sealed alias can be read again, so it has a file of its own to back up. */
export async function loadKeys(folder: string): Promise<string> {
  return readOrMake(folder, { name: "keys.json", make: makeKeys });
}

const KeyRing = z.object({ active: z.string(), keys: z.record(z.string(), z.base64()) });

/** The secret of sign-in cookies: a sub-key of the active key, so that nobody has to keep one more secret. */
export function authSecretOf(keys: string): string {
  const ring = KeyRing.parse(JSON.parse(keys));
  const key = Buffer.from(ring.keys[ring.active] ?? "", "base64");
  return Buffer.from(hkdfSync("sha256", key, Buffer.alloc(0), "heed:next-auth", 32)).toString("base64url");
}

function makeSecrets(): Secrets {
  return {
    eventKey: hex(16),
    signingKey: `signkey-heed-${hex(32)}`,
    webhookSecret: `whsec_${randomBytes(24).toString("base64")}`,
    resendKey: `re_${hex(16)}`,
    amazonClientSecret: `amzn1.oa2-cs.v1.${hex(32)}`,
    databasePasswords: {
      super: hex(16),
      owner: hex(16),
      app: hex(16),
      system: hex(16),
      engine: hex(16),
      check: hex(16),
    },
  };
}

function makeKeys() {
  const id = `k${hex(4)}`;
  return { active: id, keys: { [id]: randomBytes(32).toString("base64") } };
}

function hex(bytes: number): string {
  return randomBytes(bytes).toString("hex");
}

async function readOrMake(folder: string, { name, make }: { name: string; make: () => unknown }): Promise<string> {
  const file = join(folder, name);
  const known = await readFile(file, "utf8").catch((error: NodeJS.ErrnoException) => {
    if (error.code === "ENOENT") return null;
    throw error;
  });
  if (known !== null) return known;
  await mkdir(folder, { recursive: true });
  const text = JSON.stringify(make());
  await writeFile(`${file}.new`, text, { mode: 0o600 });
  await rename(`${file}.new`, file);
  return text;
}
