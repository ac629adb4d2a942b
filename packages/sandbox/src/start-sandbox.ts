import { join } from "node:path";
import { realClock, Temporal } from "@heed/core/time";
import { testCertificate } from "./amazon/certificate.ts";
import { amazonServer } from "./amazon/server.ts";
import type { Coordinator } from "./clock/coordinator.ts";
import { createCoordinator } from "./clock/coordinator.ts";
import { serveClock } from "./clock/server.ts";
import { joinLocally } from "./clock/virtual.ts";
import { controlServer } from "./control/server.ts";
import { SPARE_SELLERS } from "./demo/spare-sellers.ts";
import { SANDBOX_APPLICATION } from "./demo/stores.ts";
import { listen, stop as stopServer } from "./http/exchange.ts";
import type { Fact } from "./journal/entry.ts";
import { openJournal } from "./journal/journal.ts";
import { readKeys } from "./keys.ts";
import type { Ports } from "./ports.ts";
import { onPort, rememberedPorts, rememberPorts } from "./ports.ts";
import { resendServer } from "./resend/server.ts";
import type { Sandbox, Settings } from "./sandbox.ts";
import { startScheduler } from "./scheduler.ts";
import { queueServer } from "./sqs/server.ts";
import { applyEntry, rebuild } from "./state.ts";
import { stripeServer } from "./stripe/server.ts";
import { runJob } from "./tasks.ts";

export interface SandboxOptions {
  /** Holds the log, keys and certificate; made if missing. Starting again in it resumes. */
  readonly dir: string;
  readonly clock: "real" | { readonly virtualFrom: string; readonly expected?: readonly string[] };
  readonly webhookUrl?: string;
  readonly stripeWebhookUrl?: string;
  /** Demo data to begin with; ignored where the log already holds some. */
  readonly world?: { readonly seed: number; readonly orders: number };
  /** Adds sellers that nobody has connected yet. */
  readonly spareSellers?: boolean;
  readonly ports?: Partial<Ports>;
  readonly settings?: Partial<Settings>;
}

export interface RunningSandbox {
  readonly amazonPort: number;
  /** PEM of the authority that signed the certificate of Amazon's hosts. */
  readonly caPath: string;
  readonly resendUrl: string;
  /** A queue by the protocol of SQS, where notifications arrive. */
  readonly sqsUrl: string;
  /** API and pages of Stripe's stand-in. */
  readonly stripeUrl: string;
  readonly controlUrl: string;
  /** `host:port` of the virtual clock; null on real time. */
  readonly clockAddress: string | null;
  readonly logPath: string;
  readonly settings: Settings;
  /** The coordinator of the virtual clock, for tests in the same process. */
  readonly coordinator: Coordinator | null;
  stop(): Promise<void>;
}

export const DEFAULT_SETTINGS: Settings = {
  application: {
    ...SANDBOX_APPLICATION,
    redirectUris: ["http://localhost:3000/oauth/amazon/callback"],
    loginUri: "http://localhost:3000/oauth/amazon/login",
    draft: true,
  },
  mailDomain: "heed.localhost",
  resendApiKey: "re_sandbox",
  resendRate: 2,
  webhookSecret: `whsec_${Buffer.from("heed sandbox webhook secret 0001").toString("base64")}`,
  stripeKey: "sk_test_sandbox",
  stripeWebhookSecret: "whsec_heedsandboxstripesecret0001",
};

export async function startSandbox(options: SandboxOptions): Promise<RunningSandbox> {
  const { dir } = options;
  const journal = openJournal(dir);
  const state = rebuild(journal.entries());
  const write = (now: Temporal.Instant, facts: readonly Fact[]) => {
    for (const entry of journal.append(now, facts)) applyEntry(state, entry);
  };
  const coordinator = options.clock === "real" ? null : virtualCoordinator(options.clock, state.clock, write);
  const clock = coordinator === null ? realClock() : joinLocally(coordinator, "sandbox");
  const sandbox: Sandbox = {
    clock,
    state,
    settings: { ...DEFAULT_SETTINGS, ...options.settings },
    keys: readKeys(dir),
    webhookUrl: options.webhookUrl ?? null,
    stripeWebhookUrl: options.stripeWebhookUrl ?? null,
    stripeUrl: "",
    record: (...facts) => {
      write(clock.now(), facts);
      scheduler.wake();
    },
    entries: () => journal.entries(),
  };
  const scheduler = startScheduler(sandbox, (job) => runJob(sandbox, job));
  if (options.world !== undefined && state.stores.size === 0)
    sandbox.record({ kind: "world.demo", now: clock.now().toString(), ...options.world });
  if (options.spareSellers === true && !SPARE_SELLERS.some(({ sellerId }) => state.stores.has(sellerId)))
    sandbox.record({ kind: "world.spare", seed: options.world?.seed ?? 1, now: clock.now().toString() });
  const servers = await startServers(sandbox, coordinator, options);
  return {
    ...servers.addresses,
    logPath: join(dir, "log.jsonl"),
    settings: sandbox.settings,
    coordinator,
    stop: async () => {
      await servers.stop();
      await scheduler.stop();
      await clock.close();
      journal.close();
    },
  };
}

type Write = (now: Temporal.Instant, facts: readonly Fact[]) => void;

/** Resumes where the log says the clock was. */
function virtualCoordinator(
  options: { readonly virtualFrom: string; readonly expected?: readonly string[] },
  resumed: { readonly now: Temporal.Instant; readonly jump: number } | null,
  write: Write,
): Coordinator {
  const start = resumed?.now ?? Temporal.Instant.from(options.virtualFrom);
  return createCoordinator({
    start,
    seq: resumed?.jump ?? 0,
    expected: options.expected ?? [],
    onJump: (now, jump) => write(now, [{ kind: "clock", now: now.toString(), jump }]),
  });
}

async function startServers(sandbox: Sandbox, coordinator: Coordinator | null, { dir, ports }: SandboxOptions) {
  const wanted = { ...rememberedPorts(dir), ...ports };
  const certificate = testCertificate(dir);
  const amazon = amazonServer(sandbox, certificate);
  const resend = resendServer(sandbox);
  const queue = queueServer(sandbox);
  const stripe = stripeServer(sandbox);
  const control = controlServer(sandbox, coordinator);
  const clock = coordinator === null ? null : await onPort(wanted.clock, (port) => serveClock(coordinator, port));
  const used: Ports = {
    amazon: await onPort(wanted.amazon, (port) => listen(amazon, port)),
    resend: await onPort(wanted.resend, (port) => listen(resend, port)),
    sqs: await onPort(wanted.sqs, (port) => listen(queue, port)),
    stripe: await onPort(wanted.stripe, (port) => listen(stripe, port)),
    control: await onPort(wanted.control, (port) => listen(control, port)),
    clock: clock === null ? 0 : Number(clock.address.split(":")[1]),
  };
  rememberPorts(dir, used);
  sandbox.stripeUrl = `http://127.0.0.1:${used.stripe}`;
  return {
    addresses: {
      amazonPort: used.amazon,
      caPath: certificate.caPath,
      resendUrl: `http://127.0.0.1:${used.resend}`,
      sqsUrl: `http://127.0.0.1:${used.sqs}`,
      stripeUrl: sandbox.stripeUrl,
      controlUrl: `http://127.0.0.1:${used.control}`,
      clockAddress: clock?.address ?? null,
    },
    stop: () => Promise.all([...[amazon, resend, queue, stripe, control].map(stopServer), clock?.close()]),
  };
}
