CREATE TABLE "notice_pattern" (
	"tenant_id" uuid NOT NULL,
	"id" uuid DEFAULT uuidv7() NOT NULL,
	"kind" text NOT NULL,
	"sentence" text NOT NULL,
	"notice_id" uuid NOT NULL,
	"taught_by" uuid NOT NULL,
	"taught_at" timestamp with time zone NOT NULL,
	"proposed_at" timestamp with time zone,
	"removed_by" uuid,
	"removed_at" timestamp with time zone,
	CONSTRAINT "notice_pattern_tenant_id_id_pk" PRIMARY KEY("tenant_id","id")
);
--> statement-breakpoint
ALTER TABLE "inbound_mail" ADD COLUMN "uploaded" boolean DEFAULT false NOT NULL;--> statement-breakpoint
ALTER TABLE "notice" ADD COLUMN "uploaded" boolean DEFAULT false NOT NULL;--> statement-breakpoint
ALTER TABLE "notice" ADD COLUMN "taught_by" uuid;--> statement-breakpoint
ALTER TABLE "notice" ADD COLUMN "judged_by" uuid;--> statement-breakpoint
ALTER TABLE "notice" ADD COLUMN "judged_at" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "store" ADD COLUMN "probe_after_days" integer;--> statement-breakpoint
ALTER TABLE "notice_pattern" ADD CONSTRAINT "notice_pattern_tenant_id_tenant_id_fk" FOREIGN KEY ("tenant_id") REFERENCES "public"."tenant"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "notice_pattern_sentence" ON "notice_pattern" USING btree ("tenant_id","kind","sentence") WHERE removed_at is null;--> statement-breakpoint
CREATE INDEX "notice_taught" ON "notice" USING btree ("tenant_id","taught_by") WHERE taught_by is not null;