import { marketplaceById, marketplaceBySalesChannel } from "@heed/core/marketplace/marketplaces";
import { PURPOSES, type Purpose } from "@heed/core/message/message";
import { checkTemplate } from "@heed/core/policy/check-template";
import type { Finding, MessageDraft } from "@heed/core/policy/finding";
import { z } from "zod";

const Id = z.union([z.string(), z.number()]);

/** A message as the command reads it; what it does not know it leaves alone. */
const Entry = z
  .object({
    id: Id.nullish(),
    subject: z.string().nullish(),
    html: z.string().nullish(),
    text: z.string().nullish(),
    purpose: z.string().nullish(),
    critical: z.boolean().nullish(),
    language: z.string().trim().min(2).nullish(),
    marketplace: z.string().nullish(),
    order_id: z.string().nullish(),
    headers: z.record(z.string(), z.string()).nullish(),
    attachments: z
      .array(
        z.object({
          name: z.string(),
          kind: z.enum(["instructions", "warranty", "invoice", "legal", "other"]).default("other"),
          bytes: z.number().nonnegative().default(0),
        }),
      )
      .nullish(),
  })
  .refine(({ html, text }) => html != null || text != null, { message: "html or text is missing" });

type Entry = z.infer<typeof Entry>;

export interface VerdictLine {
  readonly id: string | number | null;
  readonly verdict: "pass" | "warn" | "block";
  readonly findings: readonly PrintedFinding[];
}

type PrintedFinding = Pick<Finding, "rule" | "severity" | "span" | "message" | "fix"> & {
  readonly source: string | null;
};

export type LintLine =
  | VerdictLine
  | { readonly file: string; readonly id: string | number | null; readonly error: string };

/** The line of one message, of any shape that JSON has. */
export function judgeEntry(value: unknown, file: string): LintLine {
  const id = idOf(value);
  const entry = Entry.safeParse(value);
  if (!entry.success) {
    return { file, id, error: explain(entry.error) };
  }
  const language = entry.data.language ?? languageOf(entry.data.marketplace ?? "");
  if (language === null) {
    return { file, id, error: "language is missing: the buyer's, such as de or en-GB" };
  }
  const purpose = purposeOf(entry.data.purpose ?? null);
  const draft = toDraft(entry.data, language, purpose);
  const judged = [
    ...(entry.data.html == null ? [] : [checkTemplate({ ...draft, format: "html" })]),
    ...(entry.data.text == null ? [] : [checkTemplate({ ...draft, format: "plain" })]),
  ];
  const findings = merge(judged.map((one) => one.findings));
  const worst = ["block", "warn"].find((severity) => findings.some((one) => one.severity === severity));
  return { id, verdict: worst === "block" || worst === "warn" ? worst : "pass", findings: findings.map(printed) };
}

function idOf(value: unknown): string | number | null {
  const named = z.looseObject({ id: Id }).safeParse(value);
  return named.success ? named.data.id : null;
}

function toDraft(entry: Entry, language: string, purpose: Purpose | null): MessageDraft {
  return {
    language,
    subject: entry.subject ?? "",
    html: entry.html ?? "",
    text: entry.text ?? "",
    orderId: entry.order_id ?? null,
    purpose,
    critical: entry.critical ?? false,
    headers: entry.headers ?? {},
    attachments: entry.attachments ?? [],
  };
}

/** Text and HTML of one mail break the same rules: one of each place of finding is enough. */
function merge([first = [], ...others]: readonly (readonly Finding[])[]): readonly Finding[] {
  const rules = new Set(first.map(({ rule }) => rule));
  const further = others.flat().filter(({ rule }) => !rules.has(rule));
  return [...first, ...further].toSorted((a, b) => RANK[a.severity] - RANK[b.severity]);
}

/** The gravest first. */
const RANK: Readonly<Record<Finding["severity"], number>> = { block: 0, warn: 1, info: 2 };

function printed({ rule, severity, span, message, fix, source }: Finding): PrintedFinding {
  return { rule, severity, span, message, fix, source: source ?? null };
}

/** Names of purposes as people write them, and the ids of the permitted ones. */
const OTHER_NAMES: Readonly<Record<string, Purpose>> = {
  review: "review_request",
  request_review: "review_request",
  feedback_request: "review_request",
  feedback: "review_request",
  customization: "customization_question",
  customisation: "customization_question",
  customisation_question: "customization_question",
  delivery: "delivery_scheduling",
  address: "address_issue",
  problem: "order_problem",
  return: "return_question",
  "permit-01": "order_problem",
  "permit-03": "return_question",
  "permit-04": "invoice",
  "permit-05": "review_request",
  "permit-06": "delivery_scheduling",
  "permit-07": "service_appointment",
  "permit-08": "customization_question",
};

function purposeOf(name: string | null): Purpose | null {
  const wanted = (name ?? "").trim().toLowerCase();
  const plain = wanted.replace(/[\s-]+/g, "_");
  return PURPOSES.find((purpose) => purpose === plain) ?? OTHER_NAMES[plain] ?? OTHER_NAMES[wanted] ?? null;
}

/** The language that most buyers of a marketplace read, by its id or its domain. */
function languageOf(marketplace: string): string | null {
  const found = marketplaceById(marketplace.trim()) ?? marketplaceBySalesChannel(marketplace.replace(/^www\./i, ""));
  return found?.languages[0] ?? null;
}

function explain(error: z.ZodError): string {
  const [issue] = error.issues;
  const path = issue?.path.join(".") ?? "";
  return path === "" ? (issue?.message ?? "this is no message") : `${path}: ${issue?.message ?? "unreadable"}`;
}
