DROP INDEX "message_bucket";--> statement-breakpoint
ALTER TABLE "message" ADD COLUMN "newest" boolean DEFAULT true NOT NULL;--> statement-breakpoint
CREATE INDEX "message_list" ON "message" USING btree ("tenant_id","store_id","bucket","lane","ordered_at","order_ref") WHERE newest;--> statement-breakpoint
update message m set newest = false where exists (
  select 1 from message n where n.tenant_id = m.tenant_id and n.order_ref = m.order_ref and n.id > m.id);
--> statement-breakpoint
-- After the insert: a row that a conflict keeps out must change nothing. Ids are ordered by time.
create function set_message_newest() returns trigger language plpgsql as $$
begin
  update message m set newest = false
  where m.tenant_id = new.tenant_id and m.order_ref = new.order_ref and m.id < new.id and m.newest;
  return null;
end
$$;
--> statement-breakpoint
create trigger message_newest after insert on message
  for each row execute function set_message_newest();
