import type { Activation } from "@heed/core/flow/activation";
import type { BacktestResult } from "@heed/core/flow/backtest-result";
import type { FlowVersion } from "@heed/core/flow/flow";
import type { TemplateVersion } from "@heed/core/template/template";
import {
  boolean,
  foreignKey,
  index,
  integer,
  jsonb,
  pgTable,
  primaryKey,
  text,
  uniqueIndex,
  uuid,
} from "drizzle-orm/pg-core";
import { instant, newId, tenantId } from "./columns.ts";
import { tenant } from "./tenant.ts";

export type FlowState = "draft" | "active" | "paused" | "archived";

export const flow = pgTable(
  "flow",
  {
    tenantId: tenantId().references(() => tenant.id, { onDelete: "cascade" }),
    id: newId(),
    flowKey: text("flow_key").notNull(),
    /** Null: all stores of the tenant. */
    storeIds: uuid("store_ids").array(),
    state: text("state").$type<FlowState>().notNull(),
    /** The version that was switched on last; of a draft the newest. */
    activeVersion: integer("active_version").notNull(),
    /** Which version serves which orders (core/flow/activation.ts); empty: the active version serves all. */
    activations: jsonb("activations").$type<readonly Activation[]>().notNull().default([]),
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

/** Rules that found something, by language. */
export interface TemplateJudgement {
  readonly rulePack: string;
  readonly rules: Readonly<Record<string, readonly string[]>>;
}

export const template = pgTable(
  "template",
  {
    tenantId: tenantId().references(() => tenant.id, { onDelete: "cascade" }),
    id: newId(),
    templateKey: text("template_key").notNull(),
    name: text("name").notNull(),
    activeVersion: integer("active_version").notNull(),
    /** A version serves only after a second person, such as the client, has agreed to it. */
    needsApproval: boolean("needs_approval").notNull().default(false),
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
    /** What the rules found when it was saved; a later rule pack is compared with this. */
    judged: jsonb("judged").$type<TemplateJudgement>(),
    createdAt: instant("created_at").notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.tenantId, t.templateId, t.version] }),
    foreignKey({ columns: [t.tenantId, t.templateId], foreignColumns: [template.tenantId, template.id] }).onDelete(
      "cascade",
    ),
  ],
);

/** A version that somebody else than its writer was asked to agree to. Asked once, answered once. */
export const templateApproval = pgTable(
  "template_approval",
  {
    tenantId: tenantId(),
    templateId: uuid("template_id").notNull(),
    version: integer("version").notNull(),
    askedAt: instant("asked_at").notNull(),
    askedBy: uuid("asked_by"),
    answer: text("answer").$type<"given" | "refused">(),
    note: text("note"),
    answeredAt: instant("answered_at"),
    answeredBy: uuid("answered_by"),
  },
  (t) => [
    primaryKey({ columns: [t.tenantId, t.templateId, t.version] }),
    foreignKey({ columns: [t.tenantId, t.templateId], foreignColumns: [template.tenantId, template.id] }).onDelete(
      "cascade",
    ),
  ],
);

/** A comparison of two arms of a flow; the arms themselves stand in the version that started it. */
export const experiment = pgTable(
  "experiment",
  {
    tenantId: tenantId(),
    id: newId(),
    flowId: uuid("flow_id").notNull(),
    key: text("key").notNull(),
    startedVersion: integer("started_version").notNull(),
    startedAt: instant("started_at").notNull(),
    endedAt: instant("ended_at"),
    /** The arm that went on; null while it runs. */
    keptStep: text("kept_step"),
  },
  (t) => [
    primaryKey({ columns: [t.tenantId, t.id] }),
    foreignKey({ columns: [t.tenantId, t.flowId], foreignColumns: [flow.tenantId, flow.id] }).onDelete("cascade"),
    uniqueIndex("experiment_key").on(t.tenantId, t.flowId, t.key),
  ],
);

/** A backtest that is too long to wait for: asked by a person, done by a job. */
export const backtest = pgTable(
  "backtest",
  {
    tenantId: tenantId().references(() => tenant.id, { onDelete: "cascade" }),
    id: newId(),
    /** Null: all stores. */
    storeId: uuid("store_id"),
    definition: jsonb("definition").$type<FlowVersion>().notNull(),
    days: integer("days").notNull(),
    askedAt: instant("asked_at").notNull(),
    askedBy: uuid("asked_by"),
    result: jsonb("result").$type<BacktestResult>(),
  },
  (t) => [primaryKey({ columns: [t.tenantId, t.id] }), index("backtest_asked").on(t.tenantId, t.askedAt)],
);
