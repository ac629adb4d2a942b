-- The relay listens: rows of another process (web) leave at once and not at its next look. One notification per
-- transaction, whatever the number of rows.
create function notify_outbox() returns trigger language plpgsql as $$
begin
  perform pg_notify('heed_outbox', '');
  return null;
end $$;
--> statement-breakpoint
create trigger outbox_notify after insert on outbox for each statement execute function notify_outbox();
