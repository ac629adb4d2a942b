import { existsSync, readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { z } from "zod";
import { classifyMail } from "../classify.ts";
import { parseMail } from "../parse-mail.ts";
import { composeMail } from "../testing/compose-mail.ts";

const corpus = new URL("../../../../../../shared/corpus/bounces/", import.meta.url);
const KINDS = ["hard_bounce", "soft_bounce", "complaint", "other"] as const;
type Kind = (typeof KINDS)[number];

const labels = z.array(z.object({ file: z.string(), index: z.number(), reason: z.string(), hardbounce: z.boolean() }));

/** feedback → complaint; vacation and delivered → other; else by `hardbounce`; the first recipient counts. */
function readLabels(): readonly { file: string; kind: Kind }[] {
  const entries = labels.parse(JSON.parse(readFileSync(new URL("expected.json", corpus), "utf8")));
  const labelled = entries
    .filter(({ index }) => index === 1)
    .map(({ file, reason, hardbounce }): { file: string; kind: Kind } => {
      if (reason === "feedback") {
        return { file, kind: "complaint" };
      }
      const other = reason === "vacation" || reason === "delivered";
      return { file, kind: other ? "other" : hardbounce ? "hard_bounce" : "soft_bounce" };
    });
  return [...labelled, { file: "not/rb-issue-368-bug.eml", kind: "other" }];
}

function f1(kind: Kind, pairs: readonly { wanted: Kind; found: string }[]): number {
  const right = pairs.filter(({ wanted, found }) => wanted === kind && found === kind).length;
  const named = pairs.filter(({ found }) => found === kind).length;
  const real = pairs.filter(({ wanted }) => wanted === kind).length;
  return (2 * right) / (named + real);
}

describe("the corpus of labelled bounces (else shared-missing)", () => {
  it.skipIf(!existsSync(corpus))("is told apart with a macro F1 of at least 0.97", async () => {
    const pairs: { wanted: Kind; found: string }[] = [];
    for (const { file, kind } of readLabels()) {
      pairs.push({ wanted: kind, found: classifyMail(await parseMail(readFileSync(new URL(file, corpus)))).kind });
    }
    const scores = KINDS.map((kind) => f1(kind, pairs));
    expect(scores.reduce((sum, score) => sum + score, 0) / KINDS.length).toBeGreaterThanOrEqual(0.97);
  });
});

function report(group: string, text = "This is the mail system."): Buffer {
  const boundary = "b1";
  const parts = [
    `--${boundary}\r\nContent-Type: text/plain\r\n\r\n${text}\r\n`,
    `--${boundary}\r\nContent-Type: message/delivery-status\r\n\r\nReporting-MTA: dns; mx.example\r\n\r\n${group}\r\n`,
    `--${boundary}--\r\n`,
  ];
  const head = `From: MAILER-DAEMON@mx.example\r\nSubject: Undelivered Mail\r\nContent-Type: multipart/report; report-type=delivery-status; boundary=${boundary}\r\n\r\n`;
  return Buffer.from(head + parts.join(""));
}

async function judge(raw: Buffer): Promise<{ kind: string; status: string | null }> {
  const { kind, status } = classifyMail(await parseMail(raw));
  return { kind, status };
}

describe("delivery reports (RFC 3464)", () => {
  it.each([
    ["Action: failed\r\nStatus: 5.1.1\r\nDiagnostic-Code: smtp; 550 5.1.1 User unknown", "hard_bounce", "5.1.1"],
    ["Action: failed\r\nStatus: 5.0.0\r\nDiagnostic-Code: smtp; 550 5.1.1 no such\r\n user", "hard_bounce", "5.1.1"],
    ["Action: failed\r\nStatus: 5.2.2\r\nDiagnostic-Code: smtp; 552 5.2.2 Mailbox full", "soft_bounce", "5.2.2"],
    [
      "Action: failed\r\nStatus: 5.7.1\r\nDiagnostic-Code: smtp; 550 5.7.1 blocked using rbl.example",
      "soft_bounce",
      "5.7.1",
    ],
    ["Action: delayed\r\nStatus: 4.4.1", "soft_bounce", "4.4.1"],
    ["Action: delivered\r\nStatus: 2.0.0", "other", "2.0.0"],
    ["Action: relayed\r\nStatus: 2.0.0", "other", "2.0.0"],
  ])("%j is %s", async (group, kind, status) => {
    expect(await judge(report(`Final-Recipient: rfc822; a@b.example\r\n${group}`))).toEqual({ kind, status });
  });

  it("judges the first recipient", async () => {
    const groups =
      "Final-Recipient: rfc822; a@b.example\r\nAction: failed\r\nStatus: 5.1.1\r\n\r\nFinal-Recipient: rfc822; c@b.example\r\nAction: delayed\r\nStatus: 4.2.2";
    expect((await judge(report(groups))).kind).toBe("hard_bounce");
  });
});

describe("other mails that speak of delivery", () => {
  const person = { from: "a@shop.example", headers: {} };

  it("a person who asks about a bounce is other", async () => {
    const raw = composeMail({
      ...person,
      subject: "Undelivered mail?",
      text: "My mail about order 403-4565603-0457311 came back. Why?",
    });
    expect((await judge(raw)).kind).toBe("other");
  });

  it("an automatic reply is other, even from a postmaster", async () => {
    const raw = composeMail({
      from: "postmaster@b.example",
      subject: "Received",
      headers: { "Auto-Submitted": "auto-replied" },
      text: "We got your mail.",
    });
    expect((await judge(raw)).kind).toBe("other");
  });

  it("a feedback report is a complaint", async () => {
    const raw = Buffer.from(
      "From: fbl@b.example\r\nContent-Type: multipart/report; report-type=feedback-report; boundary=b\r\n\r\n--b\r\nContent-Type: message/feedback-report\r\n\r\nFeedback-Type: abuse\r\n\r\n--b--\r\n",
    );
    expect((await judge(raw)).kind).toBe("complaint");
  });
});
