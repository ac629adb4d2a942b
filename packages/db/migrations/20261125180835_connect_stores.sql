CREATE TABLE "do_not_contact" (
	"tenant_id" uuid NOT NULL,
	"store_id" uuid NOT NULL,
	"order_id" text NOT NULL,
	"at" timestamp with time zone NOT NULL,
	CONSTRAINT "do_not_contact_tenant_id_store_id_order_id_pk" PRIMARY KEY("tenant_id","store_id","order_id")
);
--> statement-breakpoint
CREATE TABLE "service_address_request" (
	"tenant_id" uuid NOT NULL,
	"store_id" uuid NOT NULL,
	"address" text NOT NULL,
	"token_hash" "bytea" NOT NULL,
	"asked_at" timestamp with time zone NOT NULL,
	"expires_at" timestamp with time zone NOT NULL,
	CONSTRAINT "service_address_request_tenant_id_store_id_pk" PRIMARY KEY("tenant_id","store_id")
);
--> statement-breakpoint
CREATE TABLE "store_authorisation" (
	"tenant_id" uuid NOT NULL,
	"id" uuid DEFAULT uuidv7() NOT NULL,
	"state_hash" "bytea" NOT NULL,
	"session_id" uuid NOT NULL,
	"user_id" uuid NOT NULL,
	"region" text NOT NULL,
	"store_id" uuid,
	"seller_id" text,
	"return_to" text NOT NULL,
	"created_at" timestamp with time zone NOT NULL,
	"expires_at" timestamp with time zone NOT NULL,
	"used_at" timestamp with time zone,
	CONSTRAINT "store_authorisation_tenant_id_id_pk" PRIMARY KEY("tenant_id","id")
);
--> statement-breakpoint
ALTER TABLE "address" ADD COLUMN "test_hash" "bytea";--> statement-breakpoint
ALTER TABLE "address" ADD COLUMN "tested_at" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "address" ADD COLUMN "received_at" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "address" ADD COLUMN "proven_at" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "store" ADD COLUMN "disconnected_at" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "store" ADD COLUMN "purge_at" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "store" ADD COLUMN "first_flow_at" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "store_marketplace" ADD COLUMN "consent_stated_at" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "store_marketplace" ADD COLUMN "consent_stated_by" uuid;--> statement-breakpoint
ALTER TABLE "store_marketplace" ADD COLUMN "canary" text;--> statement-breakpoint
ALTER TABLE "store_marketplace" ADD COLUMN "canary_message_id" uuid;--> statement-breakpoint
ALTER TABLE "store_marketplace" ADD COLUMN "canary_at" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "do_not_contact" ADD CONSTRAINT "do_not_contact_tenant_id_store_id_store_tenant_id_id_fk" FOREIGN KEY ("tenant_id","store_id") REFERENCES "public"."store"("tenant_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "service_address_request" ADD CONSTRAINT "service_address_request_tenant_id_store_id_store_tenant_id_id_fk" FOREIGN KEY ("tenant_id","store_id") REFERENCES "public"."store"("tenant_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "store_authorisation" ADD CONSTRAINT "store_authorisation_tenant_id_tenant_id_fk" FOREIGN KEY ("tenant_id") REFERENCES "public"."tenant"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "service_address_request_token" ON "service_address_request" USING btree ("token_hash");--> statement-breakpoint
CREATE UNIQUE INDEX "store_authorisation_state" ON "store_authorisation" USING btree ("tenant_id","state_hash");--> statement-breakpoint
CREATE INDEX "store_authorisation_age" ON "store_authorisation" USING btree ("tenant_id","expires_at");