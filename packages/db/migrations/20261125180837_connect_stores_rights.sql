-- Row-level security of what belongs to connecting stores. A consent under way belongs to the workspace, the rest to a store.
do $$
declare
  target record;
  rule text;
begin
  for target in
    select * from (values
      ('store_authorisation', 'store_id is null or store_id = any (app_stores())'),
      ('service_address_request', 'store_id = any (app_stores())'),
      ('do_not_contact', 'store_id = any (app_stores())')
    ) as wanted(name, of_store)
  loop
    execute format('alter table %I enable row level security', target.name);
    execute format('alter table %I force row level security', target.name);
    execute format(
      'create policy migrating on %I for all to %I using (current_setting(''app.migrating'', true) = ''on'') with check (current_setting(''app.migrating'', true) = ''on'')',
      target.name, current_user);
    rule := format('tenant_id = app_tenant() and case when app_stores() is null then true else %s end', target.of_store);
    execute format('create policy tenant_rows on %I for all to heed_app using (%s) with check (%s)', target.name, rule, rule);
  end loop;
end
$$;
--> statement-breakpoint
grant select, insert, update, delete on store_authorisation, service_address_request, do_not_contact to heed_app;
--> statement-breakpoint
-- Somebody at a customer-service desk opens a link and has no account: whose request is it. The token is a hash.
grant select (tenant_id, store_id, token_hash) on service_address_request to heed_system;
--> statement-breakpoint
create policy system_rows on service_address_request for select to heed_system using (true);
