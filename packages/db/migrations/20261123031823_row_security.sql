-- Row-level security: enabled and forced on every table of a tenant (DESIGN §7).
-- A pooled connection keeps '' after a local setting, so '' and "never set" both read as nobody.
-- The functions are stable: Postgres calls them once a query, and indexes stay usable.
create function app_tenant() returns uuid language sql stable parallel safe
  return nullif(current_setting('app.tenant_id', true), '')::uuid;
--> statement-breakpoint
create function app_user_id() returns uuid language sql stable parallel safe
  return nullif(current_setting('app.user_id', true), '')::uuid;
--> statement-breakpoint
-- Null: all stores of the tenant. An empty list, '{}', is no store.
create function app_stores() returns uuid[] language sql stable parallel safe
  return nullif(current_setting('app.store_ids', true), '')::uuid[];
--> statement-breakpoint
do $$
declare
  tenant_table text;
begin
  foreach tenant_table in array array[
    'tenant', 'member', 'audit_entry', 'store', 'store_marketplace', 'store_credential', 'address', 'token_cache',
    'sync_cursor', 'api_usage', 'api_bucket', 'order', 'order_item', 'flow', 'flow_version', 'template',
    'template_version', 'message', 'decision', 'store_day', 'inbound_mail', 'notice', 'suppression', 'outbox', 'job',
    'usage_entry'
  ] loop
    execute format('alter table %I enable row level security', tenant_table);
    execute format('alter table %I force row level security', tenant_table);
    -- The owner changes rows only inside a migration that says so; otherwise a back-fill would silently change nothing.
    execute format(
      'create policy migrating on %I for all to %I using (current_setting(''app.migrating'', true) = ''on'') with check (current_setting(''app.migrating'', true) = ''on'')',
      tenant_table, current_user);
  end loop;

  -- Rows of the tenant, whatever the store.
  foreach tenant_table in array array[
    'audit_entry', 'flow', 'flow_version', 'template', 'template_version', 'outbox', 'job'
  ] loop
    execute format(
      'create policy tenant_rows on %I for all to heed_app using (tenant_id = app_tenant()) with check (tenant_id = app_tenant())',
      tenant_table);
  end loop;

  -- Rows of a store: limited access sees its stores only.
  foreach tenant_table in array array[
    'store_marketplace', 'store_credential', 'address', 'token_cache', 'sync_cursor', 'api_usage', 'api_bucket',
    'order', 'message', 'decision', 'store_day', 'notice', 'suppression'
  ] loop
    execute format(
      'create policy tenant_rows on %I for all to heed_app using (tenant_id = app_tenant() and (app_stores() is null or store_id = any (app_stores()))) with check (tenant_id = app_tenant() and (app_stores() is null or store_id = any (app_stores())))',
      tenant_table);
  end loop;
end
$$;
--> statement-breakpoint
create policy tenant_rows on store for all to heed_app
  using (tenant_id = app_tenant() and (app_stores() is null or id = any (app_stores())))
  with check (tenant_id = app_tenant() and (app_stores() is null or id = any (app_stores())));
--> statement-breakpoint
-- These have no store of their own: the row that they belong to decides, under its own policy.
create policy tenant_rows on order_item for all to heed_app
  using (tenant_id = app_tenant() and (app_stores() is null or exists (
    select 1 from "order" o where o.tenant_id = order_item.tenant_id and o.id = order_item.order_ref)))
  with check (tenant_id = app_tenant() and (app_stores() is null or exists (
    select 1 from "order" o where o.tenant_id = order_item.tenant_id and o.id = order_item.order_ref)));
--> statement-breakpoint
create policy tenant_rows on inbound_mail for all to heed_app
  using (tenant_id = app_tenant() and (app_stores() is null or exists (
    select 1 from address a where a.tenant_id = inbound_mail.tenant_id and a.id = inbound_mail.address_id)))
  with check (tenant_id = app_tenant() and (app_stores() is null or exists (
    select 1 from address a where a.tenant_id = inbound_mail.tenant_id and a.id = inbound_mail.address_id)));
--> statement-breakpoint
create policy tenant_rows on usage_entry for all to heed_app
  using (tenant_id = app_tenant() and (app_stores() is null or exists (
    select 1 from message m where m.tenant_id = usage_entry.tenant_id and m.id = usage_entry.message_id)))
  with check (tenant_id = app_tenant() and (app_stores() is null or exists (
    select 1 from message m where m.tenant_id = usage_entry.tenant_id and m.id = usage_entry.message_id)));
--> statement-breakpoint
-- A person sees the own memberships before a workspace is chosen, and may change none of them that way.
create policy tenant_rows on member for all to heed_app
  using (tenant_id = app_tenant()) with check (tenant_id = app_tenant());
--> statement-breakpoint
create policy own_memberships on member for select to heed_app using (user_id = app_user_id());
--> statement-breakpoint
create policy tenant_rows on tenant for all to heed_app using (id = app_tenant()) with check (id = app_tenant());
--> statement-breakpoint
create policy own_workspaces on tenant for select to heed_app
  using (exists (select 1 from member m where m.tenant_id = tenant.id and m.user_id = app_user_id()));
