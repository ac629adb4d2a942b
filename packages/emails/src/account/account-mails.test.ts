import { Temporal } from "@heed/core/time";
import { type DefaultTreeAdapterMap, parse } from "parse5";
import { describe, expect, it } from "vitest";
import type { AccountMail } from "../account-mail.ts";
import { renderAuthorisationExpiringMail } from "./authorisation-expiring-mail.ts";
import { renderConfirmAddressMail } from "./confirm-address-mail.ts";
import { renderGrantMail } from "./grant-mail.ts";
import { renderInvitationMail } from "./invitation-mail.ts";
import { DARK_SHEET } from "./mail-styles.ts";
import { renderPaymentFailedMail } from "./payment-failed-mail.ts";
import { renderSendingPausedMail } from "./sending-paused-mail.ts";
import { renderSendingResumedMail } from "./sending-resumed-mail.ts";
import { renderSignInMail } from "./sign-in-mail.ts";
import { renderStoreDisconnectedMail } from "./store-disconnected-mail.ts";
import { renderUsageAlertMail } from "./usage-alert-mail.ts";
import { renderWorkspaceDeletionMail } from "./workspace-deletion-mail.ts";

const url = "https://heed.example/somewhere?token=abc&x=1";
const at = Temporal.Instant.from("2026-12-02T09:30:00Z");
/** Names as people enter them, and as attackers do. */
const NAME = `Ann & "Söhne" <img src=x onerror=alert(1)>\r\nBcc: all@example.com\u202e`;

const MAILS: Readonly<Record<string, (name: string) => Promise<AccountMail>>> = {
  "sign-in": () => renderSignInMail({ url, expiresMinutes: 15 }),
  invitation: (name) =>
    renderInvitationMail({ workspace: name, invitedBy: name, role: "manager", stores: [name], url, expiresAt: at }),
  "grant offered": (name) =>
    renderGrantMail({ seller: name, agency: name, offeredBy: name, role: "manager", stores: [name, name], url }),
  "store disconnected by a member": (name) =>
    renderStoreDisconnectedMail({
      store: name,
      workspace: name,
      by: { kind: "member", name },
      purgeAt: at,
      url,
    }),
  "store disconnected by Amazon": (name) =>
    renderStoreDisconnectedMail({ store: name, workspace: name, by: { kind: "amazon" }, purgeAt: null, url }),
  "authorisation expiring": (name) =>
    renderAuthorisationExpiringMail({ store: name, workspace: name, expiresAt: at, url }),
  "workspace deletion": (name) => renderWorkspaceDeletionMail({ workspace: name, deletedBy: name, erasedAt: at, url }),
  "usage of 80 %": (name) => renderUsageAlertMail({ workspace: name, share: 80, of: "plan", total: 500, url }),
  "usage of 100 %": (name) => renderUsageAlertMail({ workspace: name, share: 100, of: "included", total: 12_000, url }),
  "payment failed": (name) => renderPaymentFailedMail({ workspace: name, pausesAt: at, url }),
  "sending paused": (name) => renderSendingPausedMail({ workspace: name, url }),
  "sending resumed": (name) => renderSendingResumedMail({ workspace: name, url }),
  "confirm address": (name) => renderConfirmAddressMail({ store: name, workspace: name, url, validDays: 7 }),
};

describe.each(Object.entries(MAILS))("the mail %s", (_name, make) => {
  it("shows its link as a button, as an address and in the text part", async () => {
    const mail = await make("North Pier");
    expect(hrefsOf(parse(mail.html))).toEqual([url, url]);
    expect(mail.text).toContain(url);
  });

  it("says the same in HTML and in text", async () => {
    const mail = await make("North Pier");
    const shown = textOf(parse(mail.html)).replace(/\s+/g, " ");
    const lines = mail.text.split("\n\n").filter((line) => line !== "" && line !== "--" && !line.includes(url));
    expect(lines.length).toBeGreaterThan(2);
    for (const line of lines) expect(shown).toContain(line.trim());
  });

  it("keeps names from becoming markup, headers or a change of direction", async () => {
    const mail = await make(NAME);
    expect(tagsOf(parse(mail.html))).not.toContain("img");
    expect(mail.subject).not.toMatch(/[\r\n\u202e]/);
    expect(mail.text).not.toMatch(/^Bcc:/m);
  });

  it("has a dark look for everything that it colours, and fetches nothing", async () => {
    const { html } = await make("North Pier");
    expect(html).toContain('name="color-scheme" content="light dark"');
    const classes = new Set([...html.matchAll(/class="(m-[a-z]+)"/g)].map((match) => match[1] ?? ""));
    expect(classes.size).toBeGreaterThan(3);
    for (const name of classes) expect(DARK_SHEET).toContain(`.${name} {`);
    expect(html).not.toMatch(/<img|url\(|@import|<link/i);
  });
});

it("names the day and the zone of what ends", async () => {
  const mail = await renderAuthorisationExpiringMail({ store: "A", workspace: "B", expiresAt: at, url });
  expect(mail.text).toContain("2 December 2026 at 09:30 UTC");
});

it("says of a used-up plan, and of a cap, what stops and what helps", async () => {
  const texts = await Promise.all(
    (["included", "plan", "spending_cap"] as const).map((of) =>
      renderUsageAlertMail({ workspace: "A", share: 100, of, total: 50, url }).then(({ text }) => text),
    ),
  );
  expect(texts[0]).toContain("Sending goes on; further messages are billed");
  expect(texts[1]).toContain("A larger plan lets waiting messages go at once");
  expect(texts[2]).toContain("A higher cap lets waiting messages go at once");
});

type Node = DefaultTreeAdapterMap["node"];

const childrenOf = (node: Node): Node[] => ("childNodes" in node ? node.childNodes : []);

function hrefsOf(node: Node): string[] {
  const own = "attrs" in node ? node.attrs.filter(({ name }) => name === "href").map(({ value }) => value) : [];
  return [...own, ...childrenOf(node).flatMap(hrefsOf)];
}

function tagsOf(node: Node): string[] {
  return ["tagName" in node ? node.tagName : "", ...childrenOf(node).flatMap(tagsOf)];
}

function textOf(node: Node): string {
  return "value" in node && node.nodeName === "#text" ? node.value : childrenOf(node).map(textOf).join("");
}
