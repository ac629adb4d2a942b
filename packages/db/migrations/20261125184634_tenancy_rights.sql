-- Who may read what of members, invitations, grants and clients, and a second door in front of every tenant table.
--
-- app_entered(): whether the person of this transaction may be in this workspace at all, asked of the rows of members and
-- grants and not of the application. Work of our own says so (app.system). The function reads as the owner of the tables
-- (policies "door") and tells nothing but yes or no.
create function app_entered() returns boolean language sql stable parallel safe security definer
  set search_path = pg_catalog, public, pg_temp
  as $$
    select current_setting('app.system', true) = 'on'
      or exists (
        select 1 from public.member m
        where m.tenant_id = public.app_tenant() and m.user_id = public.app_user_id())
      or exists (
        select 1 from public."grant" g
        join public.member m on m.tenant_id = g.agency_id and m.user_id = public.app_user_id()
        where g.tenant_id = public.app_tenant() and g.accepted_at is not null and g.ended_at is null)
  $$;
--> statement-breakpoint
-- SHA-256 of the token that the bearer of an invitation or an offered grant has shown; null for everybody else.
create function app_token() returns bytea language sql stable parallel safe
  return decode(nullif(current_setting('app.token', true), ''), 'hex');
--> statement-breakpoint
do $$
declare
  tenant_table text;
begin
  foreach tenant_table in array array['invitation', 'grant', 'client', 'client_store'] loop
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
do $$
declare
  tenant_table text;
begin
  foreach tenant_table in array array['member', 'grant'] loop
    execute format('create policy door on %I for select to %I using (true)', tenant_table, current_user);
  end loop;
end
$$;
--> statement-breakpoint
grant select, insert, update on invitation, "grant" to heed_app;
--> statement-breakpoint
grant select, insert, update, delete on client, client_store to heed_app;
--> statement-breakpoint
-- The bearer of a token reads the one row that it belongs to, before any workspace is chosen.
create policy by_token on invitation for select to heed_app using (app_tenant() is null and token_hash = app_token());
--> statement-breakpoint
create policy by_token on "grant" for select to heed_app using (app_tenant() is null and token_hash = app_token());
--> statement-breakpoint
-- An agency reads what it was granted; the granting side alone changes it.
create policy agency_rows on "grant" for select to heed_app using (agency_id = app_tenant());
--> statement-breakpoint
-- Before a workspace is chosen a person sees the own memberships, the grants and clients of those workspaces, and the
-- workspaces that these lead to. Inside of a workspace these do not count.
drop policy own_memberships on member;
--> statement-breakpoint
create policy own_memberships on member for select to heed_app
  using (app_tenant() is null and user_id = app_user_id());
--> statement-breakpoint
create policy own_grants on "grant" for select to heed_app
  using (app_tenant() is null and accepted_at is not null and ended_at is null
    and exists (select 1 from member m where m.tenant_id = "grant".agency_id and m.user_id = app_user_id()));
--> statement-breakpoint
create policy own_clients on client_store for select to heed_app
  using (app_tenant() is null
    and exists (select 1 from member m where m.tenant_id = client_store.tenant_id and m.user_id = app_user_id()));
--> statement-breakpoint
drop policy own_workspaces on tenant;
--> statement-breakpoint
create policy own_workspaces on tenant for select to heed_app
  using (app_tenant() is null and (
    exists (select 1 from member m where m.tenant_id = tenant.id and m.user_id = app_user_id())
    or exists (select 1 from "grant" g where g.tenant_id = tenant.id)));
--> statement-breakpoint
create policy granted_workspaces on tenant for select to heed_app
  using (exists (select 1 from "grant" g
    where g.tenant_id = tenant.id and g.agency_id = app_tenant() and g.accepted_at is not null and g.ended_at is null));
--> statement-breakpoint
-- The workspace behind an invitation is named to its bearer.
create policy by_token on tenant for select to heed_app
  using (app_tenant() is null and exists (select 1 from invitation i where i.tenant_id = tenant.id));
--> statement-breakpoint
-- Workspaces whose days of grace are over; deleted ones are skipped by the fan-out.
grant select (erase_at, deleted_at) on tenant to heed_system;
