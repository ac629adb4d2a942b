-- What each login may do. heed_app: the rows that row-level security shows. heed_system: single columns across tenants,
-- each with its reason. heed_check is granted by `migrate` where it exists (demo and faults only).
grant select, insert, update, delete on
  tenant, member, store, store_marketplace, store_credential, address, token_cache, sync_cursor, api_usage, api_bucket,
  "order", order_item, flow, template, message, store_day, inbound_mail, notice, suppression, outbox, job
  to heed_app;
--> statement-breakpoint
grant usage on sequence outbox_seq_seq to heed_app;
--> statement-breakpoint
-- Append-only: lines of the ledger and of the audit log, versions that messages pin, units that were counted.
-- They go with what they belong to, by cascade, when a tenant, store or order is erased.
grant select, insert on decision, audit_entry, flow_version, template_version, usage_entry to heed_app;
--> statement-breakpoint
-- Identity has no tenant; packages/db/src/identity is the only code that reaches it. Verification tokens are used once,
-- never changed; provider accounts are linked or unlinked.
grant select, insert, update, delete on "user", session, session_state, rate_bucket to heed_app;
--> statement-breakpoint
grant select, insert, delete on account, verification_token, webhook_receipt to heed_app;
--> statement-breakpoint
-- Fan-out of syncs: which store is due.
grant select (tenant_id, id, region, next_sync_at, authorisation, paused) on store to heed_system;
--> statement-breakpoint
create policy system_rows on store for select to heed_system using (true);
--> statement-breakpoint
-- Dispatch, settling and recovery: which message is due, by instants and states; no text, no order.
grant select (tenant_id, id, store_id, lane, state, due_at, plan_version, dispatched_at, claimed_at, sent_at, settle_at,
  settled_at, held, provider_id) on message to heed_system;
--> statement-breakpoint
create policy system_rows on message for select to heed_system using (true);
--> statement-breakpoint
-- The relay reads unsent events (ids only), marks them and removes old ones.
grant select, update (sent_at), delete on outbox to heed_system;
--> statement-breakpoint
create policy system_rows on outbox for select to heed_system using (true);
--> statement-breakpoint
create policy system_marks on outbox for update to heed_system using (true) with check (true);
--> statement-breakpoint
create policy system_purge on outbox for delete to heed_system using (sent_at is not null);
--> statement-breakpoint
-- Longer waits: which job is due.
grant select (tenant_id, id, kind, subject, run_at, attempt, state) on job to heed_system;
--> statement-breakpoint
create policy system_rows on job for select to heed_system using (true);
--> statement-breakpoint
-- A mail arrives: whose address is it.
grant select (tenant_id, id, store_id, marketplace_id, kind, local_part) on address to heed_system;
--> statement-breakpoint
create policy system_rows on address for select to heed_system using (true);
--> statement-breakpoint
-- A mail that was received but never read is taken up again.
grant select (tenant_id, id, state, received_at) on inbound_mail to heed_system;
--> statement-breakpoint
create policy system_rows on inbound_mail for select to heed_system using (true);
--> statement-breakpoint
-- Fan-out skips paused workspaces.
grant select (id, paused) on tenant to heed_system;
--> statement-breakpoint
create policy system_rows on tenant for select to heed_system using (true);
--> statement-breakpoint
-- Webhooks are deduplicated before their tenant is known.
grant select, insert on webhook_receipt to heed_system;
--> statement-breakpoint
-- Readiness asks which migrations ran.
grant usage on schema drizzle to heed_app;
--> statement-breakpoint
grant select on drizzle.__drizzle_migrations to heed_app;
