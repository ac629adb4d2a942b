import { sql } from "drizzle-orm";
import type { Db } from "./client.ts";

/** Read before a workspace is chosen, by policies of their own; inside of one they have the door as well. */
const BEFORE_ENTERING = ["tenant", "member", "invitation", "grant", "client_store"];

/**
 * Puts the second door (`app_entered()`, in the migrations) in front of every table that shows rows of a tenant to
 * `heed_app`: a restrictive policy, so that no other one can open what it closes. Run after the migrations, so that a new
 * table cannot miss it.
 */
export async function ensureEnteredPolicies(db: Db): Promise<void> {
  const before = sql.raw(BEFORE_ENTERING.map((name) => `'${name}'`).join(", "));
  await db.execute(sql`
    do $$
    declare
      target record;
      rule text;
    begin
      for target in
        select c.relname from pg_class c
        where c.relnamespace = 'public'::regnamespace and c.relkind = 'r' and c.relrowsecurity
          and not exists (select 1 from pg_policy p where p.polrelid = c.oid and p.polname = 'entered')
      loop
        rule := '(select app_entered())';
        if target.relname in (${before}) then
          rule := 'app_tenant() is null or ' || rule;
        end if;
        execute format(
          'create policy entered on %I as restrictive for all to heed_app using (%s) with check (%s)',
          target.relname, rule, rule);
      end loop;
    end
    $$`);
}
