-- Messages come in by hundreds, a page of orders at a time: one statement for all rows instead of one for each, and no
-- look at the order where the writer knows when it was bought.
create function set_messages_newest() returns trigger language plpgsql as $$
begin
  update message m set newest = false
  from added a
  where m.tenant_id = a.tenant_id and m.order_ref = a.order_ref and m.id < a.id and m.newest;
  return null;
end
$$;
--> statement-breakpoint
drop trigger message_newest on message;
--> statement-breakpoint
create trigger message_newest after insert on message referencing new table as added
  for each statement execute function set_messages_newest();
--> statement-breakpoint
drop function set_message_newest();
--> statement-breakpoint
drop trigger message_ordered_at on message;
--> statement-breakpoint
create trigger message_ordered_at before insert on message
  for each row when (new.ordered_at is null) execute function set_message_ordered_at();
