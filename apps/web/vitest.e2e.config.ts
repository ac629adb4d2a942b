import { defineConfig } from "vitest/config";

// The journeys share one instance and one database: files one after the other.
export default defineConfig({
  test: {
    include: ["e2e/**/*.e2e.test.ts"],
    fileParallelism: false,
    testTimeout: 60_000,
    hookTimeout: 60_000,
  },
});
