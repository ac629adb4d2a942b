import { Resolver } from "node:dns/promises";
import { type DnsResolver, sandboxDns } from "@heed/worker/adapters/dns";

/** Milliseconds for one look-up; without a name server nobody waits longer than this, once. */
const LIMIT = 1_500;

/** Asked once to see whether anybody answers at all; it has TXT records. */
const PROBE = "amazon.com";

/** Name look-ups for checking signatures; null where no name server answers. HEED_SANDBOX_URL asks the sandbox instead. */
export async function findResolver(env: NodeJS.ProcessEnv): Promise<DnsResolver | null> {
  const sandbox = env["HEED_SANDBOX_URL"] ?? "";
  if (sandbox !== "") return sandboxDns(sandbox);
  const resolver = new Resolver({ timeout: LIMIT, tries: 1 });
  const works = await withLimit(resolver.resolveTxt(PROBE)).then(
    () => true,
    (error: unknown) => isAnswer(error),
  );
  return works ? (name, type) => lookUp(resolver, name, type) : null;
}

/** A name server that says "no such name" does answer. */
function isAnswer(error: unknown): boolean {
  const code = error instanceof Error && "code" in error ? error.code : "";
  return code === "ENOTFOUND" || code === "ENODATA";
}

async function lookUp(resolver: Resolver, name: string, type: string): Promise<string[] | string[][]> {
  if (type === "TXT") return withLimit(resolver.resolveTxt(name));
  if (type === "A") return withLimit(resolver.resolve4(name));
  if (type === "AAAA") return withLimit(resolver.resolve6(name));
  if (type === "MX") return (await withLimit(resolver.resolveMx(name))).map(({ exchange }) => exchange);
  throw Object.assign(new Error(`No look-up of type ${type}.`), { code: "ENOTFOUND" });
}

async function withLimit<T>(work: Promise<T>): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(Object.assign(new Error("No answer."), { code: "ETIMEOUT" })), LIMIT * 2);
  });
  return Promise.race([work, late]).finally(() => clearTimeout(timer));
}
