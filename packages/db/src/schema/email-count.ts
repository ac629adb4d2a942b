import { boolean, date, foreignKey, integer, pgTable, primaryKey, smallint, text, uuid } from "drizzle-orm/pg-core";
import { tenantId } from "./columns.ts";
import { store } from "./store.ts";

/**
 * Fates of e-mails by their day (UTC) and by the day of the e-mail before them to the same buyer: those whose `prior` lies
 * before a period are the buyers' first e-mails of it, for every period that begins at a day (commands/count-email.ts).
 */
export const emailFate = pgTable(
  "email_fate",
  {
    tenantId: tenantId(),
    storeId: uuid("store_id").notNull(),
    day: date("day").notNull(),
    marketplaceId: text("marketplace_id").notNull(),
    /** `-infinity`: none before. */
    prior: date("prior").notNull(),
    repeatBuyer: boolean("repeat_buyer").notNull(),
    fulfilledBy: text("fulfilled_by").$type<"amazon" | "merchant">().notNull(),
    reached: integer("reached").notNull().default(0),
    refused: integer("refused").notNull().default(0),
  },
  (t) => [
    primaryKey({
      name: "email_fate_pk",
      columns: [t.tenantId, t.storeId, t.day, t.marketplaceId, t.prior, t.repeatBuyer, t.fulfilledBy],
    }),
    foreignKey({ columns: [t.tenantId, t.storeId], foreignColumns: [store.tenantId, store.id] }).onDelete("cascade"),
  ],
);

/** E-mails by the day and hour at which they went out, in the marketplace's time. */
export const emailHour = pgTable(
  "email_hour",
  {
    tenantId: tenantId(),
    storeId: uuid("store_id").notNull(),
    day: date("day").notNull(),
    hour: smallint("hour").notNull(),
    sent: integer("sent").notNull().default(0),
    refused: integer("refused").notNull().default(0),
  },
  (t) => [
    primaryKey({ columns: [t.tenantId, t.storeId, t.day, t.hour] }),
    foreignKey({ columns: [t.tenantId, t.storeId], foreignColumns: [store.tenantId, store.id] }).onDelete("cascade"),
  ],
);
