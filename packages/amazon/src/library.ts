import { SellingPartner } from "amazon-sp-api";
import { z } from "zod";
import { agentFor } from "./agent.ts";
import type { RawAnswer } from "./exchange.ts";
import type { GatewayOptions } from "./gateway-types.ts";
import type { Operation } from "./operations.ts";

export interface CallParameters {
  readonly path?: Readonly<Record<string, string>>;
  readonly query?: Readonly<Record<string, string | number | readonly string[]>>;
  readonly body?: Readonly<Record<string, unknown>>;
  /** The whole path, for an operation whose path the library builds wrongly: it encodes the slashes of a parameter. */
  readonly apiPath?: string;
}

const rawResult = z.object({
  statusCode: z.number(),
  headers: z.record(z.string(), z.union([z.string(), z.array(z.string()), z.undefined()])),
  chunks: z.array(z.instanceof(Buffer)),
});

/**
 * The library with everything switched off that it does badly: its retries (endless, without a wait), its throttling
 * (endless, blocking), its token requests (one per instance and call), its fallback to older versions.
 */
function openLibrary(options: GatewayOptions, accessToken: string): SellingPartner {
  const { credentials, region, endpoint } = options;
  return new SellingPartner({
    region: REGIONS[region],
    refresh_token: credentials.refreshToken,
    access_token: accessToken,
    credentials: {
      SELLING_PARTNER_APP_CLIENT_ID: credentials.clientId,
      SELLING_PARTNER_APP_CLIENT_SECRET: credentials.clientSecret,
    },
    options: {
      auto_request_tokens: false,
      auto_request_throttled: false,
      retry_remote_timeout: false,
      version_fallback: false,
      debug_log: false,
      user_agent: "Heed/1.0 (Language=Node.js)",
      https_proxy_agent: agentFor(endpoint),
    },
  });
}

const REGIONS = { NA: "na", EU: "eu", FE: "fe" } as const;

/** Makes one request and answers it undecoded: the library's own decoding breaks characters split over chunks. */
export async function callLibrary(
  options: GatewayOptions,
  accessToken: string,
  call: { readonly operation: Operation; readonly parameters: CallParameters },
): Promise<RawAnswer> {
  const { operation, parameters } = call;
  const { apiPath, path, query, body } = parameters;
  const result: unknown = await openLibrary(options, accessToken).callAPI({
    operation: operation.call,
    ...(apiPath === undefined ? {} : { api_path: apiPath, method: operation.method }),
    ...(path === undefined ? {} : { path: { ...path } }),
    ...(query === undefined ? {} : { query: { ...query } }),
    ...(body === undefined ? {} : { body: { ...body } }),
    options: { version: operation.version, raw_result: true },
  });
  const { statusCode, headers, chunks } = rawResult.parse(result);
  return { status: statusCode, headers, body: Buffer.concat(chunks) };
}
