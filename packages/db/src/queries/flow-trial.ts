import type { FlowVersion } from "@heed/core/flow/flow";
import { marketplaceById } from "@heed/core/marketplace/marketplaces";
import type { Order } from "@heed/core/order/order";
import type { CapSettings } from "@heed/core/policy/daily-cap";
import type { StoreFacts, TemplateFacts } from "@heed/core/policy/facts";
import { judgeText } from "@heed/core/template/judge-template";
import { pickLanguage } from "@heed/core/template/pick-language";
import type { Instant } from "@heed/core/time";
import { and, eq, inArray, sql } from "drizzle-orm";
import { message } from "../schema/message.ts";
import type { TenantDb } from "../tenant-db.ts";
import { capSettings } from "./daily-cap.ts";
import { storeFacts } from "./store-facts.ts";
import { flowsOfStore, servingVersions } from "./store-flows.ts";
import { type ServingTemplate, servingTemplates } from "./template-version.ts";

/** What a backtest of one store works with, read once. */
export interface FlowTrial {
  readonly store: StoreFacts;
  readonly cap: Omit<CapSettings, "ordersLastWeek">;
  readonly flows: readonly FlowVersion[];
  readonly template: (order: Order, templateKey: string | null) => TemplateFacts | null;
}

export interface TrialInput {
  readonly storeId: string;
  /** The tried definition; it takes the place of the active version of its flow. Null: as the flows are now. */
  readonly tried: FlowVersion | null;
  readonly now: Instant;
}

/**
 * The store as it is set, with brakes that stop everything left out: a backtest asks what the flow would do, and a pause
 * says nothing about that. The cut-over date is left out as well, for it is about this very past.
 */
export async function flowTrial(tx: TenantDb, { storeId, tried, now }: TrialInput): Promise<FlowTrial> {
  const facts = await storeFacts(tx, storeId);
  const stored = await flowsOfStore(tx, { storeId, pins: [] });
  const serving = servingVersions(stored, now).filter(({ flowKey }) => flowKey !== tried?.flowKey);
  const flows = tried === null ? serving : [...serving, tried];
  const long = now.subtract({ hours: 24 * 365 });
  return {
    store: { ...facts, paused: false, dryRun: false, restrictedUntil: null, cutOverAt: long },
    cap: await capSettings(tx, storeId),
    flows,
    template: await templateJudge(tx, flows),
  };
}

/** The buyer's own language is asked of Amazon at the moment of sending only; until then the marketplace's stands for it. */
const languageOfPlace = ({ marketplaceId }: Order): string => marketplaceById(marketplaceId)?.languages[0] ?? "en";

/** Judges each text once. */
export async function templateJudge(
  tx: TenantDb,
  flows: readonly FlowVersion[],
  languageOf: (order: Order) => string = languageOfPlace,
): Promise<FlowTrial["template"]> {
  const keys = new Set(flows.flatMap(({ steps }) => steps.flatMap(({ templateKey }) => templateKey ?? [])));
  const serving = await servingTemplates(tx, [...keys]);
  const judged = new Map<string, TemplateFacts>();
  return (order, templateKey) => {
    const given = serving.get(templateKey ?? "");
    if (given === undefined) return null;
    const wanted = languageOf(order);
    const key = `${given.definition.templateKey} ${wanted}`;
    const known = judged.get(key) ?? judge(given, wanted);
    judged.set(key, known);
    return known;
  };
}

function judge({ definition: { texts }, approval }: ServingTemplate, wanted: string): TemplateFacts {
  const consent = approval === undefined ? {} : { approval };
  const language = pickLanguage(
    wanted,
    texts.map((text) => text.language),
  );
  const text = texts.find((candidate) => candidate.language === language);
  if (language === null || text === undefined) return { wanted, language: null, findings: [], ...consent };
  const { problem, findings } = judgeText({ text });
  if (problem === null) return { wanted, language, findings, ...consent };
  const finding = { rule: "template", severity: "block" as const, message: problem.message, span: null, fix: null };
  return { wanted, language, findings: [finding], ...consent };
}

/** What became of the store's e-mails so far: the base for what to expect. */
export async function emailFates(tx: TenantDb, storeId: string): Promise<{ refused: number; reached: number }> {
  const rows = await tx.sql
    .select({ state: message.state, count: sql<string>`count(*)` })
    .from(message)
    .where(
      and(
        eq(message.tenantId, tx.tenantId),
        storeId === "all" ? undefined : eq(message.storeId, storeId),
        eq(message.lane, "email"),
        sql`${message.sentAt} is not null`,
        inArray(message.state, ["reached", "refused_by_buyer"]),
      ),
    )
    .groupBy(message.state);
  const count = (state: string) => Number(rows.find((row) => row.state === state)?.count ?? 0);
  return { refused: count("refused_by_buyer"), reached: count("reached") };
}
