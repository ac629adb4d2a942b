import { describe, expect, it } from "vitest";
import { parseEnv } from "./env.ts";

const complete = {
  DATABASE_URL: "postgres://app",
  DATABASE_SYSTEM_URL: "postgres://system",
  AUTH_URL: "https://heed.example",
  NEXTAUTH_URL: "https://heed.example",
  NEXTAUTH_SECRET: "0".repeat(32),
  HEED_KEYS: "{}",
  AMAZON_APPLICATION_ID: "amzn1.sp.solution.unused",
  AMAZON_CLIENT_ID: "unused",
  AMAZON_CLIENT_SECRET: "unused",
  RESEND_API_KEY: "re_1",
  RESEND_WEBHOOK_SECRET: "whsec_c2VjcmV0",
  STRIPE_SECRET_KEY: "sk_test_x",
  STRIPE_WEBHOOK_SECRET: "whsec_y",
};

describe("the settings", () => {
  it("are live when nobody says otherwise", () => {
    expect(parseEnv(complete).HEED_MODE).toBe("live");
  });

  it("name all that is missing, and how to set it", () => {
    const { DATABASE_URL: _url, NEXTAUTH_SECRET: _secret, ...rest } = complete;
    expect(() => parseEnv(rest)).toThrow(/DATABASE_URL: .*heed_app[\s\S]*NEXTAUTH_SECRET/);
  });

  it("refuse a sandbox in live", () => {
    expect(() => parseEnv({ ...complete, HEED_SANDBOX_URL: "http://127.0.0.1:1" })).toThrow(/HEED_SANDBOX_URL/);
    expect(() => parseEnv({ ...complete, HEED_AMAZON_PORT: "1" })).toThrow(/HEED_AMAZON_PORT/);
    expect(parseEnv({ ...complete, HEED_MODE: "demo", HEED_SANDBOX_URL: "http://127.0.0.1:1" }).HEED_MODE).toBe("demo");
  });
});
