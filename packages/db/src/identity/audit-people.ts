import { sql } from "drizzle-orm";
import type { TenantDb } from "../tenant-db.ts";

export interface AuditPerson {
  readonly userId: string;
  readonly name: string | null;
  /** Null: the account was deleted since. */
  readonly email: string | null;
}

/** More than anybody picks from; the log itself has no end. */
const MOST = 500;

/**
 * Everybody who stands in the log, those of agencies and those who left too. Jumps from person to person in the index,
 * so that the length of the log does not matter.
 */
export async function listAuditPeople(tx: TenantDb): Promise<AuditPerson[]> {
  const rows = await tx.sql.execute<{ user_id: string; name: string | null; email: string | null }>(sql`
    with recursive person (user_id) as (
      (select user_id from audit_entry
        where tenant_id = ${tx.tenantId} and user_id is not null order by user_id limit 1)
      union all
      select (select a.user_id from audit_entry a
        where a.tenant_id = ${tx.tenantId} and a.user_id > person.user_id order by a.user_id limit 1)
      from person where person.user_id is not null
    )
    select person.user_id, u.name, u.email
    from person left join "user" u on u.id = person.user_id
    where person.user_id is not null
    limit ${MOST}`);
  return rows
    .map(({ user_id: userId, name, email }) => ({ userId, name, email }))
    .toSorted((one, other) => labelOf(one).localeCompare(labelOf(other), "en"));
}

const labelOf = ({ name, email }: AuditPerson): string => name ?? email ?? "";
