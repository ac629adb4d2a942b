import { randomUUID } from "node:crypto";
import { z } from "zod";
import type { Reply } from "../http/exchange.ts";
import { json } from "../http/exchange.ts";
import type { Sandbox } from "../sandbox.ts";
import type { StoredDomain } from "../state.ts";
import { notFound, validation } from "./answers.ts";

const NAME = /^(?=.{4,253}$)([a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?\.)+[a-z]{2,63}$/;
const wanted = z.object({
  name: z.string(),
  open_tracking: z.boolean().optional(),
  click_tracking: z.boolean().optional(),
});

/**
 * Resend's domain API (resend-openapi fd6f395). A domain is verified once its records are in the DNS, which the control
 * interface says by `POST /domains/published`.
 */
export function createDomain(sandbox: Sandbox, body: unknown): Reply {
  const parsed = wanted.safeParse(body);
  if (!parsed.success) return validation("Missing `name` field.");
  const name = parsed.data.name.toLowerCase();
  if (!NAME.test(name)) return validation("Invalid `name` field.");
  if ([...sandbox.state.domains.values()].some((domain) => domain.name === name))
    return validation(`The ${name} domain has been registered already.`);
  const { open_tracking: opens = false, click_tracking: clicks = false } = parsed.data;
  const domain = { domainId: randomUUID(), name, tracking: opens || clicks };
  sandbox.record({ kind: "domain.created", ...domain });
  return answer(sandbox, domain.domainId, 201);
}

export function getDomain(sandbox: Sandbox, id: string): Reply {
  return answer(sandbox, id, 200);
}

/** Resend looks at the DNS and goes on looking for some days. */
export function verifyDomain(sandbox: Sandbox, id: string): Reply {
  const domain = sandbox.state.domains.get(id);
  if (domain === undefined) return notFound("Domain");
  if (domain.status !== "verified") {
    const status = domain.published ? "verified" : "pending";
    sandbox.record({ kind: "domain.changed", domainId: id, changes: { status } });
  }
  return json(200, { object: "domain", id });
}

export function removeDomain(sandbox: Sandbox, id: string): Reply {
  if (!sandbox.state.domains.has(id)) return notFound("Domain");
  sandbox.record({ kind: "domain.removed", domainId: id });
  return json(200, { object: "domain", id, deleted: true });
}

/** The owner has put the records into the DNS. @returns false for an unknown domain */
export function publishRecords(sandbox: Sandbox, name: string): boolean {
  const found = [...sandbox.state.domains].find(([, domain]) => domain.name === name);
  if (found === undefined) return false;
  const [domainId, { status }] = found;
  const changes = { published: true, ...(status === "pending" ? { status: "verified" as const } : {}) };
  sandbox.record({ kind: "domain.changed", domainId, changes });
  return true;
}

export function isVerifiedDomain({ state }: Sandbox, name: string): boolean {
  return [...state.domains.values()].some((domain) => domain.name === name && domain.status === "verified");
}

function answer({ state }: Sandbox, id: string, status: number): Reply {
  const domain = state.domains.get(id);
  if (domain === undefined) return notFound("Domain");
  const { name, createdAt, tracking } = domain;
  return json(status, {
    ...(status === 200 ? { object: "domain" } : {}),
    ...{ id, name, created_at: createdAt, status: domain.status, region: "us-east-1" },
    ...{ open_tracking: tracking, click_tracking: tracking },
    capabilities: { sending: "enabled", receiving: "enabled" },
    records: recordsOf(domain),
  });
}

function recordsOf({ name, status }: StoredDomain) {
  const common = { ttl: "Auto", status };
  const mail = "feedback-smtp.us-east-1.amazonses.com";
  return [
    { record: "SPF", name: `send.${name}`, type: "MX", value: mail, priority: 10, ...common },
    { record: "SPF", name: `send.${name}`, type: "TXT", value: "v=spf1 include:amazonses.com ~all", ...common },
    {
      record: "DKIM",
      name: `resend._domainkey.${name}`,
      type: "TXT",
      value: "p=MIGfMA0GCSqGSIb3DQEBAQUAA4GNADCBiQ",
      ...common,
    },
    { record: "Receiving", name, type: "MX", value: "inbound-smtp.us-east-1.amazonaws.com", priority: 10, ...common },
  ];
}
