import { ACCOUNT_SAMPLES } from "./account-inputs.ts";
import type { Named } from "./actors.ts";
import { AMAZON_SAMPLES } from "./amazon-inputs.ts";
import { CRITICAL_SAMPLES } from "./critical-inputs.ts";
import { FLOW_SAMPLES } from "./flow-inputs.ts";
import { NOTICE_SAMPLES } from "./notice-inputs.ts";
import type { MatrixPerson } from "./testing/people.ts";
import type { MatrixTenant } from "./testing/world.ts";

/** The call of a procedure on a workspace that has something of each kind. */
export interface Sample {
  readonly input: (slug: string, ids: MatrixTenant, me: MatrixPerson) => Readonly<Record<string, unknown>> | undefined;
  /** The positive control: whether an allowed answer holds data and not just nothing. */
  readonly holdsData: (answer: unknown) => boolean;
  /** A token from a mail is the right to it, whatever the workspace says. */
  readonly bearer?: true;
  /** What of the workspace the input names besides it. */
  readonly names?: Named;
}

const inWorkspace = (slug: string) => ({ workspace: slug });
const inStore = (slug: string, { store }: MatrixTenant) => ({ workspace: slug, store });

const plan = (slug: string) => ({ workspace: slug, plan: "growth", interval: "month" });

const some = (answer: unknown): boolean => Array.isArray(answer) && answer.length > 0;
const something = (answer: unknown): boolean => typeof answer === "object" && answer !== null;
const listOf = (field: string) => (answer: unknown) =>
  something(answer) && some((answer as Readonly<Record<string, unknown>>)[field]);

/** One for each procedure, by its path; a procedure without one is reported as undeclared. */
export const SAMPLES: Readonly<Record<string, Sample>> = {
  ...ACCOUNT_SAMPLES,
  ...AMAZON_SAMPLES,
  "store.list": { input: inWorkspace, holdsData: some },
  "store.details": { input: inWorkspace, holdsData: some },
  "store.pause": { input: (slug, ids) => ({ ...inStore(slug, ids), paused: true }), holdsData: something },
  "store.pausedAll": { input: inWorkspace, holdsData: something },
  "store.pauseAll": { input: (slug) => ({ ...inWorkspace(slug), paused: true }), holdsData: something },
  "store.setCutOver": {
    input: (slug, ids) => ({ ...inStore(slug, ids), at: "2026-11-01T00:00:00Z" }),
    holdsData: something,
  },
  "store.setDryRun": { input: (slug, ids) => ({ ...inStore(slug, ids), dryRun: true }), holdsData: something },
  "store.liftRestriction": { input: inStore, holdsData: something },
  "store.setProbe": { input: (slug, ids) => ({ ...inStore(slug, ids), afterDays: 365 }), holdsData: something },
  "store.setEmailLane": {
    input: (slug, ids) => ({ ...inStore(slug, ids), marketplaceId: "ATVPDKIKX0DER", on: false }),
    holdsData: something,
  },
  "store.askServiceAddress": {
    input: (slug, ids) => ({ ...inStore(slug, ids), address: "service@example.com" }),
    holdsData: something,
  },
  "store.importDoNotContact": {
    input: (slug, ids) => ({ ...inStore(slug, ids), text: "111-1234567-1234567" }),
    holdsData: something,
  },
  "store.testAddress": {
    input: (slug, ids) => ({ ...inStore(slug, ids), addressId: ids.addressId }),
    holdsData: something,
  },
  "onboarding.firstFlow": { input: inStore, holdsData: something },
  "onboarding.confirmFirstFlow": {
    input: (slug, ids) => ({ ...inStore(slug, ids), orders: "new" }),
    holdsData: something,
  },
  "connect.begin": {
    input: (slug) => ({ ...inWorkspace(slug), marketplaceId: "ATVPDKIKX0DER", returnTo: "stores" }),
    holdsData: something,
  },
  "connect.again": { input: (slug, ids) => ({ ...inStore(slug, ids), returnTo: "stores" }), holdsData: something },
  "connect.fromAppstore": {
    input: (slug) => ({
      ...inWorkspace(slug),
      amazonCallbackUri: "https://sellercentral.amazon.com/apps/authorize/confirm/amzn1.sp.solution.test",
      amazonState: "state",
      sellerId: "A1MATRIXSELLER",
    }),
    holdsData: something,
  },
  "connect.disconnect": { input: inStore, holdsData: something },
  "connect.erase": {
    input: (slug, ids) => ({ ...inWorkspace(slug), store: ids.disconnectedStore, name: "Disconnected" }),
    holdsData: something,
  },
  "overview.get": { input: inStore, holdsData: something },
  "order.list": { input: inStore, holdsData: listOf("orders") },
  "order.export": { input: inStore, holdsData: listOf("orders") },
  "order.counts": { input: inStore, holdsData: something },
  "order.get": {
    input: (slug, ids) => ({ ...inStore(slug, ids), ref: ids.orderRef }),
    holdsData: something,
  },
  "order.mail": {
    input: (slug, ids) => ({ ...inStore(slug, ids), ref: ids.orderRef }),
    holdsData: something,
  },
  "optOut.list": { input: inStore, holdsData: listOf("optOuts") },
  "optOut.notices": { input: (slug, ids) => ({ ...inStore(slug, ids), onlyReview: false }), holdsData: some },
  "optOut.notice": {
    input: (slug, ids) => ({ ...inStore(slug, ids), id: ids.noticeId }),
    holdsData: something,
  },
  ...FLOW_SAMPLES,
  ...CRITICAL_SAMPLES,
  ...NOTICE_SAMPLES,
  "system.state": { input: inWorkspace, holdsData: something },
  "billing.overview": { input: inWorkspace, holdsData: something },
  "billing.usage": { input: inWorkspace, holdsData: something },
  "billing.notice": { input: inWorkspace, holdsData: something },
  "billing.subscribe": { input: plan, holdsData: something },
  "billing.preview": { input: plan, holdsData: something },
  "billing.change": {
    input: (slug) => ({ ...plan(slug), plan: "starter", at: null }),
    holdsData: something,
  },
  "billing.cancel": {
    input: (slug) => ({ workspace: slug, reason: "other", comment: null }),
    holdsData: something,
  },
  "billing.reactivate": { input: inWorkspace, holdsData: something },
  "billing.refresh": { input: inWorkspace, holdsData: something },
  "billing.portal": { input: inWorkspace, holdsData: something },
  "billing.invoices": { input: (slug) => ({ workspace: slug, after: null }), holdsData: listOf("invoices") },
  "billing.setSpendingCap": { input: (slug) => ({ workspace: slug, capMinor: 2_500 }), holdsData: something },
  "live.changes": { input: inWorkspace, holdsData: (topic) => topic === "orders" },
};
