ALTER TABLE "decision" ADD COLUMN "ordered_at" timestamp with time zone;--> statement-breakpoint
CREATE INDEX "decision_kept_out" ON "decision" USING btree ("tenant_id","store_id","rule","ordered_at","order_ref") WHERE verdict = 'not_planned';--> statement-breakpoint
CREATE INDEX "message_refused_list" ON "message" USING btree ("tenant_id","store_id","end_rule","ordered_at","order_ref") WHERE newest and bucket = 'refused';--> statement-breakpoint
update decision d set ordered_at = o.purchased_at from "order" o
where o.tenant_id = d.tenant_id and o.id = d.order_ref and d.phase = 'plan' and d.ordered_at is null;
