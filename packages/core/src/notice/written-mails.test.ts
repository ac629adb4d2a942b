import { describe, expect, it } from "vitest";
import { classifyMail } from "./classify.ts";
import type { Classification } from "./notice.ts";
import { parseMail } from "./parse-mail.ts";
import { composeMail, type MailDraft } from "./testing/compose-mail.ts";
import { BLOCKS, HELD_OUT_BLOCKS } from "./testing/mails/blocks.ts";
import { HELD_OUT_LOOKALIKES, LOOKALIKES } from "./testing/mails/lookalikes.ts";
import { HELD_OUT_REFUSALS, REFUSALS } from "./testing/mails/refusals.ts";
import { WAYS } from "./testing/mails/ways.ts";

const ORDER = "403-4565603-0457311";

async function read(draft: MailDraft): Promise<Classification> {
  return classifyMail(await parseMail(composeMail(draft)));
}

const fill = (text: string) => text.replaceAll("#", ORDER);

const REFUSED = [...REFUSALS, ...HELD_OUT_REFUSALS].map((text) => ({ ...text, kind: "opted_out" as const }));
const TEXTS = [...REFUSED, ...BLOCKS, ...HELD_OUT_BLOCKS];

describe.each(Object.entries(WAYS))("mails in thirteen languages, %s", (_way, write) => {
  it.each(TEXTS)("$language $kind: $subject", async ({ kind, language, subject, text }) => {
    const result = await read(write({ subject: fill(subject), text: fill(text) }));
    expect(result).toMatchObject({ kind, orderId: ORDER, language });
  });
});

describe("mails that speak of a refusal without being one", () => {
  it.each(Object.entries({ ...LOOKALIKES, ...HELD_OUT_LOOKALIKES }))("%s", async (_name, draft) => {
    // What Amazon says in words that only resemble a notice may wait for a person; it suppresses nobody.
    expect(["other", "unknown"]).toContain((await read(draft)).kind);
  });
});

describe("order ids in unusual places", () => {
  const sentence = (id: string) =>
    `We were unable to deliver the message you sent for order ${id} because the buyer has chosen to opt out of receiving unsolicited messages from sellers.`;

  it.each<readonly [string, MailDraft]>([
    [
      "only in the address of a link",
      {
        subject: "Notice",
        html: `<p>We were unable to deliver <a href="https://sellercentral.amazon.com/orders-v3/order/${ORDER}">the message you sent</a> because the buyer has chosen to opt out of receiving unsolicited messages.</p>`,
      },
    ],
    ["without its dashes", { subject: "Notice", text: sentence(ORDER.replaceAll("-", "")) }],
    ["in an encoded address", { subject: "Notice", text: sentence(`(https://x.example/?id%3D${ORDER})`) }],
    [
      "above, with another order in a copy below",
      {
        subject: "Notice",
        text: `Order: ${ORDER}\n\n${sentence("").replace("for order ", "")}\n\nYour message:\nAbout order 111-2223334-5556667`,
      },
    ],
    ["from a subdomain of Amazon", { from: "x@notices.amazon.com", subject: "Notice", text: sentence(ORDER) }],
  ])("%s", async (_where, draft) => {
    expect(await read(draft)).toMatchObject({ kind: "opted_out", orderId: ORDER });
  });
});
