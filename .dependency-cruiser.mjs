/**
 * The arrows of the architecture, as errors: core <- db, emails, amazon <- worker, web.
 * `npm run verify` fails as well when this looked at too few modules (bin/src/checks/dependencies.ts).
 */

const test = "\\.test\\.tsx?$|/testing/|/testing\\.ts$|/e2e/";
const folders = [
  "packages/core",
  "packages/db",
  "packages/emails",
  "packages/amazon",
  "packages/engine",
  "packages/sandbox",
  "packages/stripe",
];
const apps = "^(apps/worker|apps/web)/";

const only = (...names) => `^(${names.join("|")})/`;
const others = (...names) => only(...folders.filter((folder) => !names.includes(folder)), "apps/worker", "apps/web");

/** A package may import itself and the packages named; everything else of ours is an error. */
function arrows(name, allowed) {
  return {
    name: `${name.replace("/", "-")}-imports-only-${allowed.map((folder) => folder.split("/")[1]).join("-") || "nothing"}`,
    comment: `${name} may import ${allowed.join(", ") || "no other package of ours"}. See "Arrows" in ARCHITECTURE.md.`,
    severity: "error",
    from: { path: `^${name}/`, pathNot: test },
    to: { path: others(name, ...allowed) },
  };
}

/** The client of the demo clock is the one piece of the sandbox that a process may load, and only on demand. */
const clockClient = "^packages/sandbox/src/clock/";

