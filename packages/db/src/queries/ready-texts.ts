import type { Purpose } from "@heed/core/message/message";
import { textFormat } from "@heed/core/message/purpose";
import { STARTERS } from "@heed/core/template/gallery/all";
import { pickLanguage } from "@heed/core/template/pick-language";
import { renderTemplate } from "@heed/core/template/render";
import type { TemplateText } from "@heed/core/template/template";
import { asc, eq } from "drizzle-orm";
import { template, templateVersion } from "../schema/flow.ts";
import type { TenantDb } from "../tenant-db.ts";
import { previewOrders } from "./preview-orders.ts";
import { IS_SERVING } from "./template-version.ts";

export interface ReadyText {
  readonly key: string;
  readonly name: string;
  /** Of the workspace, or of the gallery. */
  readonly own: boolean;
  readonly text: string;
}

export interface ReadyTextsInput {
  readonly storeId: string | "all";
  readonly orderRef: string;
  readonly purpose: Purpose;
  /** Of the buyer, as Amazon tells it. */
  readonly wanted: string;
}

/** Texts that a person may begin a typed message with, filled in for an order, in the buyer's language only. */
export async function readyTexts(tx: TenantDb, input: ReadyTextsInput): Promise<ReadyText[]> {
  const [order] = await previewOrders(tx, { storeId: input.storeId, ref: input.orderRef });
  if (order === undefined) return [];
  const fill = (texts: readonly TemplateText[]): string | null => {
    const language = pickLanguage(
      input.wanted,
      texts.map((text) => text.language),
    );
    const text = texts.find((candidate) => candidate.language === language);
    if (text === undefined) return null;
    const rendered = renderTemplate({ text, variables: order.variables, format: textFormat(input.purpose) });
    return "problem" in rendered ? null : rendered.text;
  };
  const own = (await serving(tx, input.purpose)).map((row) => ({ ...row, own: true }));
  const starters = STARTERS.filter(({ purpose }) => purpose === input.purpose);
  const all = [...own, ...starters.map(({ key, title, texts }) => ({ key, name: title, texts, own: false }))];
  return all.flatMap(({ texts, ...row }) => {
    const text = fill(texts);
    return text === null ? [] : [{ ...row, text }];
  });
}

async function serving(tx: TenantDb, purpose: Purpose) {
  const rows = await tx.sql
    .select({ key: template.templateKey, name: template.name, definition: templateVersion.definition })
    .from(template)
    .innerJoin(templateVersion, IS_SERVING)
    .where(eq(template.tenantId, tx.tenantId))
    .orderBy(asc(template.name), asc(template.id));
  return rows
    .filter(({ definition }) => definition.purpose === purpose)
    .map(({ key, name, definition: { texts } }) => ({ key, name, texts }));
}
