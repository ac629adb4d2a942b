import { describe, expect, test } from "vitest";
import { pageExtensions } from "../next.config.ts";

// Which file of `app/` is a route is told by these alone (Next's pageExtensions); that what shows the sandbox stands in
// `*.demo.tsx` only is a rule of the dependency check.
describe("routes of a build", () => {
  const isRoute = (file: string, mode: string | undefined) =>
    pageExtensions(mode).some(
      (extension) =>
        /^(page|layout|loading|route)$/.test(file.slice(0, -extension.length - 1)) && file.endsWith(`.${extension}`),
    );

  test.each(["page.demo.tsx", "layout.demo.tsx", "loading.demo.tsx"])("%s is one in demo mode only", (file) => {
    expect(isRoute(file, "demo")).toBe(true);
    expect(isRoute(file, "live")).toBe(false);
    expect(isRoute(file, undefined)).toBe(false);
  });

  test.each(["page.tsx", "route.ts", "layout.tsx"])("%s is one in every mode", (file) => {
    expect(isRoute(file, "demo")).toBe(true);
    expect(isRoute(file, "live")).toBe(true);
  });
});
