import { AppError } from "@heed/core/errors";
import { type Equality, equalitiesOf } from "../expression/evaluate.ts";
import { type Expression, parseExpression } from "../expression/parse.ts";
import { type ConcurrencyConfig, type FunctionConfig, unsupportedOptions } from "../protocol/register-body.ts";
import { type Cron, parseCron } from "../schedule/cron.ts";
import { parseDuration } from "../schedule/duration.ts";

/** What the SDK means when `retries` is left out: the first try and three more. */
const DEFAULT_RETRIES = 3;

/** A registered function, ready to be matched and run. */
export interface AppFunction {
  /** Its number in the database. */
  readonly no: number;
  readonly id: string;
  readonly triggers: readonly EventTrigger[];
  readonly crons: readonly { readonly text: string; readonly cron: Cron }[];
  readonly maxAttempts: number;
  readonly cancel: readonly CancelRule[];
  /** At most two; one with a key comes first. */
  readonly gates: readonly Gate[];
  readonly idempotency: Expression | null;
}

export interface EventTrigger {
  readonly event: string;
  readonly filter: Expression | null;
}

export interface CancelRule {
  readonly event: string;
  readonly expression: Expression | null;
  readonly equalities: readonly Equality[];
  /** Milliseconds from the start of the run in which the rule holds; null = always. */
  readonly timeout: number | null;
}

export interface Gate {
  readonly limit: number;
  readonly key: Expression | null;
}

/** Throws INVALID, naming function and option, for what this engine does not do. */
export function readFunction(no: number, config: FunctionConfig): AppFunction {
  for (const option of unsupportedOptions) {
    if (config[option] !== undefined && config[option] !== null) throw refused(config, `the option ${option}`);
  }
  const { attempts = DEFAULT_RETRIES } = config.steps["step"]?.retries ?? {};
  return {
    no,
    id: config.id,
    ...readTriggers(config),
    maxAttempts: attempts + 1,
    cancel: (config.cancel ?? []).map((rule) => readCancel(config, rule)),
    gates: readGates(config),
    idempotency: config.idempotency === undefined ? null : parseExpression(config.idempotency),
  };
}

function refused(config: FunctionConfig, what: string): AppError {
  return new AppError("INVALID", `Function ${config.id}: this engine does not support ${what}`);
}

function readTriggers(config: FunctionConfig): Pick<AppFunction, "triggers" | "crons"> {
  return {
    triggers: config.triggers.flatMap((trigger) => ("cron" in trigger ? [] : [readEventTrigger(config, trigger)])),
    crons: config.triggers.flatMap((trigger) => ("cron" in trigger ? [readCronTrigger(config, trigger)] : [])),
  };
}

type Trigger = FunctionConfig["triggers"][number];

function readEventTrigger(config: FunctionConfig, trigger: Exclude<Trigger, { cron: string }>): EventTrigger {
  if (trigger.event.includes("*")) throw refused(config, "wildcards in event names");
  return { event: trigger.event, filter: trigger.expression ? parseExpression(trigger.expression) : null };
}

function readCronTrigger(
  config: FunctionConfig,
  trigger: Extract<Trigger, { cron: string }>,
): AppFunction["crons"][number] {
  if (trigger.jitter !== undefined) throw refused(config, "the option jitter");
  return { text: trigger.cron, cron: parseCron(trigger.cron) };
}

function readCancel(config: FunctionConfig, rule: NonNullable<FunctionConfig["cancel"]>[number]): CancelRule {
  const expression = rule.if === undefined ? null : parseExpression(rule.if);
  const timeout = rule.timeout === undefined ? null : parseDuration(rule.timeout);
  if (rule.timeout !== undefined && timeout === null) throw refused(config, `the cancel timeout "${rule.timeout}"`);
  return { event: rule.event, expression, equalities: expression === null ? [] : equalitiesOf(expression), timeout };
}

function readGates(config: FunctionConfig): readonly Gate[] {
  const gates = listConcurrency(config.concurrency).map((option) => {
    if (option.scope !== undefined && option.scope !== "fn")
      throw refused(config, `concurrency of scope ${option.scope}`);
    return { limit: option.limit, key: option.key === undefined ? null : parseExpression(option.key) };
  });
  return gates.sort((a, b) => Number(a.key === null) - Number(b.key === null));
}

/** A limit of 0 means none, as in the SDK's documentation. */
function listConcurrency(option: FunctionConfig["concurrency"]): readonly ConcurrencyConfig[] {
  if (option === undefined || option === 0) return [];
  if (typeof option === "number") return [{ limit: option }];
  return Array.isArray(option) ? option : [option];
}
