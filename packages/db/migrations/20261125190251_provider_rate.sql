CREATE TABLE "provider_rate" (
	"provider" text PRIMARY KEY NOT NULL,
	"rate" double precision NOT NULL,
	"next_at" timestamp with time zone NOT NULL
);
