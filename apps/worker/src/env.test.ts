import { describe, expect, it } from "vitest";
import { readEnv } from "./env.ts";

const complete = {
  DATABASE_URL: "postgres://heed_app:secret-of-the-app@127.0.0.1/heed",
  DATABASE_SYSTEM_URL: "postgres://heed_system:s@127.0.0.1/heed",
  HEED_KEYS: '{"active":"k1","keys":{"k1":"AAAA"}}',
  INNGEST_EVENT_KEY: "key",
  INNGEST_SIGNING_KEY: "signkey-heed-00",
  AMAZON_CLIENT_ID: "amzn1.application-oa2-client.x",
  AMAZON_CLIENT_SECRET: "secret",
  RESEND_API_KEY: "re_x",
  RESEND_WEBHOOK_SECRET: "whsec_x",
  AUTH_URL: "https://heed.example",
  STRIPE_SECRET_KEY: "sk_test_x",
  STRIPE_WEBHOOK_SECRET: "whsec_y",
};

describe("the worker's environment", () => {
  it("is live unless it says otherwise, with a limit for calls and any free port", () => {
    expect(readEnv(complete)).toMatchObject({ HEED_MODE: "live", WORKER_PORT: 0, HEED_CALL_TIMEOUT_MS: 20_000 });
  });

  it.each(Object.keys(complete))("names %s when it is missing or empty, and how to set it", (name) => {
    for (const value of [undefined, ""]) {
      expect(() => readEnv({ ...complete, [name]: value })).toThrow(new RegExp(`${name}: set it to .+`));
    }
  });

  it("names all that is missing at once", () => {
    expect(() => readEnv({})).toThrow(/DATABASE_URL.*HEED_KEYS.*RESEND_WEBHOOK_SECRET/s);
  });

  it.each(["HEED_CLOCK", "HEED_SANDBOX_URL", "HEED_AMAZON_PORT", "HEED_AMAZON_CA", "HEED_KILL_POINT", "HEED_PLANT"])(
    "live refuses %s, which is of the demo",
    (name) => {
      const value = { HEED_AMAZON_PORT: "1", HEED_SANDBOX_URL: "http://127.0.0.1:1", HEED_PLANT: "lost" }[name] ?? "x";
      expect(() => readEnv({ ...complete, [name]: value })).toThrow(`${name}: is for demo mode only`);
      expect(readEnv({ ...complete, HEED_MODE: "demo", [name]: value })).toHaveProperty(name);
    },
  );

  it("listens beyond this machine in live mode only, and only where told to", () => {
    expect(readEnv(complete).WORKER_HOST).toBe("127.0.0.1");
    expect(readEnv({ ...complete, WORKER_HOST: "0.0.0.0" }).WORKER_HOST).toBe("0.0.0.0");
    expect(() => readEnv({ ...complete, HEED_MODE: "demo", WORKER_HOST: "0.0.0.0" })).toThrow("WORKER_HOST");
    expect(() => readEnv({ ...complete, WORKER_HOST: "everywhere" })).toThrow("WORKER_HOST");
  });

  it("live sends mail and keys over https only", () => {
    const plain = { ...complete, RESEND_BASE_URL: "http://127.0.0.1:4000" };
    expect(() => readEnv(plain)).toThrow("RESEND_BASE_URL");
    expect(readEnv({ ...plain, HEED_MODE: "demo" }).RESEND_BASE_URL).toBe("http://127.0.0.1:4000");
  });

  it("never repeats a value in its error", () => {
    const broken = { ...complete, WORKER_PORT: "secret-port", HEED_MODE: "secret-mode" };
    expect(() => readEnv(broken)).toThrow(/WORKER_PORT/);
    expect(() => readEnv(broken)).not.toThrow(/secret/);
  });
});
