import { request } from "node:https";
import { agentFor, type Endpoint } from "./agent.ts";
import type { RawAnswer } from "./exchange.ts";

/** One request to Login with Amazon; the caller puts it under a deadline (`exchange`). */
export function postLogin(
  fields: Readonly<Record<string, string>>,
  endpoint: Endpoint | undefined,
): Promise<RawAnswer> {
  const body = JSON.stringify(fields);
  const headers = { "content-type": "application/json", "content-length": Buffer.byteLength(body) };
  return new Promise((resolve, reject) => {
    const call = request(
      { method: "POST", host: "api.amazon.com", path: "/auth/o2/token", headers, agent: agentFor(endpoint) },
      (response) => {
        const chunks: Buffer[] = [];
        response.on("data", (chunk: Buffer) => chunks.push(chunk));
        response.on("end", () =>
          resolve({ status: response.statusCode ?? 0, headers: response.headers, body: Buffer.concat(chunks) }),
        );
      },
    );
    call.on("error", reject);
    call.end(body);
  });
}
