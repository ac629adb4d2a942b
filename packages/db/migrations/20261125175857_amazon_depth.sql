CREATE TABLE "api_breaker" (
	"tenant_id" uuid NOT NULL,
	"store_id" uuid NOT NULL,
	"region" text NOT NULL,
	"failures" integer DEFAULT 0 NOT NULL,
	"open_until" timestamp with time zone,
	CONSTRAINT "api_breaker_tenant_id_store_id_pk" PRIMARY KEY("tenant_id","store_id")
);
--> statement-breakpoint
CREATE TABLE "application_secret" (
	"id" uuid DEFAULT uuidv7() NOT NULL,
	"client_id" text NOT NULL,
	"secret" text NOT NULL,
	"received_at" timestamp with time zone NOT NULL,
	"expires_at" timestamp with time zone,
	CONSTRAINT "application_secret_id_pk" PRIMARY KEY("id")
);
--> statement-breakpoint
CREATE TABLE "order_fact" (
	"tenant_id" uuid NOT NULL,
	"store_id" uuid NOT NULL,
	"order_id" text NOT NULL,
	"cancel_requested_at" timestamp with time zone,
	"returned_at" timestamp with time zone,
	"refunded_at" timestamp with time zone,
	"feedback_rating" smallint,
	"noted_at" timestamp with time zone NOT NULL,
	CONSTRAINT "order_fact_tenant_id_store_id_order_id_pk" PRIMARY KEY("tenant_id","store_id","order_id")
);
--> statement-breakpoint
CREATE TABLE "report" (
	"tenant_id" uuid NOT NULL,
	"id" uuid DEFAULT uuidv7() NOT NULL,
	"store_id" uuid NOT NULL,
	"type" text NOT NULL,
	"state" text DEFAULT 'idle' NOT NULL,
	"report_id" text,
	"from_at" timestamp with time zone,
	"until_at" timestamp with time zone,
	"covered_until" timestamp with time zone,
	"read_at" timestamp with time zone,
	"lines" integer DEFAULT 0 NOT NULL,
	"bad_lines" integer DEFAULT 0 NOT NULL,
	"last_error" text,
	CONSTRAINT "report_tenant_id_id_pk" PRIMARY KEY("tenant_id","id")
);
--> statement-breakpoint
ALTER TABLE "order" ADD COLUMN "cancel_requested_at" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "order" ADD COLUMN "returned_at" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "order" ADD COLUMN "refunded_at" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "order" ADD COLUMN "feedback_rating" smallint;--> statement-breakpoint
ALTER TABLE "store" ADD COLUMN "own_daily_cap" integer;--> statement-breakpoint
ALTER TABLE "store" ADD COLUMN "subscription_id" text;--> statement-breakpoint
ALTER TABLE "api_breaker" ADD CONSTRAINT "api_breaker_tenant_id_store_id_store_tenant_id_id_fk" FOREIGN KEY ("tenant_id","store_id") REFERENCES "public"."store"("tenant_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "order_fact" ADD CONSTRAINT "order_fact_tenant_id_store_id_store_tenant_id_id_fk" FOREIGN KEY ("tenant_id","store_id") REFERENCES "public"."store"("tenant_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "report" ADD CONSTRAINT "report_tenant_id_store_id_store_tenant_id_id_fk" FOREIGN KEY ("tenant_id","store_id") REFERENCES "public"."store"("tenant_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "api_breaker_open" ON "api_breaker" USING btree ("region","open_until");--> statement-breakpoint
CREATE INDEX "application_secret_client" ON "application_secret" USING btree ("client_id","received_at");--> statement-breakpoint
CREATE INDEX "order_fact_age" ON "order_fact" USING btree ("tenant_id","noted_at");--> statement-breakpoint
CREATE UNIQUE INDEX "report_of_store" ON "report" USING btree ("tenant_id","store_id","type");