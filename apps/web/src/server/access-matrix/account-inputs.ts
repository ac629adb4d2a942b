import { FIRST_COLOUR } from "@heed/core/report/client-report";
import type { Sample } from "./procedure-inputs.ts";

const inWorkspace = (slug: string) => ({ workspace: slug });
const some = (answer: unknown): boolean => Array.isArray(answer) && answer.length > 0;
const something = (answer: unknown): boolean => typeof answer === "object" && answer !== null;
const listOf = (field: string) => (answer: unknown) =>
  something(answer) && some((answer as Readonly<Record<string, unknown>>)[field]);
/** Of acts that have nothing to tell: that they did not fail. */
const done = (): boolean => true;
const NO_LIMITS = { storeIds: null, clientIds: null };

/** Procedures about accounts, workspaces, people and grants. */
export const ACCOUNT_SAMPLES: Readonly<Record<string, Sample>> = {
  "secondFactor.state": { input: () => undefined, holdsData: listOf("authenticators") },
  "secondFactor.startTotp": { input: () => undefined, holdsData: something },
  "secondFactor.confirmTotp": {
    input: (_slug, _ids, { started }) => ({ id: started.id, code: started.code() }),
    holdsData: something,
  },
  "secondFactor.stepUp": { input: (_slug, _ids, { factor }) => ({ code: factor.code() }), holdsData: something },
  "secondFactor.remove": { input: (_slug, _ids, { factor }) => ({ id: factor.id }), holdsData: something },
  "secondFactor.rename": {
    input: (_slug, _ids, { factor }) => ({ id: factor.id, name: "Telephone" }),
    holdsData: done,
  },
  "secondFactor.renewRecoveryCodes": { input: () => undefined, holdsData: listOf("recoveryCodes") },
  "passkey.startAdding": { input: () => undefined, holdsData: something },
  "passkey.add": {
    input: (_slug, _ids, { passkey }) => ({ name: "Key ring", answer: passkey.made }),
    holdsData: something,
  },
  "passkey.startUsing": { input: () => undefined, holdsData: something },
  "passkey.use": { input: (_slug, _ids, { passkey }) => ({ answer: passkey.used }), holdsData: something },
  "account.profile": { input: () => undefined, holdsData: something },
  "account.setName": { input: () => ({ name: "Ada" }), holdsData: done },
  "account.sessions": { input: () => undefined, holdsData: some },
  "account.endSession": { input: (_slug, _ids, { sessionId }) => ({ id: sessionId }), holdsData: done },
  "account.signOutEverywhere": { input: () => undefined, holdsData: something },
  "account.changeEmail": { input: () => ({ email: "new-address@example.com" }), holdsData: something },
  "account.confirmEmail": { input: (_slug, _ids, { emailToken }) => ({ token: emailToken }), holdsData: something },
  "account.remove": { input: (_slug, _ids, { email }) => ({ typedEmail: email }), holdsData: done },
  "client.list": { input: inWorkspace, holdsData: some },
  "client.create": { input: (slug) => ({ ...inWorkspace(slug), name: "New client" }), holdsData: something },
  "client.rename": {
    input: (slug, ids) => ({ ...inWorkspace(slug), id: ids.clientId, name: "Other name" }),
    holdsData: done,
    names: "row",
  },
  "client.label": {
    input: (slug, ids) => ({ ...inWorkspace(slug), id: ids.clientId, label: "CC-104" }),
    holdsData: done,
    names: "row",
  },
  "client.remove": {
    input: (slug, ids) => ({ ...inWorkspace(slug), id: ids.clientId }),
    holdsData: done,
    names: "row",
  },
  "client.placeStore": {
    input: (slug, ids) => ({
      ...inWorkspace(slug),
      storeId: ids.store,
      storeTenantId: ids.tenantId,
      clientId: ids.clientId,
    }),
    holdsData: done,
    names: "row",
  },
  "client.report": {
    input: (slug, ids) => ({ ...inWorkspace(slug), id: ids.clientId }),
    holdsData: something,
    names: "row",
  },
  "client.setReport": {
    input: (slug, ids) => ({
      ...inWorkspace(slug),
      ...{ id: ids.clientId, on: true, to: ["client@example.com"], zone: "Europe/Berlin" },
    }),
    holdsData: done,
    names: "row",
  },
  "client.setReportLook": {
    input: (slug) => ({ ...inWorkspace(slug), name: "Pier", colour: FIRST_COLOUR }),
    holdsData: done,
  },
  "client.portfolio": { input: inWorkspace, holdsData: some },
  "audit.list": { input: inWorkspace, holdsData: listOf("lines") },
  "audit.people": { input: inWorkspace, holdsData: some },
  "audit.export": { input: inWorkspace, holdsData: listOf("lines") },
  "workspace.create": { input: () => ({ name: "New workspace", kind: "seller" }), holdsData: something },
  "workspace.rename": { input: (slug) => ({ ...inWorkspace(slug), name: "New name" }), holdsData: done },
  "workspace.requireFactor": { input: (slug) => ({ ...inWorkspace(slug), requireFactor: true }), holdsData: done },
  "workspace.digest": { input: inWorkspace, holdsData: something },
  "workspace.setDigest": { input: (slug) => ({ ...inWorkspace(slug), choice: "daily" }), holdsData: done },
  "workspace.leave": { input: inWorkspace, holdsData: done },
  "workspace.remove": { input: (slug) => ({ ...inWorkspace(slug), typedName: slug }), holdsData: something },
  "workspace.deleted": { input: () => undefined, holdsData: some },
  "workspace.restore": { input: (_slug, _ids, { deletedId }) => ({ id: deletedId }), holdsData: something },
  "team.members": { input: inWorkspace, holdsData: some },
  "team.change": {
    input: (slug, ids) => ({ ...inWorkspace(slug), userId: ids.memberId, role: "viewer", ...NO_LIMITS }),
    holdsData: done,
    names: "row",
  },
  "team.remove": {
    input: (slug, ids) => ({ ...inWorkspace(slug), userId: ids.memberId }),
    holdsData: done,
    names: "row",
  },
  "team.transferOwnership": {
    input: (slug, ids) => ({ ...inWorkspace(slug), userId: ids.memberId }),
    holdsData: done,
    names: "row",
  },
  "team.invitations": { input: inWorkspace, holdsData: some },
  "team.invite": {
    input: (slug) => ({ ...inWorkspace(slug), email: "new@example.com", role: "viewer", ...NO_LIMITS }),
    holdsData: something,
  },
  "team.resend": {
    input: (slug, ids) => ({ ...inWorkspace(slug), id: ids.invitationId }),
    holdsData: something,
    names: "row",
  },
  "team.revoke": {
    input: (slug, ids) => ({ ...inWorkspace(slug), id: ids.invitationId }),
    holdsData: done,
    names: "row",
  },
  "team.invitation": {
    input: (_slug, _ids, { invitationToken }) => ({ token: invitationToken }),
    holdsData: something,
  },
  "team.accept": { input: (_slug, _ids, { invitationToken }) => ({ token: invitationToken }), holdsData: something },
  "grant.list": { input: inWorkspace, holdsData: some },
  "grant.offer": {
    input: (slug) => ({ ...inWorkspace(slug), email: "agency@example.com", role: "manager", storeIds: null }),
    holdsData: something,
  },
  "grant.revoke": {
    input: (slug, ids) => ({ ...inWorkspace(slug), id: ids.grantId }),
    holdsData: done,
    names: "row",
  },
  "grant.received": { input: inWorkspace, holdsData: some },
  "grant.leave": {
    input: (slug, ids) => ({ ...inWorkspace(slug), id: ids.heldGrantId }),
    holdsData: done,
    names: "row",
  },
  "grant.offered": { input: (_slug, _ids, { offerToken }) => ({ token: offerToken }), holdsData: something },
  "grant.accept": {
    input: (slug, _ids, { offerToken }) => ({ ...inWorkspace(slug), token: offerToken }),
    holdsData: something,
    bearer: true,
  },
  "workspace.list": { input: () => undefined, holdsData: some },
  "workspace.current": { input: inWorkspace, holdsData: something },
};
