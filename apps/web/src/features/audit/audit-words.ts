import type { Outputs } from "../../server/routers/app.ts";

export type AuditLine = Outputs["audit"]["list"]["lines"][number];

/** First parts of acts, as filters name them. */
export const ABOUT_WORDS: Readonly<Record<string, string>> = {
  member: "Members",
  invitation: "Invitations",
  ownership: "Ownership",
  grant: "Access of agencies",
  client: "Clients",
  workspace: "Workspace",
  store: "Stores",
  flow: "Flows",
  template: "Templates",
  brake: "Brakes",
  critical: "Critical settings",
  typed_message: "Critical messages",
  task: "Tasks",
  notice: "Notices",
  sender: "Sender addresses",
  sender_domain: "Sender domains",
  billing: "Billing",
};

/** "grant.store_placed" as "Grant: store placed": acts of all parts are readable without a list of them here. */
export function actWords(act: string): string {
  const [about = "", ...rest] = act.replaceAll("_", " ").split(".");
  return `${about.charAt(0).toUpperCase()}${about.slice(1)}: ${rest.join(" ") || "changed"}`;
}

/** Whose hand it was: a person, one of an agency, or our own work. */
export function actorWords({ userId, email, name, agencyName }: AuditLine): string {
  const person = userId === null ? "Heed" : (name ?? email ?? "A deleted account");
  return agencyName === null ? person : `${person} of ${agencyName}`;
}

/** "role: viewer → manager", for what differs. */
export function changeWords({ details: { before = {}, after = {} } }: AuditLine): string {
  const names = [...new Set([...Object.keys(before), ...Object.keys(after)])];
  const differ = names.filter((name) => JSON.stringify(before[name]) !== JSON.stringify(after[name]));
  return differ.map((name) => `${name}: ${shown(before[name])} → ${shown(after[name])}`).join("; ");
}

const shown = (value: unknown): string =>
  value === undefined || value === null ? "–" : typeof value === "string" ? value : JSON.stringify(value);
