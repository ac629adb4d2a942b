-- Counters of e-mails belong to a store; shared sentences to nobody: they hold no word of a workspace but the sentence.
do $$
declare
  store_table text;
begin
  foreach store_table in array array['email_fate', 'email_hour'] loop
    execute format('alter table %I enable row level security', store_table);
    execute format('alter table %I force row level security', store_table);
    execute format(
      'create policy migrating on %I for all to %I using (current_setting(''app.migrating'', true) = ''on'') with check (current_setting(''app.migrating'', true) = ''on'')',
      store_table, current_user);
    execute format(
      'create policy tenant_rows on %I for all to heed_app using (tenant_id = app_tenant() and (app_stores() is null or store_id = any (app_stores()))) with check (tenant_id = app_tenant() and (app_stores() is null or store_id = any (app_stores())))',
      store_table);
  end loop;
end
$$;
--> statement-breakpoint
grant select, insert, update, delete on email_fate, email_hour to heed_app;
--> statement-breakpoint
-- Every workspace reads them; only an operator's command writes them.
grant select on shared_pattern to heed_app;
--> statement-breakpoint
grant select, insert, update on shared_pattern to heed_system;
--> statement-breakpoint
-- What was sent before the counters is counted once; addresses are tested each day and owners told each week from now on.
select set_config('app.migrating', 'on', true);
--> statement-breakpoint
insert into job (tenant_id, kind, subject, run_at)
select s.tenant_id, k.kind, s.id, s.created_at + interval '1 day'
from store s cross join (values ('count_emails'), ('heartbeat')) k(kind)
on conflict do nothing;
--> statement-breakpoint
insert into job (tenant_id, kind, subject, run_at)
select t.id, 'health_digest', t.id, t.created_at + interval '7 days' from tenant t where t.deleted_at is null
on conflict do nothing;
--> statement-breakpoint
select set_config('app.migrating', '', true);
