import { readdir } from "node:fs/promises";
import { join } from "node:path";
import type { AccessRule } from "../trpc/access-rule.ts";
import { ACTORS, type Actor, type Answer, expectedAnswer } from "./actors.ts";
import type { MatrixRow } from "./rows.ts";
import { type MatrixTenant, type MatrixWorld, slugFor } from "./testing/world.ts";

const APP = join(import.meta.dirname, "../../app");

interface RouteRule {
  readonly access: AccessRule;
  /** Status that an allowed GET answers with. */
  readonly allowed: number;
}

const open = (allowed = 200): RouteRule => ({ access: { scope: "public" }, allowed });
const user = (allowed: number): RouteRule => ({ access: { scope: "user", factor: 1 }, allowed });
const workspace: RouteRule = { access: { scope: "workspace", role: "viewer", factor: 1 }, allowed: 200 };
const store: RouteRule = { access: { scope: "store", role: "viewer", factor: 1 }, allowed: 200 };

/** The access of every address; one that is found in the app folder and not here is reported as undeclared. */
const ROUTES: Readonly<Record<string, RouteRule>> = {
  "/": open(),
  "/pricing": open(),
  "/sign-in": open(),
  "/sign-in/check-mail": open(),
  "/sign-in/confirm": open(),
  "/sign-in/error": open(),
  // A token from a mail says whose it is; the second takes a form only.
  "/confirm-address": open(),
  "/confirm-address/accept": open(405),
  // The state decides whose consent it is; without one they lead to words.
  "/oauth/amazon/callback": open(307),
  "/oauth/amazon/failed": open(),
  "/oauth/amazon/login": user(200),
  "/sandbox/mail": open(404),
  "/account/step-up": user(200),
  "/account/profile": user(200),
  "/account/security": user(200),
  "/account/sessions": user(200),
  "/account/workspaces": user(200),
  "/account/confirm-email": user(200),
  "/sign-up": open(),
  "/new-workspace": user(200),
  // The token decides what they say; nobody joins by opening them.
  "/invite/[token]": user(200),
  "/grant/[token]": user(200),
  // Sends members on to their workspace.
  "/w": user(307),
  // These two lead on to an address that decides.
  "/w/[workspace]": open(307),
  "/w/[workspace]/s/[store]": open(307),
  "/w/[workspace]/team": workspace,
  "/w/[workspace]/settings": workspace,
  "/w/[workspace]/clients": workspace,
  "/w/[workspace]/clients/[id]": workspace,
  "/w/[workspace]/audit": { access: { scope: "workspace", role: "admin", factor: 1 }, allowed: 200 },
  "/w/[workspace]/s/[store]/overview": store,
  "/w/[workspace]/s/[store]/orders": store,
  "/w/[workspace]/s/[store]/orders/[ref]": store,
  "/w/[workspace]/s/[store]/opt-outs": store,
  "/w/[workspace]/s/[store]/critical": store,
  "/w/[workspace]/s/[store]/insights": store,
  // Lower roles are told whose page it is; the lines of the ledger are asked for one by one.
  "/w/[workspace]/s/[store]/insights/proof": store,
  "/w/[workspace]/s/[store]/flows": store,
  "/w/[workspace]/s/[store]/flows/[id]": store,
  "/w/[workspace]/s/[store]/templates": store,
  "/w/[workspace]/s/[store]/templates/[id]": store,
  "/w/[workspace]/onboarding": workspace,
  "/w/[workspace]/stores": workspace,
  // Lower roles are told whose page it is; its procedures are asked one by one.
  "/w/[workspace]/billing": workspace,
  "/w/[workspace]/stores/[id]": store,
  // Their own rules: procedures are asked one by one, webhooks bear a signature, next-auth guards its own.
  "/api/trpc/[trpc]": open(404),
  "/api/auth/[...nextauth]": open(),
  "/api/webhooks/amazon": open(405),
  "/api/webhooks/resend": open(405),
  "/api/webhooks/stripe": open(405),
  "/api/health": open(),
  "/api/ready": open(),
};

/** Addresses of all pages and handlers, read from the app folder. */
export async function routePatterns(): Promise<readonly string[]> {
  const files = await readdir(APP, { recursive: true });
  return files
    .filter((file) => /(^|\/)(page\.tsx|route\.ts)$/.test(file))
    .map(
      (file) =>
        `/${file
          .split("/")
          .slice(0, -1)
          .filter((part) => !/^\(.*\)$/.test(part))
          .join("/")}`,
    )
    .toSorted();
}

interface RoutesInput {
  /** The production server, such as http://localhost:4000. */
  readonly baseUrl: string;
  readonly world: MatrixWorld;
  /** Session cookies of the actors. */
  readonly cookies: Readonly<Record<Exclude<Actor, "no_session">, string>>;
}

/** Every address of the app folder, asked by every actor with real ids over HTTP. */
export async function routeRows(
  input: RoutesInput,
): Promise<{ readonly rows: readonly MatrixRow[]; readonly undeclared: readonly string[] }> {
  const patterns = await routePatterns();
  const undeclared = patterns.filter((pattern) => ROUTES[pattern] === undefined);
  const rows: MatrixRow[] = [];
  for (const pattern of patterns) {
    const rule = ROUTES[pattern];
    if (rule === undefined) continue;
    for (const actor of ACTORS) {
      const got = await askRoute(input, { pattern, actor, rule });
      rows.push({ subject: "route", name: pattern, actor, expected: pageAnswer(rule.access, actor), got });
    }
  }
  return { rows, undeclared };
}

interface RouteQuestion {
  readonly pattern: string;
  readonly actor: Actor;
  readonly rule: RouteRule;
}

async function askRoute(input: RoutesInput, { pattern, actor, rule }: RouteQuestion): Promise<Answer> {
  const { world, baseUrl, cookies } = input;
  const slug = slugFor(world, actor);
  const headers = actor === "no_session" ? {} : { cookie: cookies[actor] };
  const response = await fetch(new URL(addressOf(pattern, slug, world.target), baseUrl), {
    headers,
    redirect: "manual",
  });
  await response.body?.cancel();
  if (response.headers.get("location")?.includes("/sign-in?next=") === true) return "UNAUTHORIZED";
  if (response.status === rule.allowed) return "ok";
  return response.status === 404 ? "NOT_FOUND" : "error";
}

function addressOf(pattern: string, slug: string, ids: MatrixTenant): string {
  return pattern
    .replace("[workspace]", slug)
    .replace("[store]", ids.store)
    .replace("clients/[id]", `clients/${ids.clientId}`)
    .replace("flows/[id]", `flows/${ids.flowId}`)
    .replace("templates/[id]", `templates/${ids.templateId}`)
    .replace("[id]", ids.store)
    .replace("[ref]", ids.orderRef)
    .replace("[token]", "no-such-token-no-such-token")
    .replace("[trpc]", "no.such.procedure")
    .replace("[...nextauth]", "csrf");
}

/** A page that a role may not see is not there. */
function pageAnswer(rule: AccessRule, actor: Actor): Answer {
  const answer = expectedAnswer(rule, actor);
  return answer === "FORBIDDEN" ? "NOT_FOUND" : answer;
}
