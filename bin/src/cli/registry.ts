import type { CommandEntry } from "./command.ts";

/** All commands, in the order of `--help`. A new one is a file in `commands/` and an entry here. */
export const COMMANDS: readonly CommandEntry[] = [
  {
    name: "demo",
    summary: "Runs the main job once against the sandboxes and checks that nothing was lost, sent twice or leaked.",
    load: async () => (await import("./commands/demo.ts")).demo,
  },
  {
    name: "import-orders",
    summary: "Imports Amazon's order reports (all orders, or fulfilled shipments), tab-separated, into a store.",
    load: async () => (await import("./commands/import-orders.ts")).importOrders,
  },
  {
    name: "read-notice",
    summary:
      "Says what raw mails are: a notice of Amazon, a bounce, a complaint or something else, and whether they are genuine.",
    load: async () => (await import("./commands/read-notice.ts")).readNotice,
  },
  {
    name: "lint",
    summary: "Judges messages by Amazon's communication guidelines: what may be sent, what not, and why.",
    load: async () => (await import("./commands/lint.ts")).lint,
  },
  {
    name: "backtest",
    summary:
      "Tries a flow on the orders of the last 90 days: what would have gone out, when, by which lane, and what not.",
    load: async () => (await import("./commands/backtest.ts")).backtest,
  },
  {
    name: "recheck-templates",
    summary: "Judges the templates that serve by today's rules, and lists what they judge otherwise than at saving.",
    load: async () => (await import("./commands/recheck-templates.ts")).recheckTemplates,
  },
  {
    name: "proposals",
    summary: "Lists sentences that workspaces propose for everyone; an operator accepts or rejects them.",
    load: async () => (await import("./commands/proposals.ts")).proposals,
  },
  {
    name: "sync",
    summary: "Asks the worker to fetch new and changed orders from Amazon now, for one store or for all.",
    load: async () => (await import("./commands/sync.ts")).sync,
  },
  {
    name: "migrate",
    summary:
      "Brings the database to the newest version; with an administrator's address it first makes the database and its logins.",
    load: async () => (await import("./commands/migrate.ts")).migrate,
  },
  {
    name: "sign-in-link",
    summary: "Prints a magic link that signs in once, within 15 minutes.",
    load: async () => (await import("./commands/sign-in-link.ts")).signInLink,
  },
  {
    name: "rotate-keys",
    summary: "Seals stored values again with the active key of HEED_KEYS, while everything runs.",
    load: async () => (await import("./commands/rotate-keys.ts")).rotateKeysCommand,
  },
  {
    name: "provision-stripe",
    summary: "Brings products, prices, the meter and the portal of a Stripe account to what the plans say.",
    load: async () => (await import("./commands/provision-stripe.ts")).provisionStripe,
  },
  {
    name: "access-matrix",
    summary:
      "Asks every procedure and every route as every kind of person, and compares the answers with what is declared.",
    load: async () => (await import("./commands/access-matrix.ts")).accessMatrix,
  },
];
