-- Sentences that a workspace taught belong to it as a whole. They are removed by a mark, never deleted: notices name them.
alter table notice_pattern enable row level security;
--> statement-breakpoint
alter table notice_pattern force row level security;
--> statement-breakpoint
do $$
begin
  execute format(
    'create policy migrating on notice_pattern for all to %I using (current_setting(''app.migrating'', true) = ''on'') with check (current_setting(''app.migrating'', true) = ''on'')',
    current_user);
end
$$;
--> statement-breakpoint
create policy tenant_rows on notice_pattern for all to heed_app
  using (tenant_id = app_tenant()) with check (tenant_id = app_tenant());
--> statement-breakpoint
grant select, insert, update on notice_pattern to heed_app;
