import { describe, expect, test } from "vitest";
import {
  type EnvironmentInput,
  inheritedEnvironment,
  productEnvironments,
  refuseRealCredentials,
  sandboxEnvironment,
} from "./part-environment.ts";

const input: EnvironmentInput = {
  inherited: {
    PATH: "/bin",
    DATABASE_URL: "postgres://live",
    npm_config_x: "y",
    HEED_MODE: "live",
    STRIPE_SECRET_KEY: "sk",
  },
  databases: {
    DATABASE_URL: "postgres://app",
    DATABASE_SYSTEM_URL: "postgres://system",
    DATABASE_ENGINE_URL: "postgres://engine",
    DATABASE_MIGRATE_URL: "postgres://owner",
    DATABASE_CHECK_URL: "postgres://check",
  },
  keys: JSON.stringify({ active: "k1", keys: { k1: Buffer.alloc(32).toString("base64") } }),
  secrets: {
    eventKey: "event",
    signingKey: "signkey-heed-00",
    webhookSecret: "whsec_x",
    resendKey: "re_x",
    amazonClientSecret: "amzn",
    databasePasswords: { super: "p0", owner: "p1", app: "p2", system: "p3", engine: "p4", check: "p5" },
  },
  ports: { engine: 5, worker: 6, web: 7 },
};
const places = {
  ports: { amazon: 1, resend: 2, control: 3 },
  caPath: "ca.pem",
  resendUrl: "http://127.0.0.1:2",
  sqsUrl: "http://127.0.0.1:9",
  stripeUrl: "http://127.0.0.1:7004",
  controlUrl: "http://127.0.0.1:3",
  clockAddress: null,
  logPath: "log.jsonl",
};
const rest = { folder: "sandbox", clock: { kind: "real" }, world: { seed: 1, orders: 20 } } as const;

describe("what each part gets to know", () => {
  const sandbox = sandboxEnvironment({ ...input, ...rest });
  const { engine, worker, web } = productEnvironments(input, places);

  test("no part holds the owner's or the checker's login", () => {
    for (const env of [sandbox, engine, worker, web]) {
      expect(Object.values(env)).not.toContain("postgres://owner");
      expect(Object.values(env)).not.toContain("postgres://check");
    }
  });

  test("only the engine holds the engine's login, and no other", () => {
    expect(engine["DATABASE_ENGINE_URL"]).toBe("postgres://engine");
    expect(engine["DATABASE_URL"]).toBeUndefined();
    expect(worker["DATABASE_ENGINE_URL"]).toBeUndefined();
  });

  test("web holds no event key; the sandbox holds no database and no key ring", () => {
    expect(web["INNGEST_EVENT_KEY"]).toBeUndefined();
    expect(sandbox["DATABASE_URL"]).toBeUndefined();
    expect(sandbox["HEED_KEYS"]).toBeUndefined();
  });

  test("settings of another instance do not come through", () => {
    expect(inheritedEnvironment(input.inherited)).toEqual({ PATH: "/bin", NEXT_TELEMETRY_DISABLED: "1" });
    expect(worker["HEED_MODE"]).toBe("demo");
  });

  test("webhooks go to the worker where there is no web app", () => {
    const headless = sandboxEnvironment({ ...input, ...rest, ports: { ...input.ports, web: null } });
    expect(sandbox["HEED_WEBHOOK_URL"]).toBe("http://127.0.0.1:7/api/webhooks/resend");
    expect(headless["HEED_WEBHOOK_URL"]).toBe("http://127.0.0.1:6/webhooks/resend");
  });

  test("the clock is handed out only where it is virtual", () => {
    const virtual = productEnvironments(input, { ...places, clockAddress: "127.0.0.1:4" });
    expect([worker["HEED_CLOCK"], engine["HEED_CLOCK"]]).toEqual([undefined, undefined]);
    expect([virtual.worker["HEED_CLOCK"], virtual.engine["HEED_CLOCK"]]).toEqual(["127.0.0.1:4", "127.0.0.1:4"]);
  });
});

describe("real credentials in a demo", () => {
  test("are refused by name", () => {
    expect(() => refuseRealCredentials(input.inherited)).toThrow("STRIPE_SECRET_KEY is set");
  });

  test("are passed over where it is said what stays sandboxed", () => {
    expect(() => refuseRealCredentials({ ...input.inherited, HEED_SANDBOX: "stripe" })).not.toThrow();
  });
});
