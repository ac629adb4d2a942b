import type { StripeAccount } from "../account.ts";
import type { Params } from "../params.ts";

export interface ApiCall {
  readonly account: StripeAccount;
  readonly params: Params;
  /** What the path names, in order. */
  readonly ids: readonly string[];
  /** Seconds. */
  readonly now: number;
}

export interface ApiRoute {
  readonly method: "GET" | "POST" | "DELETE";
  readonly path: RegExp;
  readonly run: (call: ApiCall) => Readonly<Record<string, unknown>>;
}

/** `:id` stands for one part of the path. */
export function route(method: ApiRoute["method"], path: string, run: ApiRoute["run"]): ApiRoute {
  return { method, path: new RegExp(`^/v1${path.replaceAll(":id", "([^/]+)")}$`), run };
}

export const idOf = ({ ids }: ApiCall, index = 0): string => decodeURIComponent(ids[index] ?? "");
