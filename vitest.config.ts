import { defineConfig } from "vitest/config";

// A zone with an odd offset, so that code that forgets its zone fails here and not at a customer's.
process.env["TZ"] = "Asia/Kathmandu";

const folders = [
  "packages/core",
  "packages/db",
  "packages/emails",
  "packages/amazon",
  "packages/engine",
  "packages/sandbox",
  "apps/worker",
  "apps/web",
  "bin",
  "bench",
  "faults",
];

export default defineConfig({
  test: {
    projects: folders.map((folder) => ({
      test: {
        name: folder.split("/").at(-1) ?? folder,
        root: folder,
        include: ["src/**/*.test.ts", "src/**/*.test.tsx"],
        exclude: ["**/*.e2e.test.ts", "**/node_modules/**"],
        environment: "node",
        testTimeout: 30_000,
        hookTimeout: 60_000,
      },
    })),
  },
});
