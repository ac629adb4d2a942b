-- Row-level security of the typed lane and of senders. What belongs to a message or an order is seen by who sees that.
do $$
declare
  target record;
  rule text;
begin
  for target in
    select * from (values
      ('task', 'store_id = any (app_stores())'),
      ('typed_content', 'exists (select 1 from message m where m.tenant_id = typed_content.tenant_id and m.id = typed_content.message_id)'),
      ('approval', 'exists (select 1 from message m where m.tenant_id = approval.tenant_id and m.id = approval.message_id)'),
      ('attachment', 'exists (select 1 from "order" o where o.tenant_id = attachment.tenant_id and o.id = attachment.order_ref)'),
      ('order_actions', 'exists (select 1 from "order" o where o.tenant_id = order_actions.tenant_id and o.id = order_actions.order_ref)'),
      ('sender_domain', 'true')
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
grant select, insert, update, delete on task, typed_content, approval, attachment, order_actions, sender_domain to heed_app;
--> statement-breakpoint
-- The rate that Resend gives the whole service is shared by all workers.
grant select, insert, update on provider_bucket to heed_system;
