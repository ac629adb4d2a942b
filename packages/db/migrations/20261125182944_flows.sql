CREATE TABLE "brake" (
	"tenant_id" uuid NOT NULL,
	"id" uuid DEFAULT uuidv7() NOT NULL,
	"kind" text NOT NULL,
	"store_id" uuid,
	"client_id" uuid,
	"sku" text,
	"asin" text,
	"from_day" date,
	"to_day" date,
	"reason" text NOT NULL,
	"made_at" timestamp with time zone NOT NULL,
	"made_by" uuid,
	"lifted_at" timestamp with time zone,
	"lifted_by" uuid,
	CONSTRAINT "brake_tenant_id_id_pk" PRIMARY KEY("tenant_id","id")
);
--> statement-breakpoint
CREATE TABLE "backtest" (
	"tenant_id" uuid NOT NULL,
	"id" uuid DEFAULT uuidv7() NOT NULL,
	"store_id" uuid,
	"definition" jsonb NOT NULL,
	"days" integer NOT NULL,
	"asked_at" timestamp with time zone NOT NULL,
	"asked_by" uuid,
	"result" jsonb,
	CONSTRAINT "backtest_tenant_id_id_pk" PRIMARY KEY("tenant_id","id")
);
--> statement-breakpoint
CREATE TABLE "experiment" (
	"tenant_id" uuid NOT NULL,
	"id" uuid DEFAULT uuidv7() NOT NULL,
	"flow_id" uuid NOT NULL,
	"key" text NOT NULL,
	"started_version" integer NOT NULL,
	"started_at" timestamp with time zone NOT NULL,
	"ended_at" timestamp with time zone,
	"kept_step" text,
	CONSTRAINT "experiment_tenant_id_id_pk" PRIMARY KEY("tenant_id","id")
);
--> statement-breakpoint
CREATE TABLE "template_approval" (
	"tenant_id" uuid NOT NULL,
	"template_id" uuid NOT NULL,
	"version" integer NOT NULL,
	"asked_at" timestamp with time zone NOT NULL,
	"asked_by" uuid,
	"answer" text,
	"note" text,
	"answered_at" timestamp with time zone,
	"answered_by" uuid,
	CONSTRAINT "template_approval_tenant_id_template_id_version_pk" PRIMARY KEY("tenant_id","template_id","version")
);
--> statement-breakpoint
ALTER TABLE "flow" ADD COLUMN "activations" jsonb DEFAULT '[]'::jsonb NOT NULL;--> statement-breakpoint
ALTER TABLE "template" ADD COLUMN "needs_approval" boolean DEFAULT false NOT NULL;--> statement-breakpoint
ALTER TABLE "template_version" ADD COLUMN "judged" jsonb;--> statement-breakpoint
ALTER TABLE "brake" ADD CONSTRAINT "brake_tenant_id_tenant_id_fk" FOREIGN KEY ("tenant_id") REFERENCES "public"."tenant"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "brake" ADD CONSTRAINT "brake_tenant_id_store_id_store_tenant_id_id_fk" FOREIGN KEY ("tenant_id","store_id") REFERENCES "public"."store"("tenant_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "backtest" ADD CONSTRAINT "backtest_tenant_id_tenant_id_fk" FOREIGN KEY ("tenant_id") REFERENCES "public"."tenant"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "experiment" ADD CONSTRAINT "experiment_tenant_id_flow_id_flow_tenant_id_id_fk" FOREIGN KEY ("tenant_id","flow_id") REFERENCES "public"."flow"("tenant_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "template_approval" ADD CONSTRAINT "template_approval_tenant_id_template_id_template_tenant_id_id_fk" FOREIGN KEY ("tenant_id","template_id") REFERENCES "public"."template"("tenant_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "brake_of_tenant" ON "brake" USING btree ("tenant_id","lifted_at","id");--> statement-breakpoint
CREATE INDEX "backtest_asked" ON "backtest" USING btree ("tenant_id","asked_at");--> statement-breakpoint
CREATE UNIQUE INDEX "experiment_key" ON "experiment" USING btree ("tenant_id","flow_id","key");--> statement-breakpoint
CREATE INDEX "message_flow" ON "message" USING btree ("tenant_id","flow_key","sent_at","step_key","flow_version","lane","state") WHERE sent_at is not null;