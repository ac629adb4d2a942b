-- Row-level security of the new tables of a store; limited access sees its stores only.
do $$
declare
  tenant_table text;
begin
  foreach tenant_table in array array['order_fact', 'report', 'api_breaker'] loop
    execute format('alter table %I enable row level security', tenant_table);
    execute format('alter table %I force row level security', tenant_table);
    execute format(
      'create policy migrating on %I for all to %I using (current_setting(''app.migrating'', true) = ''on'') with check (current_setting(''app.migrating'', true) = ''on'')',
      tenant_table, current_user);
    execute format(
      'create policy tenant_rows on %I for all to heed_app using (tenant_id = app_tenant() and (app_stores() is null or store_id = any (app_stores()))) with check (tenant_id = app_tenant() and (app_stores() is null or store_id = any (app_stores())))',
      tenant_table);
  end loop;
end
$$;
--> statement-breakpoint
grant select, insert, update, delete on order_fact, report, api_breaker to heed_app;
--> statement-breakpoint
-- Whether Amazon is down for a whole region: how many stores of it are left alone now.
grant select (tenant_id, store_id, region, open_until) on api_breaker to heed_system;
--> statement-breakpoint
create policy system_rows on api_breaker for select to heed_system using (true);
--> statement-breakpoint
-- A notification of Amazon names the seller: whose store is it.
grant select (seller_id, subscription_id) on store to heed_system;
--> statement-breakpoint
-- The application's own secrets have no tenant; they are sealed, and only the worker reads them.
grant select, insert, update, delete on application_secret to heed_system;
