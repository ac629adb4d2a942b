import { rm } from "node:fs/promises";
import { startEmbeddedDatabase } from "@heed/bin/stack/database";
import { seedDemoData } from "@heed/bin/stack/demo-data";
import { loadKeys, loadSecrets } from "@heed/bin/stack/secrets";
import { makeThrowAwayFolder } from "@heed/bin/stack/throw-away-folder";
import { AppError } from "@heed/core/errors";
import { classifyMail } from "@heed/core/notice/classify";
import { parseMail } from "@heed/core/notice/parse-mail";
import { withPlaceholders } from "@heed/core/notice/with-placeholders";
import { Temporal } from "@heed/core/time";
import { closeDb, type Db, openDb } from "@heed/db/client";
import { applyNotice } from "@heed/db/commands/apply-notice";
import { uploadMails } from "@heed/db/commands/upload-notices";
import { listStores } from "@heed/db/queries/stores";
import { type KeyRing, parseKeyRing } from "@heed/db/seal";
import { systemAccess } from "@heed/db/system-db";
import { withTenant } from "@heed/db/tenant-db";
import postgres from "postgres";
import type { PoisonedMail } from "./poisoned-mails.ts";

const NOW = Temporal.Instant.from("2026-03-02T00:00:00Z");

/** Takes mails into a real database: sealed source, notice and text. @returns what did not hold */
export async function storePoison(mails: readonly PoisonedMail[]): Promise<readonly string[]> {
  const folder = await makeThrowAwayFolder("heed-poison");
  const [keys, secrets] = [await loadKeys(folder), await loadSecrets(folder)];
  const database = await startEmbeddedDatabase({ folder, secrets, fsync: false });
  const { urls: databases } = database;
  const stack = { inherited: {}, databases, keys, secrets, ports: { engine: 0, worker: 0, web: null } };
  const db = openDb(databases.DATABASE_URL);
  try {
    await seedDemoData({ ...stack, now: NOW });
    const tenantId = await someTenant(databases.DATABASE_CHECK_URL ?? "");
    const problems: string[] = [];
    for (const mail of mails) {
      const problem = await storeOne(db, { tenantId, mail, ring: parseKeyRing(keys) });
      if (problem !== null) problems.push(`${mail.name}: ${problem}`);
    }
    return problems;
  } finally {
    await closeDb(db);
    await database.stop();
    await rm(folder, { recursive: true, force: true });
  }
}

async function someTenant(checkUrl: string): Promise<string> {
  const sql = postgres(checkUrl, { max: 1, onnotice: () => undefined });
  try {
    const [row] = await sql<{ id: string }[]>`select tenant_id as id from store order by id limit 1`;
    return row?.id ?? "";
  } finally {
    await sql.end();
  }
}

interface Stored {
  readonly tenantId: string;
  readonly mail: PoisonedMail;
  readonly ring: KeyRing;
}

async function storeOne(db: Db, { tenantId, mail, ring }: Stored): Promise<string | null> {
  try {
    const parsed = await parseMail(mail.raw);
    await withTenant(db, systemAccess(tenantId), async (tx) => {
      const [store] = await listStores(tx);
      const storeId = store?.id ?? "";
      const common = { storeId, now: NOW, ring };
      await uploadMails(tx, { ...common, mails: [mail.raw] });
      await applyNotice(tx, {
        ...common,
        inboundMailId: null,
        classification: classifyMail(parsed),
        verification: "unverified",
        text: withPlaceholders(`${parsed.subject}\n\n${parsed.text}`),
        receivedAt: NOW,
      });
    });
    return null;
  } catch (error) {
    if (error instanceof AppError && error.code === "LIMIT_EXCEEDED") return null;
    return `not stored: ${error instanceof Error ? error.message : "unknown error"}`;
  }
}
