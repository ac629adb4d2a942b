import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { AmazonCall, Entry } from "../journal/entry.ts";
import { startPrism } from "./prism.ts";

export interface ReplayOptions {
  /** A sandbox's `log.jsonl`. */
  readonly logPath: string;
  /** The folder with Amazon's published models. */
  readonly specDir: string;
  /** Real milliseconds for one request. */
  readonly requestLimit?: number;
}

export interface Rejection {
  readonly requestId: string;
  readonly operation: string | null;
  readonly reason: string;
}

export interface ReplayResult {
  readonly replayed: number;
  readonly accepted: number;
  readonly rejected: readonly Rejection[];
}

const MODELS: readonly (readonly [prefix: string, file: string])[] = [
  ["/orders/2026-01-01/", "orders_2026-01-01.json"],
  ["/solicitations/v1/", "solicitations.json"],
  ["/messaging/v1/", "messaging.json"],
  ["/sellers/v1/", "sellers.json"],
  ["/reports/2021-06-30/", "reports_2021-06-30.json"],
  ["/notifications/v1/", "notifications.json"],
  ["/applications/2023-11-30/", "application_2023-11-30.json"],
  ["/uploads/2020-11-01/", "uploads_2020-11-01.json"],
];
const REQUEST_LIMIT = 10_000;
const WIDTH = 4;

/** Sends every request of a log once more, to an independent judge of Amazon's published models. */
export async function replayAgainstModels({
  logPath,
  specDir,
  requestLimit = REQUEST_LIMIT,
}: ReplayOptions): Promise<ReplayResult> {
  const calls = readCalls(logPath);
  const rejected: Rejection[] = calls
    .filter((call) => modelOf(call) === null)
    .map((call) => rejection(call, "no model describes this path"));
  for (const [, file] of MODELS) {
    const ofModel = calls.filter((call) => modelOf(call) === file);
    if (ofModel.length > 0) rejected.push(...(await judge(ofModel, join(specDir, file), requestLimit)));
  }
  return { replayed: calls.length, accepted: calls.length - rejected.length, rejected };
}

function readCalls(logPath: string): readonly AmazonCall[] {
  const lines = readFileSync(logPath, "utf8")
    .split("\n")
    .filter((line) => line.includes('"kind":"amazon.call"'));
  return lines.map((line) => JSON.parse(line) as Entry).filter((entry) => entry.kind === "amazon.call");
}

function modelOf(call: AmazonCall): string | null {
  return MODELS.find(([prefix]) => call.path.startsWith(prefix))?.[1] ?? null;
}

async function judge(calls: readonly AmazonCall[], document: string, limit: number): Promise<readonly Rejection[]> {
  const prism = await startPrism(document);
  const rejected: Rejection[] = [];
  try {
    for (let from = 0; from < calls.length; from += WIDTH) {
      const part = calls.slice(from, from + WIDTH);
      const reasons = await Promise.all(part.map((call) => violation(prism.url, call, limit)));
      part.forEach((call, index) => {
        const reason = reasons[index];
        if (typeof reason === "string") rejected.push(rejection(call, reason));
      });
    }
  } finally {
    await prism.stop();
  }
  return rejected;
}

/** Why the judge refuses a request; null if it accepts. */
async function violation(url: string, call: AmazonCall, limit: number): Promise<string | null> {
  const query = call.query === "" ? "" : `?${call.query}`;
  const body = call.body === "" ? {} : { body: call.body };
  try {
    const response = await fetch(url + withoutGreed(call.path) + query, {
      method: call.method,
      headers: call.headers,
      ...body,
      signal: AbortSignal.timeout(limit),
    });
    await response.arrayBuffer();
    const faults = requestFaults(response.headers.get("sl-violations"));
    if (faults.length > 0) return faults.join("; ");
    return response.status === 404 || response.status === 405 ? `${response.status}: no such operation` : null;
  } catch (error) {
    return error instanceof Error ? error.name : "no answer";
  }
}

/** `{resource}` takes slashes by an extension of Amazon's (x-amazon-spds-greedy-path-parameter) that the judge does not know. */
function withoutGreed(path: string): string {
  const [, start = "", resource = ""] = /^(\/uploads\/2020-11-01\/uploadDestinations\/)(.+)$/.exec(path) ?? [];
  return start === "" ? path : start + encodeURIComponent(resource);
}

interface Violation {
  readonly location: readonly string[];
  readonly severity: string;
  readonly message: string;
}

/** What the judge holds against the request. It also reports flaws of its own made-up answers, which are not ours. */
function requestFaults(header: string | null): readonly string[] {
  const all = header === null ? [] : (JSON.parse(header) as readonly Violation[]);
  return all
    .filter((fault) => fault.location[0] === "request" && fault.severity === "Error")
    .map((fault) => fault.message);
}

function rejection(call: AmazonCall, reason: string): Rejection {
  return { requestId: call.requestId, operation: call.operation, reason };
}
