ALTER TABLE "order_fact" ADD COLUMN "status" text;--> statement-breakpoint
ALTER TABLE "order_fact" ADD COLUMN "status_at" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "order" ADD COLUMN "status_news" text;--> statement-breakpoint
ALTER TABLE "order" ADD COLUMN "status_news_at" timestamp with time zone;