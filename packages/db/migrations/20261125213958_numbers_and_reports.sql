CREATE TABLE "email_fate" (
	"tenant_id" uuid NOT NULL,
	"store_id" uuid NOT NULL,
	"day" date NOT NULL,
	"marketplace_id" text NOT NULL,
	"prior" date NOT NULL,
	"repeat_buyer" boolean NOT NULL,
	"fulfilled_by" text NOT NULL,
	"reached" integer DEFAULT 0 NOT NULL,
	"refused" integer DEFAULT 0 NOT NULL,
	CONSTRAINT "email_fate_pk" PRIMARY KEY("tenant_id","store_id","day","marketplace_id","prior","repeat_buyer","fulfilled_by")
);
--> statement-breakpoint
CREATE TABLE "email_hour" (
	"tenant_id" uuid NOT NULL,
	"store_id" uuid NOT NULL,
	"day" date NOT NULL,
	"hour" smallint NOT NULL,
	"sent" integer DEFAULT 0 NOT NULL,
	"refused" integer DEFAULT 0 NOT NULL,
	CONSTRAINT "email_hour_tenant_id_store_id_day_hour_pk" PRIMARY KEY("tenant_id","store_id","day","hour")
);
--> statement-breakpoint
CREATE TABLE "shared_pattern" (
	"id" uuid PRIMARY KEY DEFAULT uuidv7() NOT NULL,
	"kind" text NOT NULL,
	"sentence" text NOT NULL,
	"accepted_at" timestamp with time zone NOT NULL,
	"removed_at" timestamp with time zone
);
--> statement-breakpoint
ALTER TABLE "message" ADD COLUMN "prior_email_on" date;--> statement-breakpoint
ALTER TABLE "notice_pattern" ADD COLUMN "proposal_answer" text;--> statement-breakpoint
ALTER TABLE "notice_pattern" ADD COLUMN "proposal_answered_at" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "client" ADD COLUMN "report_on" boolean DEFAULT false NOT NULL;--> statement-breakpoint
ALTER TABLE "client" ADD COLUMN "report_to" text[] DEFAULT '{}' NOT NULL;--> statement-breakpoint
ALTER TABLE "client" ADD COLUMN "report_zone" text DEFAULT 'UTC' NOT NULL;--> statement-breakpoint
ALTER TABLE "tenant" ADD COLUMN "digest" text DEFAULT 'weekly' NOT NULL;--> statement-breakpoint
ALTER TABLE "tenant" ADD COLUMN "report_name" text;--> statement-breakpoint
ALTER TABLE "tenant" ADD COLUMN "report_colour" text;--> statement-breakpoint
ALTER TABLE "email_fate" ADD CONSTRAINT "email_fate_tenant_id_store_id_store_tenant_id_id_fk" FOREIGN KEY ("tenant_id","store_id") REFERENCES "public"."store"("tenant_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "email_hour" ADD CONSTRAINT "email_hour_tenant_id_store_id_store_tenant_id_id_fk" FOREIGN KEY ("tenant_id","store_id") REFERENCES "public"."store"("tenant_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "shared_pattern_sentence" ON "shared_pattern" USING btree ("kind","sentence") WHERE removed_at is null;--> statement-breakpoint
CREATE INDEX "notice_delay" ON "notice" USING btree ("tenant_id","received_at") WHERE kind = 'opted_out' and effect = 'applied' and not uploaded and message_id is not null;