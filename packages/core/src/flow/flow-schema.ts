import { z } from "zod";
import { marketplaceById } from "../marketplace/marketplaces.ts";
import { LANES } from "../message/message.ts";
import { FIELD_MEANINGS, type FieldMeaning, OP_WORDS, OPS_OF } from "./fields.ts";
import { ANCHORS, CONDITION_OPS, type Condition, type FlowExperiment, type FlowVersion, ORDER_FIELDS } from "./flow.ts";
import { conditionDepth, DEEPEST_CONDITION, type FlowProblem, judgeCondition } from "./judge-condition.ts";

const DAY_MINUTES = 24 * 60;
const LONGEST_TEXT = 200;
const MOST_EXCLUSIONS = 500;

const text = z.string().trim().min(1, "Write something here.").max(LONGEST_TEXT, `At most ${LONGEST_TEXT} characters.`);

const leaf = z
  .object({
    field: z.enum(ORDER_FIELDS),
    op: z.enum(CONDITION_OPS),
    value: z.union([text, z.number(), z.boolean()]),
  })
  .superRefine(({ field, op, value }, context) => {
    const meaning = FIELD_MEANINGS[field];
    if (!OPS_OF[meaning.kind].includes(op)) {
      context.addIssue({ code: "custom", path: ["op"], message: `“${OP_WORDS[op]}” does not fit ${meaning.words}.` });
    }
    const message = valueProblem(meaning, value);
    if (message !== null) context.addIssue({ code: "custom", path: ["value"], message });
  });

function valueProblem({ kind, choices, words }: FieldMeaning, value: string | number | boolean): string | null {
  switch (kind) {
    case "yes_no":
      return typeof value === "boolean" ? null : `Say yes or no for: ${words}.`;
    case "number":
    case "money":
      return isWhole(value) ? null : `${words} needs a whole number.`;
    default:
      if (typeof value !== "string") return `${words} needs a text.`;
      return choices === undefined || choices.includes(value) ? null : `${words} is one of ${choices.join(", ")}.`;
  }
}

function isWhole(value: unknown): boolean {
  return typeof value === "number" && Number.isInteger(value) && value >= 0;
}

const condition: z.ZodType<Condition> = z.lazy(() =>
  z.union([
    z.strictObject({ all: z.array(condition) }),
    z.strictObject({ any: z.array(condition) }),
    z.strictObject({ not: condition }),
    leaf,
  ]),
);

const sendHours = z
  .object({
    weekdays: z.array(z.int().min(1).max(7)).min(1, "Choose at least one weekday."),
    from: z
      .int()
      .min(0)
      .max(DAY_MINUTES - 1),
    to: z.int().min(1).max(DAY_MINUTES),
  })
  .refine(({ from, to }) => from < to, { path: ["to"], message: "The send hours end before they begin." });

const step = z.object({
  stepKey: z.string().regex(/^[a-z][a-z0-9-]{0,39}$/, "A short key in lower case."),
  purpose: z.literal("review_request"),
  anchor: z.enum(ANCHORS),
  delayDays: z.int("Whole days.").min(0, "Not before the event.").max(60, "At most 60 days: no window is longer."),
  sendHours: sendHours.nullable(),
  lanePreference: z.enum([...LANES.filter((lane) => lane !== "typed"), "auto"] as const),
  templateKey: z.string().max(80).nullable(),
});

const experiment = z.object({
  key: z.string().regex(/^[a-z0-9-]{1,60}$/),
  holdOut: z.int().min(0).max(50, "At most half of the orders can be held out."),
  arms: z
    .array(z.object({ stepKey: z.string(), share: z.int().min(1).max(99) }))
    .length(2, "An experiment compares two arms."),
});

const marketplaceId = z.string().refine((id) => marketplaceById(id) !== null, "There is no such marketplace.");
const codes = z.array(text).max(MOST_EXCLUSIONS, `At most ${MOST_EXCLUSIONS}.`);

const definition = z
  .object({
    flowKey: z.string().regex(/^[a-z0-9][a-z0-9-]{0,59}$/),
    version: z.int().min(1),
    name: z.string().trim().min(1, "Give the flow a name.").max(80, "At most 80 characters."),
    priority: z.int().min(1, "From 1.").max(1000, "At most 1,000."),
    marketplaceIds: z.union([z.literal("all"), z.array(marketplaceId).min(1, "Choose at least one marketplace.")]),
    condition: condition.nullable(),
    exclusions: z.object({ skus: codes, asins: codes }).optional(),
    experiment: experiment.nullish(),
    steps: z.array(step).min(1, "A flow sends something.").max(2),
  })
  .superRefine((flow, context) => {
    for (const { path, message } of [...judgeCondition(flow.condition), ...judgeSteps(flow)]) {
      context.addIssue({ code: "custom", path: path.split("."), message });
    }
  });

interface Steps {
  readonly steps: readonly { readonly stepKey: string }[];
  readonly experiment?: FlowExperiment | null | undefined;
}

function judgeSteps({ steps, experiment: trial }: Steps): readonly FlowProblem[] {
  const keys = steps.map(({ stepKey }) => stepKey);
  if (new Set(keys).size < keys.length) return [{ path: "steps", message: "Two steps have the same key." }];
  if (trial == null) {
    return steps.length === 1
      ? []
      : [{ path: "steps", message: "A flow has one request: Amazon allows one per order." }];
  }
  if (!trial.arms.every(({ stepKey }) => keys.includes(stepKey))) {
    return [{ path: "experiment.arms", message: "An arm has no step." }];
  }
  const shares = trial.arms.reduce((sum, { share }) => sum + share, 0);
  return shares === 100 ? [] : [{ path: "experiment.arms", message: `The shares add up to ${shares}, not to 100.` }];
}

export type ParsedFlow =
  | { readonly ok: true; readonly flow: FlowVersion }
  | { readonly ok: false; readonly problems: readonly FlowProblem[] };

/** Reads a definition from outside; each problem names its place. Nesting is measured before anything recurses. */
export function parseFlow(input: unknown): ParsedFlow {
  const nested = typeof input === "object" && input !== null && "condition" in input ? input.condition : null;
  if (conditionDepth(nested) > DEEPEST_CONDITION) {
    const message = `Conditions nest at most ${DEEPEST_CONDITION} levels deep.`;
    return { ok: false, problems: [{ path: "condition", message }] };
  }
  const parsed = definition.safeParse(input);
  if (parsed.success) return { ok: true, flow: parsed.data as FlowVersion };
  return { ok: false, problems: parsed.error.issues.flatMap((issue) => flatten(issue, [])) };
}

/** Of a union, the branch that came furthest is the one that was meant. */
function flatten(issue: z.core.$ZodIssue, above: readonly PropertyKey[]): readonly FlowProblem[] {
  const path = [...above, ...issue.path];
  if (issue.code !== "invalid_union") return [{ path: path.map(String).join("."), message: sentence(issue.message) }];
  const branches = issue.errors.map((issues) => issues.flatMap((inner) => flatten(inner, path)));
  const meant = branches.filter((found) => found.length > 0).toSorted((a, b) => depth(b) - depth(a))[0];
  return meant ?? [{ path: path.map(String).join("."), message: "This is not a part of a flow." }];
}

function depth(problems: readonly FlowProblem[]): number {
  return Math.max(...problems.map(({ path }) => path.split(".").length));
}

function sentence(message: string): string {
  const first = message.charAt(0).toUpperCase() + message.slice(1);
  return first.endsWith(".") ? first : `${first}.`;
}
