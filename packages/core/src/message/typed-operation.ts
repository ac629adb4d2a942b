import { PURPOSES, type Purpose } from "./message.ts";

/** A typed message of the Messaging API: what it carries, and how much of it Amazon takes. */
export interface TypedOperation {
  /** Last part of the path, and the name in Amazon's list of actions. */
  readonly name: TypedName;
  readonly purpose: Purpose;
  /** Longest text in UTF-16 units; null where the message has none. Where it has one, it is required. */
  readonly text: number | null;
  readonly attachments: { readonly least: number; readonly most: number };
  /** Carries the first and the last day of a warranty. */
  readonly coverage: boolean;
}

export const TYPED_NAMES = [
  "confirmCustomizationDetails",
  "confirmDeliveryDetails",
  "confirmOrderDetails",
  "unexpectedProblem",
  "legalDisclosure",
  "digitalAccessKey",
  "confirmServiceDetails",
  "invoice",
  "warranty",
] as const;
export type TypedName = (typeof TYPED_NAMES)[number];

const NONE = { least: 0, most: 0 };
const SOME = { least: 0, most: 5 };
const NEEDED = { least: 1, most: 5 };

/**
 * messaging.json of amzn/selling-partner-api-models@34dc93fe (2026-08-05). The model lets a legal disclosure go without
 * attachments; it would say nothing then, as it has no text, so that we want one.
 */
export const TYPED_OPERATIONS: Readonly<Record<TypedName, TypedOperation>> = {
  confirmCustomizationDetails: typed("confirmCustomizationDetails", "customization_question", 800, SOME),
  confirmDeliveryDetails: typed("confirmDeliveryDetails", "delivery_scheduling", 2000, NONE),
  confirmOrderDetails: typed("confirmOrderDetails", "address_issue", 2000, NONE),
  unexpectedProblem: typed("unexpectedProblem", "order_problem", 2000, NONE),
  legalDisclosure: typed("legalDisclosure", "legal_disclosure", null, NEEDED),
  digitalAccessKey: typed("digitalAccessKey", "digital_access_key", 400, SOME),
  confirmServiceDetails: typed("confirmServiceDetails", "service_appointment", 2000, NONE),
  invoice: typed("invoice", "invoice", null, NEEDED),
  warranty: typed("warranty", "warranty", null, NEEDED),
};

function typed(...[name, purpose, text, attachments]: TypedParts): TypedOperation {
  return { name, purpose, text, attachments, coverage: name === "warranty" };
}

type TypedParts = readonly [TypedName, Purpose, number | null, TypedOperation["attachments"]];

export function typedOperation(name: string | null): TypedOperation | null {
  const known = TYPED_NAMES.find((candidate) => candidate === name);
  return known === undefined ? null : TYPED_OPERATIONS[known];
}

/** The operation of a slot `typed:<operation>` or `typed:<operation>:<n>`; null for any other slot. */
export function operationOfSlot(slot: string): TypedOperation | null {
  const [kind, name] = slot.split(":");
  return kind === "typed" ? typedOperation(name ?? null) : null;
}

/** The slot of a further message of the same operation, written by a person: `typed:<operation>`, then `…:2`, `…:3`. */
export function nextTypedSlot(name: TypedName, taken: readonly string[]): `typed:${string}` {
  const first = `typed:${name}` as const;
  if (!taken.includes(first)) return first;
  for (let n = 2; ; n += 1) {
    const slot = `${first}:${n}` as const;
    if (!taken.includes(slot)) return slot;
  }
}

/** Purposes whose message has words of the seller's: a template can hold them. The others carry files only. */
export const TEXT_PURPOSES: readonly Purpose[] = PURPOSES.filter(
  (purpose) =>
    !TYPED_NAMES.some((name) => TYPED_OPERATIONS[name].purpose === purpose && TYPED_OPERATIONS[name].text === null),
);
