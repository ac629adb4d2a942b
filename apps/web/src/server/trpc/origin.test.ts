import { describe, expect, it } from "vitest";
import { originAllowed } from "./origin.ts";

const own = "https://heed.example";

describe("the origin of a request", () => {
  it.each([
    { method: "GET", path: "/api/trpc/order.list", origin: null, allowed: true },
    { method: "POST", path: "/api/trpc/order.list", origin: own, allowed: true },
    { method: "POST", path: "/api/trpc/order.list", origin: null, allowed: false },
    { method: "POST", path: "/api/trpc/order.list", origin: "null", allowed: false },
    { method: "POST", path: "/api/trpc/order.list", origin: "https://heed.example.evil.example", allowed: false },
    { method: "DELETE", path: "/anything", origin: "https://evil.example", allowed: false },
    { method: "POST", path: "/api/webhooks/resend", origin: null, allowed: true },
    { method: "POST", path: "/api/webhooksresend", origin: null, allowed: false },
  ])("$method $path from $origin: $allowed", ({ allowed, ...asked }) => {
    expect(originAllowed(asked, own)).toBe(allowed);
  });
});