export default {
  forbidden: [
    {
      name: "no-circular",
      comment: "Two modules that need each other are one subject, or miss a third.",
      severity: "error",
      from: {},
      to: { circular: true, viaOnly: { dependencyTypesNot: ["type-only"] } },
    },
    {
      name: "no-unresolvable",
      comment: "An import that leads nowhere.",
      severity: "error",
      from: {},
      to: { couldNotResolve: true, pathNot: "^server-only$|next-env|\\.css$|^\\./\\.next/" },
    },
    {
      name: "no-undeclared-package",
      comment: "Name the package in the package.json beside the code that imports it.",
      severity: "error",
      from: { pathNot: "\\.config\\.(ts|mjs)$" },
      to: { dependencyTypes: ["npm-no-pkg", "npm-unknown"] },
    },
    arrows("packages/core", []),
    arrows("packages/db", ["packages/core"]),
    arrows("packages/emails", ["packages/core"]),
    {
      ...arrows("packages/amazon", ["packages/core", "packages/sandbox"]),
      comment: "amazon may import core, and the sandbox's clock on demand.",
    },
    {
      ...arrows("packages/engine", ["packages/core", "packages/sandbox"]),
      comment: "The engine is no part of the product's arrows.",
    },
    arrows("packages/sandbox", ["packages/core"]),
    arrows("packages/stripe", ["packages/core"]),
    {
      name: "sandbox-is-absent-from-live",
      comment:
        "Sandbox code does not exist in a live build: tests may import it; others load only its clock client, by import().",
      severity: "error",
      from: { path: "^(packages/(core|db|emails|amazon|engine|stripe)|apps/(worker|web))/", pathNot: test },
      to: { path: "^packages/sandbox/", pathNot: clockClient },
    },
    {
      name: "sandbox-pages-are-demo-files",
      comment: "What shows the sandbox is reached from routes named *.demo.tsx only, which a live build leaves out.",
      severity: "error",
      from: {
        path: "^apps/web/src/",
        pathNot: `\\.demo\\.tsx$|^apps/web/src/(features/sandbox-mail/|server/sandbox-mail\\.ts)|${test}`,
      },
      to: { path: "^apps/web/src/(features/sandbox-mail/|server/sandbox-mail\\.ts)" },
    },
    {
      name: "clock-client-on-demand",
      comment: "Load @heed/sandbox/clock/client by a dynamic import, so that a live process never reads it.",
      severity: "error",
      from: { path: "^(packages/(amazon|engine)|apps/(worker|web))/", pathNot: test },
      to: { path: clockClient, dependencyTypesNot: ["dynamic-import", "type-only"] },
    },
    {
      name: "web-never-imports-worker",
      comment: "The apps share events (@heed/core/events) and database commands, nothing else.",
      severity: "error",
      from: { path: "^apps/web/" },
      to: { path: "^apps/worker/|^packages/engine/" },
    },
    {
      name: "worker-never-imports-web",
      comment: "The apps share events (@heed/core/events) and database commands, nothing else.",
      severity: "error",
      from: { path: "^apps/worker/" },
      to: { path: "^apps/web/" },
    },
    {
      name: "packages-never-import-apps",
      comment: "Arrows point from the apps to the packages.",
      severity: "error",
      from: { path: "^packages/" },
      to: { path: apps },
    },
    {
      name: "product-never-imports-tools",
      comment: "bin, bench and faults use the product; the product does not know them.",
      severity: "error",
      from: { path: "^(packages|apps)/" },
      to: { path: "^(bin|bench|faults)/" },
    },
    {
      name: "orm-only-in-db",
      comment: "Write a query or a command in packages/db.",
      severity: "error",
      from: { pathNot: "^packages/db/" },
      to: { path: "node_modules/drizzle-orm/|^drizzle-orm" },
    },
    {
      name: "sql-driver-only-where-sql-lives",
      comment: "SQL belongs into packages/db; the engine has its own schema, the relay and the live updates LISTEN.",
      severity: "error",
      from: {
        path: "^(packages|apps)/",
        pathNot: `^packages/(db|engine)/|^apps/worker/src/relay|^apps/web/src/server/realtime/|${test}`,
      },
      to: { path: "node_modules/postgres/" },
    },
    {
      name: "identity-by-one-door",
      comment: "Tables without a tenant are reached through packages/db/src/identity only.",
      severity: "error",
      from: {
        path: "^packages/db/src/",
        pathNot: `^packages/db/src/(identity|schema)/|^packages/db/src/schema\\.ts$|${test}`,
      },
      to: { path: "^packages/db/src/schema/identity" },
    },
    {
      name: "schema-stays-in-db",
      comment: "Rows are mapped to core types at the edge of each query; tables do not leave packages/db.",
      severity: "error",
      from: { path: "^(apps|packages/(core|emails|amazon|engine|sandbox|stripe))/", pathNot: test },
      to: { path: "^packages/db/src/schema" },
    },
    {
      name: "browser-code-knows-no-database",
      comment: "Features and ui run in the browser: take types from @heed/core, data from tRPC.",
      severity: "error",
      from: { path: "^apps/web/src/(features|ui)/", pathNot: test },
      to: { path: "^packages/(db|amazon|stripe)/|node_modules/postgres/", dependencyTypesNot: ["type-only"] },
    },
    {
      name: "ui-is-domain-free",
      comment: "A component in ui/ knows no order and no tenant; move it into a feature.",
      severity: "error",
      from: { path: "^apps/web/src/ui/", pathNot: test },
      to: { path: "^apps/web/src/(features|server|app)/|^packages/" },
    },
    {
      name: "features-know-the-server-by-type",
      comment: "A feature imports the type of the router, never its code.",
      severity: "error",
      from: { path: "^apps/web/src/features/", pathNot: test },
      to: { path: "^apps/web/src/server/", dependencyTypesNot: ["type-only"] },
    },
    {
      name: "core-is-pure",
      comment: "core takes values and returns values: no node module, no IO library.",
      severity: "error",
      from: { path: "^packages/core/src/", pathNot: test },
      to: {
        dependencyTypes: ["core"],
        // Hashing and bytes are computation, not IO.
        pathNot: "^(node:)?(crypto|buffer|string_decoder)$",
      },
    },
    {
      name: "given-material-in-tests-only",
      comment: "Files beside the project are read by tests alone.",
      severity: "error",
      from: { path: "^(packages|apps|bin|bench|faults)/", pathNot: test },
      to: { path: "^\\.\\./shared/" },
    },
  ],
  options: {
    doNotFollow: { path: "node_modules" },
    exclude: { path: "(^|/)(\\.next|\\.heed|\\.tools|dist|coverage)/|next-env\\.d\\.ts$" },
    tsPreCompilationDeps: true,
    combinedDependencies: false,
    tsConfig: { fileName: "tsconfig.base.json" },
    enhancedResolveOptions: {
      exportsFields: ["exports"],
      conditionNames: ["import", "require", "node", "default", "types"],
      extensions: [".ts", ".tsx", ".mjs", ".js", ".json", ".css"],
      mainFields: ["module", "main", "types"],
    },
  },
};
