-- The states of a message (DESIGN §6, core/message/state.ts; a test compares all pairs).
create function check_message_state() returns trigger language plpgsql as $$
begin
  if old.state = new.state or new.state = any (case old.state
    when 'planned' then array['awaiting_approval', 'sending', 'refused', 'superseded', 'stopped']
    when 'awaiting_approval' then array['planned', 'refused', 'superseded', 'stopped']
    when 'sending' then array['sent', 'failed', 'unknown', 'planned', 'refused_by_buyer', 'bounced', 'suppressed']
    when 'sent' then array['reached', 'refused_by_buyer', 'bounced', 'suppressed', 'failed']
    when 'reached' then array['refused_by_buyer', 'bounced', 'failed']
    when 'unknown' then array['sent', 'failed', 'refused_by_buyer', 'bounced']
    else array[]::text[]
  end) then
    return new;
  end if;
  raise exception 'a message cannot go from % to %', old.state, new.state
    using errcode = 'check_violation', table = 'message', constraint = 'message_state';
end
$$;
--> statement-breakpoint
create trigger message_state before update of state on message
  for each row execute function check_message_state();
--> statement-breakpoint
alter table message add constraint message_state_known check (state in ('planned', 'awaiting_approval', 'sending',
  'sent', 'reached', 'refused_by_buyer', 'bounced', 'suppressed', 'unknown', 'refused', 'superseded', 'stopped', 'failed'));
--> statement-breakpoint
-- The day of the order never changes, so a copy beside the state lets one index serve the lists of orders by state.
create function set_message_ordered_at() returns trigger language plpgsql as $$
begin
  new.ordered_at := (select o.purchased_at from "order" o where o.tenant_id = new.tenant_id and o.id = new.order_ref);
  return new;
end
$$;
--> statement-breakpoint
create trigger message_ordered_at before insert on message
  for each row execute function set_message_ordered_at();
