import { type Instant, Temporal } from "@heed/core/time";
import { closeDb, openDb } from "@heed/db/client";
import { type SeededTenant, seedDemo } from "@heed/db/commands/seed-demo";
import { createSignInLink } from "@heed/db/identity/sign-in-link";
import { parseKeyRing } from "@heed/db/seal";
import { DEMO_STORES } from "@heed/sandbox/demo/stores";
import { type EnvironmentInput, webUrl } from "./part-environment.ts";
import { authSecretOf } from "./secrets.ts";

/** The same people and orders at every first start. */
export const DEMO_SEED = 20_261_123;
/** A tenth more arrive in the fortnight after the start. */
export const DEMO_ORDERS = 2_400;

export interface DemoDataInput extends EnvironmentInput {
  readonly now: Instant;
  /** Orders bought before this stay without messages. */
  readonly cutOverAt?: Instant;
  /** As for stores that are connected: addresses are tested each day, owners told each week. */
  readonly checked?: boolean;
}

/** The demo's workspaces, their owners, stores and the built-in flow. What is there already stays. */
export async function seedDemoData({
  databases,
  keys,
  now,
  cutOverAt,
  checked = false,
}: DemoDataInput): Promise<SeededTenant[]> {
  const db = openDb(databases.DATABASE_URL, { max: 2 });
  try {
    const ring = parseKeyRing(keys);
    const input = { db, ring, world: { stores: DEMO_STORES }, now, checked };
    return await seedDemo(cutOverAt === undefined ? input : { ...input, cutOverAt });
  } finally {
    await closeDb(db);
  }
}

export interface SignInLink {
  readonly email: string;
  readonly workspace: string;
  readonly url: string;
}

/** Ordinary magic links, valid for 15 minutes and once. */
export async function makeSignInLinks(
  { databases, keys, ports }: EnvironmentInput,
  people: readonly { readonly email: string; readonly workspace: string }[],
): Promise<SignInLink[]> {
  const db = openDb(databases.DATABASE_URL, { max: 1 });
  const input = { authUrl: webUrl(ports), secret: authSecretOf(keys), now: Temporal.Now.instant() };
  try {
    const links: SignInLink[] = [];
    for (const person of people) {
      const { url } = await createSignInLink(db, { ...input, email: person.email });
      links.push({ ...person, url });
    }
    return links;
  } finally {
    await closeDb(db);
  }
}

/** The owners of the demo's workspaces, as `seedDemo` makes them. */
export function demoOwners(): { readonly email: string; readonly workspace: string }[] {
  const slugs = new Set(DEMO_STORES.map(({ tenantSlug }) => tenantSlug));
  return [...slugs].map((workspace) => ({ email: `owner@${workspace}.example`, workspace }));
}
