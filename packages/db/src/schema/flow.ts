import type { FlowVersion } from "@heed/core/flow/flow";
import type { TemplateVersion } from "@heed/core/template/template";
import { foreignKey, integer, jsonb, pgTable, primaryKey, text, uniqueIndex, uuid } from "drizzle-orm/pg-core";
import { instant, newId, tenantId } from "./columns.ts";
import { tenant } from "./tenant.ts";

export const flow = pgTable(
  "flow",
  {
    tenantId: tenantId().references(() => tenant.id, { onDelete: "cascade" }),
    id: newId(),
    flowKey: text("flow_key").notNull(),
    /** Null: all stores of the tenant. */
    storeIds: uuid("store_ids").array(),
    state: text("state").$type<"draft" | "active" | "paused">().notNull(),
    activeVersion: integer("active_version").notNull(),
    createdAt: instant("created_at").notNull(),
  },
  (t) => [primaryKey({ columns: [t.tenantId, t.id] }), uniqueIndex("flow_key").on(t.tenantId, t.flowKey)],
);

export const flowVersion = pgTable(
  "flow_version",
  {
    tenantId: tenantId(),
    flowId: uuid("flow_id").notNull(),
    version: integer("version").notNull(),
    definition: jsonb("definition").$type<FlowVersion>().notNull(),
    createdAt: instant("created_at").notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.tenantId, t.flowId, t.version] }),
    foreignKey({ columns: [t.tenantId, t.flowId], foreignColumns: [flow.tenantId, flow.id] }).onDelete("cascade"),
  ],
);

export const template = pgTable(
  "template",
  {
    tenantId: tenantId().references(() => tenant.id, { onDelete: "cascade" }),
    id: newId(),
    templateKey: text("template_key").notNull(),
    name: text("name").notNull(),
    activeVersion: integer("active_version").notNull(),
    createdAt: instant("created_at").notNull(),
  },
  (t) => [primaryKey({ columns: [t.tenantId, t.id] }), uniqueIndex("template_key").on(t.tenantId, t.templateKey)],
);

export const templateVersion = pgTable(
  "template_version",
  {
    tenantId: tenantId(),
    templateId: uuid("template_id").notNull(),
    version: integer("version").notNull(),
    definition: jsonb("definition").$type<TemplateVersion>().notNull(),
    createdAt: instant("created_at").notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.tenantId, t.templateId, t.version] }),
    foreignKey({ columns: [t.tenantId, t.templateId], foreignColumns: [template.tenantId, template.id] }).onDelete(
      "cascade",
    ),
  ],
);
