import { composeMail, type MailDraft } from "@heed/core/notice/testing/compose-mail";
import { BLOCKS } from "@heed/core/notice/testing/mails/blocks";
import { LOOKALIKES } from "@heed/core/notice/testing/mails/lookalikes";
import { REFUSALS } from "@heed/core/notice/testing/mails/refusals";
import { WAYS } from "@heed/core/notice/testing/mails/ways";

/** What mail servers and signatures add to every mail that really travelled. */
const TRAVELLED = {
  Received:
    "from a1-2.smtp-out.amazonses.com (a1-2.smtp-out.amazonses.com [54.240.1.2]) by inbound.example with ESMTPS",
  "DKIM-Signature": `v=1; a=rsa-sha256; q=dns/txt; c=relaxed/simple; s=x; d=amazon.com; h=From:To:Subject; bh=${"b".repeat(44)}; b=${"s".repeat(344)}`,
  "Feedback-ID": "1.us-east-1.x:AmazonSES",
  "X-SES-Outgoing": "2026.10.05-54.240.1.2",
};

/** Advice, footers and a copy of the message: what real notices carry below the sentence that matters. */
const BELOW =
  "\n\n1. Go to Manage Orders.\n2. Click the buyer's name.\n3. Choose the contact reason, write your message and click Send.\n\nFor your reference, the following messages are considered critical: product customization questions, delivery scheduling, issues with a shipping address.\n\nThis mailbox is not monitored. Please do not reply to this message.\n".repeat(
    2,
  );

/** Notices in thirteen languages and several encodings, direct and forwarded, and mails that only resemble them. */
export function sampleMails(): readonly Uint8Array[] {
  const ways = Object.values(WAYS);
  const notices = [...REFUSALS, ...BLOCKS].map(({ subject, text }, index) => {
    const filled = { subject: fill(subject), text: `${fill(text)}${BELOW}` };
    return travelled(ways[index % ways.length]?.(filled) ?? filled);
  });
  const others = Object.values(LOOKALIKES).map((draft) => travelled({ ...draft, text: `${draft.text ?? ""}${BELOW}` }));
  return [...notices, ...others];
}

/** With the headers of the way and, as nearly all mail of shops has it, a version in HTML. */
function travelled(draft: MailDraft): Uint8Array {
  const html = draft.html ?? page(draft.text ?? "");
  return composeMail({ transfer: "quoted-printable", ...draft, html, headers: { ...TRAVELLED, ...draft.headers } });
}

const CELL =
  '<table role="presentation" width="100%" cellspacing="0" cellpadding="0" style="border-collapse:collapse"><tr><td style="padding:8px 20px;font:13px/18px Arial,sans-serif;color:#333333">';

/** Nested tables with a style on each cell, about 25 kB, as shops' mails have it. */
function page(text: string): string {
  const rows = text.split("\n").map((line) => `${CELL}<p style="margin:0 0 10px">${line}</p></td></tr></table>`);
  const links = Array.from(
    { length: 80 },
    (_, index) => `${CELL}<a href="https://x.example/${index}">Help</a></td></tr></table>`,
  );
  return `<!doctype html><html><head><style>${"td{padding:0}".repeat(60)}</style></head><body>${[...rows, ...links].join("\n")}</body></html>`;
}

function fill(text: string): string {
  return text.replaceAll("#", "403-4565603-0457311");
}
