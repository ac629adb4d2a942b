import { fileURLToPath } from "node:url";
import type { NextConfig } from "next";

/** Headers that do not change from request to request; the content security policy carries a nonce and is set in proxy.ts. */
const HEADERS = [
  { key: "X-Content-Type-Options", value: "nosniff" },
  { key: "X-Frame-Options", value: "DENY" },
  { key: "Referrer-Policy", value: "strict-origin-when-cross-origin" },
  { key: "Permissions-Policy", value: "camera=(), microphone=(), geolocation=(), payment=(), usb=()" },
  { key: "Cross-Origin-Opener-Policy", value: "same-origin" },
];

/** Routes of the sandbox are files `*.demo.tsx`: a build for live does not see them (ADR 0027). */
export function pageExtensions(mode: string | undefined): string[] {
  return mode === "demo" ? ["demo.tsx", "tsx", "ts"] : ["tsx", "ts"];
}

const config: NextConfig = {
  pageExtensions: pageExtensions(process.env["HEED_MODE"]),
  transpilePackages: ["@heed/amazon", "@heed/core", "@heed/db", "@heed/emails", "@heed/stripe"],
  serverExternalPackages: ["postgres", "pino"],
  outputFileTracingRoot: fileURLToPath(new URL("../..", import.meta.url)),
  turbopack: { root: fileURLToPath(new URL("../..", import.meta.url)) },
  // The generated types of routes belong to a build: a stale one must not fail `tsc -p .`.
  typescript: { tsconfigPath: "tsconfig.next.json" },
  poweredByHeader: false,
  reactStrictMode: true,
  devIndicators: false,
  experimental: { optimizePackageImports: ["lucide-react"] },
  async headers() {
    return [
      { source: "/:path*", headers: HEADERS },
      // Addresses of an authorisation hold a state and a code: no other site may learn of them.
      { source: "/oauth/:path*", headers: [{ key: "Referrer-Policy", value: "no-referrer" }] },
    ];
  },
};

export default config;
