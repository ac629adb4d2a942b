-- Row-level security of flows' further tables.
do $$
declare
  tenant_table text;
begin
  foreach tenant_table in array array['brake', 'backtest', 'experiment', 'template_approval'] loop
    execute format('alter table %I enable row level security', tenant_table);
    execute format('alter table %I force row level security', tenant_table);
    execute format(
      'create policy migrating on %I for all to %I using (current_setting(''app.migrating'', true) = ''on'') with check (current_setting(''app.migrating'', true) = ''on'')',
      tenant_table, current_user);
  end loop;
  foreach tenant_table in array array['experiment', 'template_approval'] loop
    execute format(
      'create policy tenant_rows on %I for all to heed_app using (tenant_id = app_tenant()) with check (tenant_id = app_tenant())',
      tenant_table);
  end loop;
end
$$;
--> statement-breakpoint
create policy tenant_rows on backtest for all to heed_app
  using (tenant_id = app_tenant() and (app_stores() is null or store_id = any (app_stores())))
  with check (tenant_id = app_tenant() and (app_stores() is null or store_id = any (app_stores())));
--> statement-breakpoint
-- A brake on the whole workspace holds every store: whoever sees some stores sees it, but lifts and sets only their own.
create policy tenant_rows on brake for select to heed_app
  using (tenant_id = app_tenant() and (app_stores() is null or store_id is null or store_id = any (app_stores())));
--> statement-breakpoint
create policy tenant_adds on brake for insert to heed_app
  with check (tenant_id = app_tenant() and (app_stores() is null or store_id = any (app_stores())));
--> statement-breakpoint
create policy tenant_changes on brake for update to heed_app
  using (tenant_id = app_tenant() and (app_stores() is null or store_id = any (app_stores())))
  with check (tenant_id = app_tenant() and (app_stores() is null or store_id = any (app_stores())));
--> statement-breakpoint
-- Lifted brakes, ended experiments and answers stay: nothing is deleted but with its tenant, store, flow or template.
grant select, insert, update on brake, experiment, template_approval to heed_app;
--> statement-breakpoint
grant select, insert, update, delete on backtest to heed_app;
