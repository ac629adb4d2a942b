import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { ValidateFunction } from "ajv";
import { Ajv } from "ajv";
import formats from "ajv-formats";
import { SPEC_DIR } from "./published-spec.ts";

interface Swagger {
  readonly paths: Readonly<
    Record<
      string,
      Readonly<Record<string, { operationId?: string; responses?: Readonly<Record<string, { schema?: object }>> }>>
    >
  >;
  readonly definitions: Readonly<Record<string, object>>;
}

/** Checks an answer against the published model of its operation, unknown properties included. */
export function answerValidator(file: string): (operationId: string, status: number) => ValidateFunction | null {
  const model = JSON.parse(readFileSync(join(SPEC_DIR, "amazon", file), "utf8")) as Swagger;
  const ajv = new Ajv({ strict: false, allErrors: true });
  formats(ajv);
  const definitions = closed(model.definitions);
  return (operationId, status) => {
    const operations = Object.values(model.paths).flatMap((path) => Object.values(path));
    const schema = operations.find((operation) => operation.operationId === operationId)?.responses?.[String(status)]
      ?.schema;
    return schema === undefined ? null : ajv.compile({ ...schema, definitions });
  };
}

/** The schema with every described object closed to other properties. */
function closed(schema: unknown): unknown {
  if (Array.isArray(schema)) return schema.map(closed);
  if (schema === null || typeof schema !== "object") return schema;
  const inner = Object.fromEntries(Object.entries(schema).map(([key, value]) => [key, closed(value)]));
  return "properties" in inner && inner["type"] === "object" ? { ...inner, additionalProperties: false } : inner;
}
