import { resolve as resolveDns } from "node:dns/promises";
import { z } from "zod";

/** As mailauth asks: answers of node's dns.resolve; a missing name throws with code ENOTFOUND. */
export type DnsResolver = (name: string, type: string) => Promise<string[] | string[][]>;

export const realDns: DnsResolver = async (name, type) => {
  if (type === "TXT") return resolveDns(name, "TXT");
  if (type === "A" || type === "AAAA" || type === "CNAME" || type === "PTR") return resolveDns(name, type);
  if (type === "MX") return (await resolveDns(name, "MX")).map(({ exchange }) => exchange);
  throw Object.assign(new Error(`No look-up of type ${type}.`), { code: "ENOTFOUND" });
};

const answer = z.object({ answers: z.array(z.union([z.string(), z.array(z.string())])) });

/** The sandbox publishes the keys of the mails that it signs; only demo mode asks there. */
export function sandboxDns(baseUrl: string): DnsResolver {
  return async (name, type) => {
    const url = new URL("/dns", baseUrl);
    url.search = new URLSearchParams({ name, type }).toString();
    const response = await fetch(url, { redirect: "error", signal: AbortSignal.timeout(5_000) });
    if (response.status === 404) throw Object.assign(new Error("No such name."), { code: "ENOTFOUND" });
    if (!response.ok) throw Object.assign(new Error("The name server failed."), { code: "ESERVFAIL" });
    const { answers } = answer.parse(await response.json());
    return answers.every((entry) => typeof entry === "string") ? answers : answers.map((entry) => [entry].flat());
  };
}
