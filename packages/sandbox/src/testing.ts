import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import type { ClientRequest, IncomingMessage } from "node:http";
import { request as requestPlain } from "node:http";
import { request } from "node:https";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { DEMO_STORES, SANDBOX_APPLICATION } from "./demo/stores.ts";
import type { Entry } from "./journal/entry.ts";
import { makeKeys, writeKeys } from "./keys.ts";
import type { Keys } from "./sandbox.ts";
import type { RunningSandbox, SandboxOptions } from "./start-sandbox.ts";
import { startSandbox } from "./start-sandbox.ts";
import { MARKETPLACE } from "./world/marketplaces.ts";
import type { World, WorldBuyer, WorldOrder } from "./world/types.ts";

export const TEST_NOW = "2026-11-20T12:00:00Z";
const [US_STORE] = DEMO_STORES;

export interface TestAnswer {
  readonly status: number;
  readonly headers: Readonly<Record<string, string | string[] | undefined>>;
  readonly text: string;
  readonly bytes: Buffer;
  readonly body: unknown;
}

export interface TestCall {
  readonly host?: string;
  readonly method?: string;
  readonly token?: string;
  readonly body?: string;
  readonly contentType?: string;
}

export interface TestSandbox {
  readonly running: RunningSandbox;
  readonly dir: string;
  /** Calls Amazon's side over TLS with the test authority. */
  amazon(path: string, call?: TestCall): Promise<TestAnswer>;
  /** An access token of the store with this refresh token. */
  token(refreshToken?: string): Promise<string>;
  control(method: string, path: string, body?: unknown): Promise<TestAnswer>;
  log(): readonly Entry[];
  stop(): Promise<void>;
}

/** A sandbox on a virtual clock in a directory of its own. */
export async function startTestSandbox(options: Partial<SandboxOptions> = {}): Promise<TestSandbox> {
  const dir = options.dir ?? freshDir();
  const running = await startSandbox({ clock: { virtualFrom: TEST_NOW }, ...options, dir });
  const amazon = (path: string, call: TestCall = {}) => callAmazon(running, path, call);
  return {
    running,
    dir,
    amazon,
    token: async (refreshToken = US_STORE.refreshToken) => {
      const answer = await amazon(
        "/auth/o2/token",
        loginCall({ grant_type: "refresh_token", refresh_token: refreshToken }),
      );
      return (answer.body as { access_token: string }).access_token;
    },
    control: (method, path, body) => callControl(running, path, { method, body }),
    log: () =>
      readFileSync(running.logPath, "utf8")
        .trim()
        .split("\n")
        .map((line) => JSON.parse(line) as Entry),
    stop: async () => {
      await running.stop();
      if (options.dir === undefined) rmSync(dir, { recursive: true, force: true });
    },
  };
}

let keys: Keys | null = null;

/** All sandboxes of a test file share their keys: making an RSA key takes longer than most tests. */
function freshDir(): string {
  const dir = mkdtempSync(join(tmpdir(), "heed-sandbox-"));
  keys ??= makeKeys();
  writeKeys(dir, keys);
  return dir;
}

export function loginCall(form: Readonly<Record<string, string>>): TestCall {
  const { clientId, clientSecret } = SANDBOX_APPLICATION;
  const body = new URLSearchParams({ client_id: clientId, client_secret: clientSecret, ...form }).toString();
  return { host: "api.amazon.com", method: "POST", body, contentType: "application/x-www-form-urlencoded" };
}

function callAmazon(running: RunningSandbox, path: string, call: TestCall): Promise<TestAnswer> {
  const host = call.host ?? "sellingpartnerapi-na.amazon.com";
  const headers = {
    host,
    ...(call.token !== undefined && { "x-amz-access-token": call.token }),
    ...(call.body !== undefined && { "content-type": call.contentType ?? "application/json" }),
  };
  const ca = readFileSync(running.caPath);
  const target = {
    host: "127.0.0.1",
    port: running.amazonPort,
    servername: host,
    ca,
    path,
    method: call.method ?? "GET",
    headers,
    agent: false,
  } as const;
  return exchange(call.body, (receive) => request(target, receive));
}

/** Without a pool, so that a restarted sandbox is reached over a new connection. */
function callControl(
  running: RunningSandbox,
  path: string,
  { method, body }: { readonly method: string; readonly body: unknown },
): Promise<TestAnswer> {
  const text = body === undefined ? undefined : JSON.stringify(body);
  return exchange(text, (receive) => requestPlain(running.controlUrl + path, { method, agent: false }, receive));
}

function exchange(
  body: string | undefined,
  open: (receive: (response: IncomingMessage) => void) => ClientRequest,
): Promise<TestAnswer> {
  return new Promise((resolve, reject) => {
    const outgoing = open((response) => {
      const chunks: Buffer[] = [];
      response.on("data", (chunk: Buffer) => chunks.push(chunk));
      response.on("error", reject);
      response.on("end", () => {
        const bytes = Buffer.concat(chunks);
        const text = bytes.toString("utf8");
        resolve({ status: response.statusCode ?? 0, headers: response.headers, text, bytes, body: parse(text) });
      });
    });
    outgoing.on("error", reject);
    outgoing.end(body);
  });
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return null;
  }
}

/** A merchant-fulfilled US order, shipped, inside the window of a review request at TEST_NOW. */
export function exampleOrder(changes: Partial<WorldOrder> = {}): WorldOrder {
  return {
    orderId: "123-1234567-1234567",
    sellerId: US_STORE.sellerId,
    marketplaceId: MARKETPLACE.us.id,
    alias: "k3x9example0001@marketplace.amazon.com",
    channel: "amazon",
    fulfilledBy: "merchant",
    serviceLevel: "STANDARD",
    programs: [],
    replacementOf: null,
    currency: "USD",
    items: [
      {
        orderItemId: "12345678901234",
        sku: "NP-LANTERN-01",
        asin: "B0NPLANT01",
        title: "Folding camp lantern",
        quantity: 1,
        unitPrice: "24.90",
        customized: false,
        buyerRequestedCancel: false,
      },
    ],
    changes: [
      { at: "2026-11-01T10:00:00Z", status: "PENDING" },
      { at: "2026-11-01T10:30:00Z", status: "UNSHIPPED" },
      { at: "2026-11-02T09:00:00Z", status: "SHIPPED" },
    ],
    shipBy: { earliest: "2026-11-01T08:00:00Z", latest: "2026-11-03T08:00:00Z" },
    deliverBy: { earliest: "2026-11-05T08:00:00Z", latest: "2026-11-08T08:00:00Z" },
    deliveredAt: "2026-11-06T15:00:00Z",
    ...changes,
  };
}

export function exampleBuyer(changes: Partial<WorldBuyer> = {}): WorldBuyer {
  return {
    alias: "k3x9example0001@marketplace.amazon.com",
    sellerId: US_STORE.sellerId,
    marketplaceId: MARKETPLACE.us.id,
    locale: "en-US",
    optedOutAt: null,
    ...changes,
  };
}

/** The demo's stores with these orders and buyers only. */
export function exampleWorld(changes: Partial<World> = {}): World {
  return { stores: DEMO_STORES, orders: [exampleOrder()], buyers: [exampleBuyer()], handWritten: [], ...changes };
}
