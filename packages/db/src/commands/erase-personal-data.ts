import type { Db } from "../client.ts";
import { purgeDeliveries } from "../identity/webhook-receipts.ts";
import { tenant } from "../schema/tenant.ts";
import { type SystemDb, systemAccess } from "../system-db.ts";
import { type TenantDb, withTenant } from "../tenant-db.ts";
import { eachTenant } from "./each-tenant.ts";
import { type EraseInput, eraseAliases } from "./erase-aliases.ts";
import { eraseRawMail } from "./erase-raw-mail.ts";
import { eraseAttachments, eraseTypedText } from "./erase-typed-content.ts";

export interface Erased {
  readonly aliases: number;
  readonly rawMails: number;
  readonly typedTexts: number;
  readonly attachments: number;
  readonly deliveries: number;
}

/** Erases, in every workspace, what has been kept for its 30 days (DESIGN §4); `limit` rows a transaction. */
export async function erasePersonalData(db: Db, system: SystemDb, input: EraseInput): Promise<Erased> {
  const tenants = await system.sql.select({ id: tenant.id }).from(tenant);
  const erased = { aliases: 0, rawMails: 0, typedTexts: 0, attachments: 0, deliveries: 0 };
  await eachTenant(
    tenants.map(({ id }) => [id, id] as const),
    async (tenantId) => {
      const inTenant = (erase: (tx: TenantDb) => Promise<number>) => withTenant(db, systemAccess(tenantId), erase);
      erased.aliases += await untilNoneIsLeft(input, () => inTenant((tx) => eraseAliases(tx, input)));
      erased.typedTexts += await untilNoneIsLeft(input, () => inTenant((tx) => eraseTypedText(tx, input)));
      erased.attachments += await untilNoneIsLeft(input, () => inTenant((tx) => eraseAttachments(tx, input)));
      erased.rawMails += await untilNoneIsLeft(input, () => inTenant((tx) => eraseRawMail(tx, input)));
    },
  );
  erased.deliveries = await untilNoneIsLeft(input, () => purgeDeliveries(db, input));
  return erased;
}

async function untilNoneIsLeft({ limit }: EraseInput, erase: () => Promise<number>): Promise<number> {
  let total = 0;
  for (;;) {
    const rows = await erase();
    total += rows;
    if (rows < limit) return total;
  }
}
