-- Row-level security and grants of the tables of billing (DESIGN §7).
do $$
declare
  tenant_table text;
begin
  foreach tenant_table in array array['subscription', 'meter_report', 'usage_alert'] loop
    execute format('alter table %I enable row level security', tenant_table);
    execute format('alter table %I force row level security', tenant_table);
    execute format(
      'create policy migrating on %I for all to %I using (current_setting(''app.migrating'', true) = ''on'') with check (current_setting(''app.migrating'', true) = ''on'')',
      tenant_table, current_user);
    execute format(
      'create policy tenant_rows on %I for all to heed_app using (tenant_id = app_tenant()) with check (tenant_id = app_tenant())',
      tenant_table);
  end loop;
end
$$;
--> statement-breakpoint
grant select, insert, update on subscription to heed_app;
--> statement-breakpoint
-- Reports are never taken back: what was said to Stripe stays written; only the moment of its acceptance is added.
grant select, insert, update (sent_at) on meter_report to heed_app;
--> statement-breakpoint
grant select, insert on usage_alert to heed_app;
--> statement-breakpoint
-- A webhook of Stripe arrives: whose customer is it.
grant select (tenant_id, customer_id) on subscription to heed_system;
--> statement-breakpoint
create policy system_rows on subscription for select to heed_system using (true);
