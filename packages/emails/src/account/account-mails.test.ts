import { optOutRate } from "@heed/core/analytics/opt-out-rate";
import { composeReport } from "@heed/core/report/client-report";
import { Temporal } from "@heed/core/time";
import { type DefaultTreeAdapterMap, parse } from "parse5";
import { describe, expect, it } from "vitest";
import type { AccountMail } from "../account-mail.ts";
import { renderAuthorisationExpiringMail } from "./authorisation-expiring-mail.ts";
import { renderClientReportMail } from "./client-report-mail.ts";
import { renderConfirmAddressMail } from "./confirm-address-mail.ts";
import { renderGrantMail } from "./grant-mail.ts";
import { renderHealthDigestMail } from "./health-digest-mail.ts";
import { renderInvitationMail } from "./invitation-mail.ts";
import { DARK_SHEET } from "./mail-styles.ts";
import { renderNoticesSilentMail } from "./notices-silent-mail.ts";
import { renderPaymentFailedMail } from "./payment-failed-mail.ts";
import { renderSecurityMail, type SecurityChange } from "./security-mail.ts";
import { renderSendingPausedMail } from "./sending-paused-mail.ts";
import { renderSendingResumedMail } from "./sending-resumed-mail.ts";
import { renderSignInMail } from "./sign-in-mail.ts";
import { renderStoreDisconnectedMail } from "./store-disconnected-mail.ts";
import { renderUsageAlertMail } from "./usage-alert-mail.ts";
import { renderWorkspaceDeletionMail } from "./workspace-deletion-mail.ts";

const url = "https://heed.example/somewhere?token=abc&x=1";
const at = Temporal.Instant.from("2026-12-02T09:30:00Z");
const COUNTS = { refused: 3, reached: 600 };
/** Names as people enter them, and as attackers do. */
const NAME = `Ann & "Söhne" <img src=x onerror=alert(1)>\r\nBcc: all@example.com\u202e`;

const CHANGES: Readonly<Record<string, (name: string) => SecurityChange>> = {
  "second factor added": (name) => ({ kind: "factor_added", name }),
  "second factor removed": (name) => ({ kind: "factor_removed", name }),
  "last second factor removed": (name) => ({ kind: "last_factor_removed", name }),
  "recovery codes renewed": () => ({ kind: "codes_renewed" }),
  "recovery code used": () => ({ kind: "code_used", left: 9 }),
};
const SECURITY_MAILS = Object.fromEntries(
  Object.entries(CHANGES).map(([title, change]) => [
    title,
    (name: string) => renderSecurityMail({ change: change(name), at, url }),
  ]),
);

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
  "health digest": (name) =>
    renderHealthDigestMail({
      ...{
        workspace: name,
        span: "week",
        from: "2026-11-16",
        until: "2026-11-22",
        rate: optOutRate(COUNTS),
        needs: [name],
      },
      ...{ counts: { orders: 1_200, sent: 640, ...COUNTS }, url, settingsUrl: "https://heed.example/settings" },
    }),
  "notices do not arrive": (name) =>
    renderNoticesSilentMail({ store: name, workspace: name, silent: [name, "Amazon.de"], deaf: ["Amazon.it"], url }),
  ...SECURITY_MAILS,
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
    // A row of figures stands in the text as lines of "name: figure".
    const pieces = lines.flatMap((line) => (line.includes("\n") ? line.split(/\n|: /) : [line]));
    for (const piece of pieces) expect(shown).toContain(piece.trim());
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

describe("the report to an agency's client", () => {
  const store = (name: string) => ({ name, orders: 1_234, sent: 40, reached: 30, refused: 1 });
  const firstEmails = [
    {
      marketplaceId: "US",
      week: "2026-11-16",
      repeatBuyer: false,
      fulfilledBy: "merchant" as const,
      refused: 1,
      reached: 99,
    },
  ];
  const report = (sender: string) =>
    renderClientReportMail(
      composeReport({
        ...{ client: NAME, sender, colour: "#7a2f8f", week: { from: "2026-11-16", to: "2026-11-22" } },
        stores: [
          { ...store(NAME), firstEmails },
          { ...store("South"), firstEmails: [] },
        ],
      }),
    );

  it("bears the agency's name and colour, and nobody else's", async () => {
    const { html, text, subject } = await report("Pier & Partners");
    expect(`${html}${text}${subject}`).not.toMatch(/heed/i);
    expect(text).toContain("Pier & Partners");
    expect(html).toContain("#7a2f8f");
    expect(subject).not.toMatch(/[\r\n\u202e]/);
    expect(tagsOf(parse(html))).not.toContain("img");
  });

  it("tells each store, all together, and how sure the rate is", async () => {
    const { text } = await report("Pier");
    expect(text).toContain("South\n  Orders: 1,234\n  Sent: 40\n  Reached: 30\n  Refused: 1");
    expect(text).toContain("All\n  Orders: 2,468");
    expect(text).toMatch(/1 of 100 buyers .* 95 % interval 0\.2 % to 5\.4 %/);
  });
});

it("names the day and the zone of what ends", async () => {
  const mail = await renderAuthorisationExpiringMail({ store: "A", workspace: "B", expiresAt: at, url });
  expect(mail.text).toContain("2 December 2026 at 09:30 UTC");
});

it("says of a last second factor that the mailbox alone opens the account now", async () => {
  const { text } = await renderSecurityMail({ change: { kind: "last_factor_removed", name: "Telephone" }, at, url });
  expect(text).toContain("“Telephone” and all recovery codes do not work any more");
  expect(text).toContain("2 December 2026 at 09:30 UTC");
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
