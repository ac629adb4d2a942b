CREATE TABLE "meter_report" (
	"tenant_id" uuid NOT NULL,
	"day" date NOT NULL,
	"revision" integer NOT NULL,
	"from_at" timestamp with time zone NOT NULL,
	"to_at" timestamp with time zone NOT NULL,
	"net" integer NOT NULL,
	"value" integer NOT NULL,
	"carry" integer NOT NULL,
	"stamp" timestamp with time zone NOT NULL,
	"seq" integer NOT NULL,
	"created_at" timestamp with time zone NOT NULL,
	"sent_at" timestamp with time zone,
	CONSTRAINT "meter_report_tenant_id_day_revision_pk" PRIMARY KEY("tenant_id","day","revision")
);
--> statement-breakpoint
CREATE TABLE "subscription" (
	"tenant_id" uuid PRIMARY KEY NOT NULL,
	"complimentary" text,
	"spending_cap_minor" integer,
	"customer_id" text,
	"subscription_id" text,
	"livemode" boolean,
	"status" text,
	"plan" text,
	"interval" text,
	"period_start" timestamp with time zone,
	"period_end" timestamp with time zone,
	"cancel_at" timestamp with time zone,
	"past_due_since" timestamp with time zone,
	"next_plan" text,
	"next_interval" text,
	"problem" jsonb,
	"checkout_attempt" integer DEFAULT 0 NOT NULL,
	"checkout_id" text,
	"checkout_for" text,
	"sync_begun" integer DEFAULT 0 NOT NULL,
	"sync_written" integer DEFAULT 0 NOT NULL,
	"synced_at" timestamp with time zone,
	"reconciled_at" timestamp with time zone,
	"reconciliation" jsonb
);
--> statement-breakpoint
CREATE TABLE "usage_alert" (
	"tenant_id" uuid NOT NULL,
	"period_start" timestamp with time zone NOT NULL,
	"of" text NOT NULL,
	"share" integer NOT NULL,
	"at" timestamp with time zone NOT NULL,
	CONSTRAINT "usage_alert_tenant_id_period_start_of_share_pk" PRIMARY KEY("tenant_id","period_start","of","share")
);
--> statement-breakpoint
ALTER TABLE "usage_entry" ADD COLUMN "metered" boolean DEFAULT false NOT NULL;--> statement-breakpoint
ALTER TABLE "meter_report" ADD CONSTRAINT "meter_report_tenant_id_tenant_id_fk" FOREIGN KEY ("tenant_id") REFERENCES "public"."tenant"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "subscription" ADD CONSTRAINT "subscription_tenant_id_tenant_id_fk" FOREIGN KEY ("tenant_id") REFERENCES "public"."tenant"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "usage_alert" ADD CONSTRAINT "usage_alert_tenant_id_tenant_id_fk" FOREIGN KEY ("tenant_id") REFERENCES "public"."tenant"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "meter_report_seq" ON "meter_report" USING btree ("tenant_id","seq");--> statement-breakpoint
CREATE INDEX "meter_report_stamp" ON "meter_report" USING btree ("tenant_id","stamp");--> statement-breakpoint
CREATE UNIQUE INDEX "subscription_customer" ON "subscription" USING btree ("customer_id");--> statement-breakpoint
CREATE INDEX "message_under_way" ON "message" USING btree ("tenant_id","state") WHERE state in ('sending','sent','unknown');