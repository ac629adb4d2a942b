CREATE TABLE "provider_bucket" (
	"provider" text PRIMARY KEY NOT NULL,
	"tokens" double precision NOT NULL,
	"refilled_at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "sender_domain" (
	"tenant_id" uuid NOT NULL,
	"id" uuid DEFAULT uuidv7() NOT NULL,
	"name" text NOT NULL,
	"provider_id" text,
	"state" text DEFAULT 'requested' NOT NULL,
	"records" jsonb DEFAULT '[]'::jsonb NOT NULL,
	"problem" text,
	"checked_at" timestamp with time zone,
	"created_at" timestamp with time zone NOT NULL,
	CONSTRAINT "sender_domain_tenant_id_id_pk" PRIMARY KEY("tenant_id","id")
);
--> statement-breakpoint
CREATE TABLE "approval" (
	"tenant_id" uuid NOT NULL,
	"message_id" uuid NOT NULL,
	"asked_by" uuid NOT NULL,
	"asked_at" timestamp with time zone NOT NULL,
	"answered_by" uuid,
	"answered_at" timestamp with time zone,
	"approved" boolean,
	CONSTRAINT "approval_tenant_id_message_id_pk" PRIMARY KEY("tenant_id","message_id")
);
--> statement-breakpoint
CREATE TABLE "attachment" (
	"tenant_id" uuid NOT NULL,
	"id" uuid DEFAULT uuidv7() NOT NULL,
	"order_ref" uuid NOT NULL,
	"message_id" uuid,
	"file_name" text NOT NULL,
	"content_type" text NOT NULL,
	"size" integer NOT NULL,
	"content" text,
	"upload_destination_id" text,
	"uploaded_at" timestamp with time zone,
	"created_at" timestamp with time zone NOT NULL,
	CONSTRAINT "attachment_tenant_id_id_pk" PRIMARY KEY("tenant_id","id")
);
--> statement-breakpoint
CREATE TABLE "order_actions" (
	"tenant_id" uuid NOT NULL,
	"order_ref" uuid NOT NULL,
	"asked_at" timestamp with time zone NOT NULL,
	"read_at" timestamp with time zone,
	"actions" text[],
	"locale" text,
	"problem" text,
	CONSTRAINT "order_actions_tenant_id_order_ref_pk" PRIMARY KEY("tenant_id","order_ref")
);
--> statement-breakpoint
CREATE TABLE "task" (
	"tenant_id" uuid NOT NULL,
	"id" uuid DEFAULT uuidv7() NOT NULL,
	"store_id" uuid NOT NULL,
	"order_ref" uuid NOT NULL,
	"purpose" text NOT NULL,
	"state" text DEFAULT 'open' NOT NULL,
	"created_by" uuid NOT NULL,
	"created_at" timestamp with time zone NOT NULL,
	"closed_by" uuid,
	"closed_at" timestamp with time zone,
	CONSTRAINT "task_tenant_id_id_pk" PRIMARY KEY("tenant_id","id")
);
--> statement-breakpoint
CREATE TABLE "typed_content" (
	"tenant_id" uuid NOT NULL,
	"message_id" uuid NOT NULL,
	"text" text,
	"language" text NOT NULL,
	"coverage_from" date,
	"coverage_to" date,
	"written_by" uuid NOT NULL,
	"written_at" timestamp with time zone NOT NULL,
	CONSTRAINT "typed_content_tenant_id_message_id_pk" PRIMARY KEY("tenant_id","message_id")
);
--> statement-breakpoint
ALTER TABLE "store" ADD COLUMN "service_address" text;--> statement-breakpoint
ALTER TABLE "store" ADD COLUMN "service_address_confirmed_at" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "store" ADD COLUMN "sender_domain_id" uuid;--> statement-breakpoint
ALTER TABLE "store" ADD COLUMN "sender_started_at" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "store" ADD COLUMN "sender_stopped_at" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "store" ADD COLUMN "sender_stop_reason" text;--> statement-breakpoint
ALTER TABLE "store" ADD COLUMN "sender_resumed_at" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "tenant" ADD COLUMN "critical_approval" boolean DEFAULT false NOT NULL;--> statement-breakpoint
ALTER TABLE "tenant" ADD COLUMN "critical_quota" integer DEFAULT 50 NOT NULL;--> statement-breakpoint
ALTER TABLE "sender_domain" ADD CONSTRAINT "sender_domain_tenant_id_tenant_id_fk" FOREIGN KEY ("tenant_id") REFERENCES "public"."tenant"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "approval" ADD CONSTRAINT "approval_tenant_id_message_id_message_tenant_id_id_fk" FOREIGN KEY ("tenant_id","message_id") REFERENCES "public"."message"("tenant_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "attachment" ADD CONSTRAINT "attachment_tenant_id_order_ref_order_tenant_id_id_fk" FOREIGN KEY ("tenant_id","order_ref") REFERENCES "public"."order"("tenant_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "attachment" ADD CONSTRAINT "attachment_tenant_id_message_id_message_tenant_id_id_fk" FOREIGN KEY ("tenant_id","message_id") REFERENCES "public"."message"("tenant_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "order_actions" ADD CONSTRAINT "order_actions_tenant_id_order_ref_order_tenant_id_id_fk" FOREIGN KEY ("tenant_id","order_ref") REFERENCES "public"."order"("tenant_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "task" ADD CONSTRAINT "task_tenant_id_order_ref_order_tenant_id_id_fk" FOREIGN KEY ("tenant_id","order_ref") REFERENCES "public"."order"("tenant_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "typed_content" ADD CONSTRAINT "typed_content_tenant_id_message_id_message_tenant_id_id_fk" FOREIGN KEY ("tenant_id","message_id") REFERENCES "public"."message"("tenant_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "sender_domain_name" ON "sender_domain" USING btree ("name");--> statement-breakpoint
CREATE INDEX "sender_domain_list" ON "sender_domain" USING btree ("tenant_id","created_at");--> statement-breakpoint
CREATE INDEX "approval_open" ON "approval" USING btree ("tenant_id","asked_at") WHERE answered_at is null;--> statement-breakpoint
CREATE INDEX "attachment_message" ON "attachment" USING btree ("tenant_id","message_id");--> statement-breakpoint
CREATE INDEX "attachment_age" ON "attachment" USING btree ("tenant_id","created_at") WHERE content is not null;--> statement-breakpoint
CREATE UNIQUE INDEX "task_open" ON "task" USING btree ("tenant_id","order_ref","purpose") WHERE state = 'open';--> statement-breakpoint
CREATE INDEX "task_list" ON "task" USING btree ("tenant_id","store_id","created_at","id");--> statement-breakpoint
CREATE INDEX "typed_content_age" ON "typed_content" USING btree ("tenant_id","written_at") WHERE text is not null;