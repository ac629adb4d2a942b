import type { z } from "zod";
import { appRouter } from "../routers/app.ts";

/** A place in the input of a procedure that takes a string: ["texts", 0, "subject"]. */
export interface TextField {
  readonly path: readonly (string | number)[];
  /** Anything can be written there, up to a length; false where a pattern or form is asked for (an id, a day). */
  readonly free: boolean;
}

/** Every string that a procedure takes, found in its schema: a new field is one of them by itself. */
export function textFields(procedure: string): readonly TextField[] {
  const procedures = appRouter._def.procedures as unknown as Readonly<Record<string, { _def: { inputs: unknown[] } }>>;
  const inputs = (procedures[procedure]?._def.inputs ?? []) as readonly Schema[];
  const found = inputs.flatMap((schema) => fieldsOf(schema, []));
  return found.filter(({ path }, n) => found.findIndex((other) => other.path.join() === path.join()) === n);
}

/** As much of zod's definitions (4.6) as our inputs are made of. */
interface Schema {
  readonly def: {
    readonly type: z.core.$ZodTypeDef["type"];
    readonly format?: string;
    readonly checks?: readonly { readonly _zod: { readonly def: { readonly check: string } } }[];
    readonly shape?: Readonly<Record<string, Schema>>;
    readonly innerType?: Schema;
    readonly element?: Schema;
    readonly valueType?: Schema;
    readonly in?: Schema;
    readonly out?: Schema;
    readonly left?: Schema;
    readonly right?: Schema;
    readonly items?: readonly Schema[];
    readonly options?: readonly Schema[];
  };
}

function fieldsOf({ def }: Schema, path: TextField["path"]): readonly TextField[] {
  if (def.type === "string") return [{ path, free: isFree(def) }];
  const here = [def.innerType, def.in, def.left, def.right, ...(def.options ?? [])];
  return [
    ...here.flatMap((schema) => (schema === undefined ? [] : fieldsOf(schema, path))),
    ...Object.entries(def.shape ?? {}).flatMap(([name, schema]) => fieldsOf(schema, [...path, name])),
    ...(def.items ?? []).flatMap((schema, at) => fieldsOf(schema, [...path, at])),
    ...(def.element === undefined ? [] : fieldsOf(def.element, [...path, 0])),
    ...(def.valueType === undefined ? [] : fieldsOf(def.valueType, [...path, "any"])),
  ];
}

const isFree = ({ format, checks = [] }: Schema["def"]): boolean =>
  format === undefined && !checks.some(({ _zod }) => _zod.def.check === "string_format");

/** The input with this text in this place; lists and objects that it lacks are made. */
export function withText(input: unknown, path: TextField["path"], text: string): unknown {
  const [step, ...rest] = path;
  if (step === undefined) return text;
  if (typeof step === "number") {
    const list = Array.isArray(input) ? input : [];
    return [...list.slice(0, step), withText(list[step], rest, text), ...list.slice(step + 1)];
  }
  const object = typeof input === "object" && input !== null ? (input as Readonly<Record<string, unknown>>) : {};
  return { ...object, [step]: withText(object[step], rest, text) };
}
