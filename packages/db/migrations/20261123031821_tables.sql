CREATE TABLE "flow" (
	"tenant_id" uuid NOT NULL,
	"id" uuid DEFAULT uuidv7() NOT NULL,
	"flow_key" text NOT NULL,
	"store_ids" uuid[],
	"state" text NOT NULL,
	"active_version" integer NOT NULL,
	"created_at" timestamp with time zone NOT NULL,
	CONSTRAINT "flow_tenant_id_id_pk" PRIMARY KEY("tenant_id","id")
);
--> statement-breakpoint
CREATE TABLE "flow_version" (
	"tenant_id" uuid NOT NULL,
	"flow_id" uuid NOT NULL,
	"version" integer NOT NULL,
	"definition" jsonb NOT NULL,
	"created_at" timestamp with time zone NOT NULL,
	CONSTRAINT "flow_version_tenant_id_flow_id_version_pk" PRIMARY KEY("tenant_id","flow_id","version")
);
--> statement-breakpoint
CREATE TABLE "template" (
	"tenant_id" uuid NOT NULL,
	"id" uuid DEFAULT uuidv7() NOT NULL,
	"template_key" text NOT NULL,
	"name" text NOT NULL,
	"active_version" integer NOT NULL,
	"created_at" timestamp with time zone NOT NULL,
	CONSTRAINT "template_tenant_id_id_pk" PRIMARY KEY("tenant_id","id")
);
--> statement-breakpoint
CREATE TABLE "template_version" (
	"tenant_id" uuid NOT NULL,
	"template_id" uuid NOT NULL,
	"version" integer NOT NULL,
	"definition" jsonb NOT NULL,
	"created_at" timestamp with time zone NOT NULL,
	CONSTRAINT "template_version_tenant_id_template_id_version_pk" PRIMARY KEY("tenant_id","template_id","version")
);
--> statement-breakpoint
CREATE TABLE "account" (
	"user_id" uuid NOT NULL,
	"type" text NOT NULL,
	"provider" text NOT NULL,
	"provider_account_id" text NOT NULL,
	CONSTRAINT "account_provider_provider_account_id_pk" PRIMARY KEY("provider","provider_account_id")
);
--> statement-breakpoint
CREATE TABLE "rate_bucket" (
	"key" text PRIMARY KEY NOT NULL,
	"tokens" integer NOT NULL,
	"refilled_at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "session" (
	"id" uuid PRIMARY KEY DEFAULT uuidv7() NOT NULL,
	"token_hash" "bytea" NOT NULL,
	"user_id" uuid NOT NULL,
	"expires" timestamp with time zone NOT NULL,
	"created_at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "session_state" (
	"session_id" uuid PRIMARY KEY NOT NULL,
	"factor_level" integer DEFAULT 1 NOT NULL,
	"stepped_up_at" timestamp with time zone
);
--> statement-breakpoint
CREATE TABLE "user" (
	"id" uuid PRIMARY KEY DEFAULT uuidv7() NOT NULL,
	"email" text NOT NULL,
	"email_verified" timestamp with time zone,
	"name" text,
	"image" text,
	"created_at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "verification_token" (
	"identifier" text NOT NULL,
	"token_hash" text NOT NULL,
	"expires" timestamp with time zone NOT NULL,
	CONSTRAINT "verification_token_identifier_token_hash_pk" PRIMARY KEY("identifier","token_hash")
);
--> statement-breakpoint
CREATE TABLE "webhook_receipt" (
	"source" text NOT NULL,
	"delivery_id" text NOT NULL,
	"received_at" timestamp with time zone NOT NULL,
	"accepted" boolean NOT NULL,
	"facts" jsonb DEFAULT '{}'::jsonb NOT NULL,
	CONSTRAINT "webhook_receipt_source_delivery_id_pk" PRIMARY KEY("source","delivery_id")
);
--> statement-breakpoint
CREATE TABLE "decision" (
	"tenant_id" uuid NOT NULL,
	"id" uuid DEFAULT uuidv7() NOT NULL,
	"store_id" uuid NOT NULL,
	"order_ref" uuid NOT NULL,
	"message_id" uuid,
	"at" timestamp with time zone NOT NULL,
	"phase" text NOT NULL,
	"verdict" text NOT NULL,
	"slot" text NOT NULL,
	"purpose" text NOT NULL,
	"lane" text,
	"rule" text,
	"rule_pack" text NOT NULL,
	"wait_until" timestamp with time zone,
	"reasons" jsonb NOT NULL,
	CONSTRAINT "decision_tenant_id_id_pk" PRIMARY KEY("tenant_id","id")
);
--> statement-breakpoint
CREATE TABLE "message" (
	"tenant_id" uuid NOT NULL,
	"id" uuid DEFAULT uuidv7() NOT NULL,
	"store_id" uuid NOT NULL,
	"order_ref" uuid NOT NULL,
	"slot" text NOT NULL,
	"purpose" text NOT NULL,
	"lane" text NOT NULL,
	"state" text NOT NULL,
	"end_rule" text,
	"final" boolean DEFAULT false NOT NULL,
	"flow_key" text NOT NULL,
	"flow_version" integer NOT NULL,
	"step_key" text NOT NULL,
	"due_at" timestamp with time zone NOT NULL,
	"plan_version" integer DEFAULT 1 NOT NULL,
	"dispatched_at" timestamp with time zone,
	"intent" jsonb,
	"claimed_at" timestamp with time zone,
	"sent_at" timestamp with time zone,
	"settle_at" timestamp with time zone,
	"settled_at" timestamp with time zone,
	"provider_id" text,
	"held" boolean DEFAULT false NOT NULL,
	"still_offered" integer DEFAULT 0 NOT NULL,
	"created_at" timestamp with time zone NOT NULL,
	"ordered_at" timestamp with time zone,
	"bucket" text GENERATED ALWAYS AS (case
  when state in ('planned', 'sending') then 'waiting'
  when state = 'sent' then 'sent'
  when state = 'reached' then 'reached'
  when state in ('refused', 'refused_by_buyer', 'bounced', 'suppressed') then 'refused'
  when state in ('awaiting_approval', 'unknown', 'failed') then 'needs_you'
  else 'ended' end) STORED NOT NULL,
	CONSTRAINT "message_tenant_id_id_pk" PRIMARY KEY("tenant_id","id")
);
--> statement-breakpoint
CREATE TABLE "store_day" (
	"tenant_id" uuid NOT NULL,
	"store_id" uuid NOT NULL,
	"marketplace_id" text NOT NULL,
	"day" date NOT NULL,
	"lane" text NOT NULL,
	"outcome" text NOT NULL,
	"count" integer DEFAULT 0 NOT NULL,
	CONSTRAINT "store_day_tenant_id_store_id_day_marketplace_id_lane_outcome_pk" PRIMARY KEY("tenant_id","store_id","day","marketplace_id","lane","outcome")
);
--> statement-breakpoint
CREATE TABLE "inbound_mail" (
	"tenant_id" uuid NOT NULL,
	"id" uuid DEFAULT uuidv7() NOT NULL,
	"address_id" uuid NOT NULL,
	"provider_id" text NOT NULL,
	"received_at" timestamp with time zone NOT NULL,
	"state" text NOT NULL,
	"raw" text,
	"raw_hash" "bytea",
	CONSTRAINT "inbound_mail_tenant_id_id_pk" PRIMARY KEY("tenant_id","id")
);
--> statement-breakpoint
CREATE TABLE "notice" (
	"tenant_id" uuid NOT NULL,
	"id" uuid DEFAULT uuidv7() NOT NULL,
	"store_id" uuid NOT NULL,
	"inbound_mail_id" uuid,
	"received_at" timestamp with time zone NOT NULL,
	"kind" text NOT NULL,
	"verification" text NOT NULL,
	"language" text,
	"pattern" text,
	"confidence" text NOT NULL,
	"order_ref" uuid,
	"message_id" uuid,
	"effect" text NOT NULL,
	"effect_reason" text,
	"text" text NOT NULL,
	"facts" jsonb DEFAULT '{}'::jsonb NOT NULL,
	CONSTRAINT "notice_tenant_id_id_pk" PRIMARY KEY("tenant_id","id")
);
--> statement-breakpoint
CREATE TABLE "suppression" (
	"tenant_id" uuid NOT NULL,
	"id" uuid DEFAULT uuidv7() NOT NULL,
	"store_id" uuid NOT NULL,
	"buyer_key" "bytea" NOT NULL,
	"buyer_key_id" text NOT NULL,
	"masked" text NOT NULL,
	"reason" text NOT NULL,
	"at" timestamp with time zone NOT NULL,
	"notice_id" uuid,
	"order_ref" uuid,
	"lifted_at" timestamp with time zone,
	CONSTRAINT "suppression_tenant_id_id_pk" PRIMARY KEY("tenant_id","id")
);
--> statement-breakpoint
CREATE TABLE "order" (
	"tenant_id" uuid NOT NULL,
	"id" uuid DEFAULT uuidv7() NOT NULL,
	"store_id" uuid NOT NULL,
	"order_id" text NOT NULL,
	"marketplace_id" text NOT NULL,
	"channel" text NOT NULL,
	"fulfilled_by" text NOT NULL,
	"status" text NOT NULL,
	"purchased_at" timestamp with time zone NOT NULL,
	"last_updated_at" timestamp with time zone NOT NULL,
	"shipped_at" timestamp with time zone,
	"delivery_earliest" timestamp with time zone,
	"delivery_latest" timestamp with time zone,
	"delivery_estimated" boolean DEFAULT false NOT NULL,
	"programs" text[] DEFAULT '{}' NOT NULL,
	"replacement" boolean DEFAULT false NOT NULL,
	"currency" text,
	"total_minor" bigint,
	"service_level" text,
	"source" text NOT NULL,
	"alias" text,
	"alias_source" text,
	"buyer_key" "bytea",
	"buyer_key_id" text,
	"repeat_buyer" boolean DEFAULT false NOT NULL,
	"created_at" timestamp with time zone NOT NULL,
	CONSTRAINT "order_tenant_id_id_pk" PRIMARY KEY("tenant_id","id")
);
--> statement-breakpoint
CREATE TABLE "order_item" (
	"tenant_id" uuid NOT NULL,
	"order_ref" uuid NOT NULL,
	"items" jsonb NOT NULL,
	"quantity" integer NOT NULL,
	CONSTRAINT "order_item_tenant_id_order_ref_pk" PRIMARY KEY("tenant_id","order_ref")
);
--> statement-breakpoint
CREATE TABLE "address" (
	"tenant_id" uuid NOT NULL,
	"id" uuid DEFAULT uuidv7() NOT NULL,
	"store_id" uuid NOT NULL,
	"marketplace_id" text NOT NULL,
	"kind" text NOT NULL,
	"local_part" text NOT NULL,
	"last_mail_at" timestamp with time zone,
	CONSTRAINT "address_tenant_id_id_pk" PRIMARY KEY("tenant_id","id")
);
--> statement-breakpoint
CREATE TABLE "api_bucket" (
	"tenant_id" uuid NOT NULL,
	"store_id" uuid NOT NULL,
	"operation" text NOT NULL,
	"rate" double precision NOT NULL,
	"burst" integer NOT NULL,
	"tokens" double precision NOT NULL,
	"refilled_at" timestamp with time zone NOT NULL,
	CONSTRAINT "api_bucket_tenant_id_store_id_operation_pk" PRIMARY KEY("tenant_id","store_id","operation")
);
--> statement-breakpoint
CREATE TABLE "api_usage" (
	"tenant_id" uuid NOT NULL,
	"store_id" uuid NOT NULL,
	"day" date NOT NULL,
	"operation" text NOT NULL,
	"calls" bigint DEFAULT 0 NOT NULL,
	"throttled" bigint DEFAULT 0 NOT NULL,
	CONSTRAINT "api_usage_tenant_id_store_id_day_operation_pk" PRIMARY KEY("tenant_id","store_id","day","operation")
);
--> statement-breakpoint
CREATE TABLE "store" (
	"tenant_id" uuid NOT NULL,
	"id" uuid DEFAULT uuidv7() NOT NULL,
	"name" text NOT NULL,
	"region" text NOT NULL,
	"seller_id" text NOT NULL,
	"cut_over_at" timestamp with time zone NOT NULL,
	"paused" boolean DEFAULT false NOT NULL,
	"dry_run" boolean DEFAULT false NOT NULL,
	"opted_out_buyers" text DEFAULT 'never' NOT NULL,
	"restricted_at" timestamp with time zone,
	"restricted_until" timestamp with time zone,
	"daily_cap" integer DEFAULT 400 NOT NULL,
	"stopped_skus" text[] DEFAULT '{}' NOT NULL,
	"stopped_asins" text[] DEFAULT '{}' NOT NULL,
	"blackouts" jsonb DEFAULT '[]'::jsonb NOT NULL,
	"authorisation" text DEFAULT 'active' NOT NULL,
	"next_sync_at" timestamp with time zone,
	"created_at" timestamp with time zone NOT NULL,
	CONSTRAINT "store_tenant_id_id_pk" PRIMARY KEY("tenant_id","id")
);
--> statement-breakpoint
CREATE TABLE "store_credential" (
	"tenant_id" uuid NOT NULL,
	"store_id" uuid NOT NULL,
	"refresh_token" text NOT NULL,
	"authorised_at" timestamp with time zone NOT NULL,
	CONSTRAINT "store_credential_tenant_id_store_id_pk" PRIMARY KEY("tenant_id","store_id")
);
--> statement-breakpoint
CREATE TABLE "store_marketplace" (
	"tenant_id" uuid NOT NULL,
	"store_id" uuid NOT NULL,
	"marketplace_id" text NOT NULL,
	"email_lane" boolean DEFAULT false NOT NULL,
	"sender_state" text DEFAULT 'not_proven' NOT NULL,
	CONSTRAINT "store_marketplace_tenant_id_store_id_marketplace_id_pk" PRIMARY KEY("tenant_id","store_id","marketplace_id")
);
--> statement-breakpoint
CREATE TABLE "sync_cursor" (
	"tenant_id" uuid NOT NULL,
	"store_id" uuid NOT NULL,
	"last_updated_after" timestamp with time zone NOT NULL,
	"last_sync_at" timestamp with time zone,
	"last_error" text,
	CONSTRAINT "sync_cursor_tenant_id_store_id_pk" PRIMARY KEY("tenant_id","store_id")
);
--> statement-breakpoint
CREATE TABLE "token_cache" (
	"tenant_id" uuid NOT NULL,
	"store_id" uuid NOT NULL,
	"access_token" text NOT NULL,
	"expires_at" timestamp with time zone NOT NULL,
	"refreshes" integer DEFAULT 1 NOT NULL,
	CONSTRAINT "token_cache_tenant_id_store_id_pk" PRIMARY KEY("tenant_id","store_id")
);
--> statement-breakpoint
CREATE TABLE "audit_entry" (
	"tenant_id" uuid NOT NULL,
	"id" uuid DEFAULT uuidv7() NOT NULL,
	"at" timestamp with time zone NOT NULL,
	"user_id" uuid,
	"act" text NOT NULL,
	"subject" text NOT NULL,
	"details" jsonb DEFAULT '{}'::jsonb NOT NULL,
	CONSTRAINT "audit_entry_tenant_id_id_pk" PRIMARY KEY("tenant_id","id")
);
--> statement-breakpoint
CREATE TABLE "member" (
	"tenant_id" uuid NOT NULL,
	"user_id" uuid NOT NULL,
	"role" text NOT NULL,
	"store_ids" uuid[],
	"created_at" timestamp with time zone NOT NULL,
	CONSTRAINT "member_tenant_id_user_id_pk" PRIMARY KEY("tenant_id","user_id")
);
--> statement-breakpoint
CREATE TABLE "tenant" (
	"id" uuid PRIMARY KEY DEFAULT uuidv7() NOT NULL,
	"slug" text NOT NULL,
	"name" text NOT NULL,
	"kind" text NOT NULL,
	"paused" boolean DEFAULT false NOT NULL,
	"created_at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "job" (
	"tenant_id" uuid NOT NULL,
	"id" uuid DEFAULT uuidv7() NOT NULL,
	"kind" text NOT NULL,
	"subject" uuid NOT NULL,
	"run_at" timestamp with time zone NOT NULL,
	"attempt" integer DEFAULT 0 NOT NULL,
	"progress" jsonb,
	"state" text DEFAULT 'waiting' NOT NULL,
	"last_error" text,
	CONSTRAINT "job_tenant_id_id_pk" PRIMARY KEY("tenant_id","id")
);
--> statement-breakpoint
CREATE TABLE "outbox" (
	"tenant_id" uuid NOT NULL,
	"id" uuid DEFAULT uuidv7() NOT NULL,
	"seq" bigserial NOT NULL,
	"name" text NOT NULL,
	"data" jsonb NOT NULL,
	"topic" text,
	"created_at" timestamp with time zone NOT NULL,
	"sent_at" timestamp with time zone,
	CONSTRAINT "outbox_tenant_id_id_pk" PRIMARY KEY("tenant_id","id")
);
--> statement-breakpoint
CREATE TABLE "usage_entry" (
	"tenant_id" uuid NOT NULL,
	"message_id" uuid NOT NULL,
	"kind" text NOT NULL,
	"units" integer NOT NULL,
	"reason" text,
	"at" timestamp with time zone NOT NULL,
	CONSTRAINT "usage_entry_tenant_id_message_id_kind_pk" PRIMARY KEY("tenant_id","message_id","kind")
);
--> statement-breakpoint
ALTER TABLE "flow" ADD CONSTRAINT "flow_tenant_id_tenant_id_fk" FOREIGN KEY ("tenant_id") REFERENCES "public"."tenant"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "flow_version" ADD CONSTRAINT "flow_version_tenant_id_flow_id_flow_tenant_id_id_fk" FOREIGN KEY ("tenant_id","flow_id") REFERENCES "public"."flow"("tenant_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "template" ADD CONSTRAINT "template_tenant_id_tenant_id_fk" FOREIGN KEY ("tenant_id") REFERENCES "public"."tenant"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "template_version" ADD CONSTRAINT "template_version_tenant_id_template_id_template_tenant_id_id_fk" FOREIGN KEY ("tenant_id","template_id") REFERENCES "public"."template"("tenant_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "account" ADD CONSTRAINT "account_user_id_user_id_fk" FOREIGN KEY ("user_id") REFERENCES "public"."user"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "session" ADD CONSTRAINT "session_user_id_user_id_fk" FOREIGN KEY ("user_id") REFERENCES "public"."user"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "session_state" ADD CONSTRAINT "session_state_session_id_session_id_fk" FOREIGN KEY ("session_id") REFERENCES "public"."session"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "decision" ADD CONSTRAINT "decision_tenant_id_order_ref_order_tenant_id_id_fk" FOREIGN KEY ("tenant_id","order_ref") REFERENCES "public"."order"("tenant_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "message" ADD CONSTRAINT "message_tenant_id_store_id_store_tenant_id_id_fk" FOREIGN KEY ("tenant_id","store_id") REFERENCES "public"."store"("tenant_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "message" ADD CONSTRAINT "message_tenant_id_order_ref_order_tenant_id_id_fk" FOREIGN KEY ("tenant_id","order_ref") REFERENCES "public"."order"("tenant_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "store_day" ADD CONSTRAINT "store_day_tenant_id_store_id_store_tenant_id_id_fk" FOREIGN KEY ("tenant_id","store_id") REFERENCES "public"."store"("tenant_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "inbound_mail" ADD CONSTRAINT "inbound_mail_tenant_id_address_id_address_tenant_id_id_fk" FOREIGN KEY ("tenant_id","address_id") REFERENCES "public"."address"("tenant_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "notice" ADD CONSTRAINT "notice_tenant_id_store_id_store_tenant_id_id_fk" FOREIGN KEY ("tenant_id","store_id") REFERENCES "public"."store"("tenant_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "suppression" ADD CONSTRAINT "suppression_tenant_id_store_id_store_tenant_id_id_fk" FOREIGN KEY ("tenant_id","store_id") REFERENCES "public"."store"("tenant_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "order" ADD CONSTRAINT "order_tenant_id_store_id_store_tenant_id_id_fk" FOREIGN KEY ("tenant_id","store_id") REFERENCES "public"."store"("tenant_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "order_item" ADD CONSTRAINT "order_item_tenant_id_order_ref_order_tenant_id_id_fk" FOREIGN KEY ("tenant_id","order_ref") REFERENCES "public"."order"("tenant_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "address" ADD CONSTRAINT "address_tenant_id_store_id_store_tenant_id_id_fk" FOREIGN KEY ("tenant_id","store_id") REFERENCES "public"."store"("tenant_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "api_bucket" ADD CONSTRAINT "api_bucket_tenant_id_store_id_store_tenant_id_id_fk" FOREIGN KEY ("tenant_id","store_id") REFERENCES "public"."store"("tenant_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "api_usage" ADD CONSTRAINT "api_usage_tenant_id_store_id_store_tenant_id_id_fk" FOREIGN KEY ("tenant_id","store_id") REFERENCES "public"."store"("tenant_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "store" ADD CONSTRAINT "store_tenant_id_tenant_id_fk" FOREIGN KEY ("tenant_id") REFERENCES "public"."tenant"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "store_credential" ADD CONSTRAINT "store_credential_tenant_id_store_id_store_tenant_id_id_fk" FOREIGN KEY ("tenant_id","store_id") REFERENCES "public"."store"("tenant_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "store_marketplace" ADD CONSTRAINT "store_marketplace_tenant_id_store_id_store_tenant_id_id_fk" FOREIGN KEY ("tenant_id","store_id") REFERENCES "public"."store"("tenant_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "sync_cursor" ADD CONSTRAINT "sync_cursor_tenant_id_store_id_store_tenant_id_id_fk" FOREIGN KEY ("tenant_id","store_id") REFERENCES "public"."store"("tenant_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "token_cache" ADD CONSTRAINT "token_cache_tenant_id_store_id_store_tenant_id_id_fk" FOREIGN KEY ("tenant_id","store_id") REFERENCES "public"."store"("tenant_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "audit_entry" ADD CONSTRAINT "audit_entry_tenant_id_tenant_id_fk" FOREIGN KEY ("tenant_id") REFERENCES "public"."tenant"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "member" ADD CONSTRAINT "member_tenant_id_tenant_id_fk" FOREIGN KEY ("tenant_id") REFERENCES "public"."tenant"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "member" ADD CONSTRAINT "member_user_id_user_id_fk" FOREIGN KEY ("user_id") REFERENCES "public"."user"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "job" ADD CONSTRAINT "job_tenant_id_tenant_id_fk" FOREIGN KEY ("tenant_id") REFERENCES "public"."tenant"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "outbox" ADD CONSTRAINT "outbox_tenant_id_tenant_id_fk" FOREIGN KEY ("tenant_id") REFERENCES "public"."tenant"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "usage_entry" ADD CONSTRAINT "usage_entry_tenant_id_message_id_message_tenant_id_id_fk" FOREIGN KEY ("tenant_id","message_id") REFERENCES "public"."message"("tenant_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "flow_key" ON "flow" USING btree ("tenant_id","flow_key");--> statement-breakpoint
CREATE UNIQUE INDEX "template_key" ON "template" USING btree ("tenant_id","template_key");--> statement-breakpoint
CREATE INDEX "account_user" ON "account" USING btree ("user_id");--> statement-breakpoint
CREATE UNIQUE INDEX "session_token" ON "session" USING btree ("token_hash");--> statement-breakpoint
CREATE INDEX "session_user" ON "session" USING btree ("user_id");--> statement-breakpoint
CREATE UNIQUE INDEX "user_email" ON "user" USING btree ("email");--> statement-breakpoint
CREATE INDEX "webhook_receipt_age" ON "webhook_receipt" USING btree ("received_at");--> statement-breakpoint
CREATE INDEX "decision_order" ON "decision" USING btree ("tenant_id","order_ref","id");--> statement-breakpoint
CREATE UNIQUE INDEX "message_slot" ON "message" USING btree ("tenant_id","store_id","order_ref","slot") WHERE state in ('planned','awaiting_approval','sending','sent','reached','refused_by_buyer','bounced','suppressed','unknown');--> statement-breakpoint
CREATE INDEX "message_due" ON "message" USING btree ("due_at") WHERE state = 'planned';--> statement-breakpoint
CREATE INDEX "message_sending" ON "message" USING btree ("claimed_at") WHERE state = 'sending';--> statement-breakpoint
CREATE INDEX "message_settle" ON "message" USING btree ("settle_at") WHERE settled_at is null and settle_at is not null;--> statement-breakpoint
CREATE INDEX "message_order" ON "message" USING btree ("tenant_id","order_ref","id");--> statement-breakpoint
CREATE INDEX "message_bucket" ON "message" USING btree ("tenant_id","store_id","bucket","lane","ordered_at","order_ref");--> statement-breakpoint
CREATE INDEX "message_next" ON "message" USING btree ("tenant_id","store_id","due_at") WHERE state = 'planned';--> statement-breakpoint
CREATE INDEX "message_recent" ON "message" USING btree ("tenant_id","store_id","sent_at") WHERE sent_at is not null;--> statement-breakpoint
CREATE INDEX "message_provider" ON "message" USING btree ("tenant_id","provider_id") WHERE provider_id is not null;--> statement-breakpoint
CREATE INDEX "inbound_mail_unread" ON "inbound_mail" USING btree ("tenant_id","received_at") WHERE state = 'received';--> statement-breakpoint
CREATE UNIQUE INDEX "inbound_mail_provider" ON "inbound_mail" USING btree ("tenant_id","address_id","provider_id");--> statement-breakpoint
CREATE UNIQUE INDEX "notice_mail" ON "notice" USING btree ("tenant_id","inbound_mail_id");--> statement-breakpoint
CREATE INDEX "notice_list" ON "notice" USING btree ("tenant_id","received_at","id");--> statement-breakpoint
CREATE INDEX "notice_order" ON "notice" USING btree ("tenant_id","order_ref");--> statement-breakpoint
CREATE INDEX "notice_review" ON "notice" USING btree ("tenant_id","store_id","received_at","id") WHERE effect = 'needs_review';--> statement-breakpoint
CREATE UNIQUE INDEX "suppression_buyer" ON "suppression" USING btree ("tenant_id","store_id","buyer_key","reason");--> statement-breakpoint
CREATE INDEX "suppression_list" ON "suppression" USING btree ("tenant_id","at","id");--> statement-breakpoint
CREATE INDEX "suppression_store_list" ON "suppression" USING btree ("tenant_id","store_id","at","id");--> statement-breakpoint
CREATE UNIQUE INDEX "order_natural" ON "order" USING btree ("tenant_id","store_id","order_id");--> statement-breakpoint
CREATE INDEX "order_list" ON "order" USING btree ("tenant_id","purchased_at","id");--> statement-breakpoint
CREATE INDEX "order_store_list" ON "order" USING btree ("tenant_id","store_id","purchased_at","id");--> statement-breakpoint
CREATE INDEX "order_buyer" ON "order" USING btree ("tenant_id","store_id","buyer_key");--> statement-breakpoint
CREATE UNIQUE INDEX "address_local_part" ON "address" USING btree ("local_part");--> statement-breakpoint
CREATE UNIQUE INDEX "address_kind" ON "address" USING btree ("tenant_id","store_id","marketplace_id","kind");--> statement-breakpoint
CREATE UNIQUE INDEX "store_seller" ON "store" USING btree ("region","seller_id");--> statement-breakpoint
CREATE INDEX "store_next_sync" ON "store" USING btree ("next_sync_at");--> statement-breakpoint
CREATE UNIQUE INDEX "member_user" ON "member" USING btree ("user_id","tenant_id");--> statement-breakpoint
CREATE UNIQUE INDEX "tenant_slug" ON "tenant" USING btree ("slug");--> statement-breakpoint
CREATE INDEX "job_due" ON "job" USING btree ("run_at") WHERE state = 'waiting';--> statement-breakpoint
CREATE UNIQUE INDEX "job_once" ON "job" USING btree ("tenant_id","kind","subject") WHERE state in ('waiting','running');--> statement-breakpoint
CREATE INDEX "outbox_unsent" ON "outbox" USING btree ("seq") WHERE sent_at is null;--> statement-breakpoint
CREATE INDEX "outbox_sent" ON "outbox" USING btree ("sent_at") WHERE sent_at is not null;--> statement-breakpoint
CREATE INDEX "usage_entry_period" ON "usage_entry" USING btree ("tenant_id","at");