import { readFileSync } from "node:fs";
import { join } from "node:path";
import { authenticate } from "mailauth";
import PostalMime from "postal-mime";
import { describe, expect, it, onTestFinished } from "vitest";
import { hasSpec, SPEC_DIR } from "../testing/published-spec.ts";
import type { TestSandbox } from "../testing.ts";
import { exampleBuyer, exampleOrder, exampleWorld, startTestSandbox } from "../testing.ts";
import { MARKETPLACE } from "../world/marketplaces.ts";
import { encodeJapanese } from "./japanese.ts";
import { noticeText } from "./notice-texts.ts";

const stores = exampleWorld().stores;

/** The notices about one hand-written message each to `count` opted-out buyers of a marketplace. */
async function notices(
  marketplaceId: string,
  count = 1,
): Promise<{ readonly sandbox: TestSandbox; readonly raw: readonly Buffer[] }> {
  const sandbox = await startTestSandbox();
  onTestFinished(() => sandbox.stop());
  const sellerId =
    stores.find((store) => store.marketplaces.some((place) => place.marketplaceId === marketplaceId))?.sellerId ?? "";
  const orders = Array.from({ length: count }, (_, index) =>
    exampleOrder({ orderId: `250-0000000-000000${index + 1}`, sellerId, marketplaceId }),
  );
  const handWritten = orders.map(({ orderId }) => ({ orderId, at: "2026-11-20T13:00:00Z" }));
  await sandbox.control(
    "POST",
    "/world",
    exampleWorld({ orders, buyers: [exampleBuyer({ sellerId, marketplaceId })], handWritten }),
  );
  await sandbox.control("POST", "/clock/run", { until: "2026-11-20T13:00:00Z" });
  const raw = sandbox
    .log()
    .flatMap((entry) => (entry.kind === "mail.received" ? [Buffer.from(entry.raw, "base64")] : []));
  return { sandbox, raw };
}

async function verify(sandbox: TestSandbox, raw: Buffer) {
  const resolver = async (name: string, type: string) => {
    const answer = await sandbox.control("GET", `/dns?name=${encodeURIComponent(name)}&type=${type}`);
    if (answer.status === 404) throw Object.assign(new Error("NXDOMAIN"), { code: "ENOTFOUND" });
    return (answer.body as { answers: string[][] }).answers;
  };
  return authenticate(raw, {
    trustReceived: false,
    ip: "54.240.14.32",
    sender: "token@bounces.amazon.com",
    resolver,
    disableArc: true,
    disableBimi: true,
  } as Parameters<typeof authenticate>[1]);
}

describe("a notice", () => {
  it.each([MARKETPLACE.us, MARKETPLACE.de, MARKETPLACE.fr, MARKETPLACE.jp])(
    "of $name passes DKIM and DMARC by its own domain",
    async ({ id, domain }) => {
      const { sandbox, raw } = await notices(id);
      const result = await verify(sandbox, raw[0] ?? Buffer.alloc(0));
      expect(result.dkim.results.map(({ signingDomain, status }) => [signingDomain, status.result])).toEqual([
        [domain, "pass"],
        ["amazonses.com", "pass"],
      ]);
      expect(result.dmarc ? result.dmarc.status.result : "none").toBe("pass");
    },
  );

  it("fails once a byte of it is changed", async () => {
    const { sandbox, raw } = await notices(MARKETPLACE.us.id);
    const forged = Buffer.from(
      (raw[0] ?? Buffer.alloc(0)).toString("latin1").replace("Subject: Your", "Subject: My"),
      "latin1",
    );
    const result = await verify(sandbox, forged);
    expect(result.dkim.results.every(({ status }) => status.result !== "pass")).toBe(true);
  });

  it("comes in the old Japanese encodings too, and reads the same in each", async () => {
    const { raw } = await notices(MARKETPLACE.jp.id, 9);
    const charsets = raw.map((mail) => /charset=([\w-]+)/.exec(mail.toString("latin1"))?.[1]);
    expect(new Set(charsets)).toEqual(new Set(["iso-2022-jp", "utf-8", "shift_jis"]));
    for (const mail of raw) {
      const parsed = await PostalMime.parse(mail);
      expect(parsed.subject).toBe(noticeText("opted_out", "ja").subject);
      expect(parsed.text).toMatch(/注文 250-0000000-000000\d/);
    }
  });

  it.each(["en", "fr", "de", "ja"] as const)("holds the key phrases that were published in %s", (language) => {
    const { paragraphs } = noticeText("opted_out", language);
    expect(paragraphs.filter((paragraph) => paragraph.includes("{order}"))).toHaveLength(1);
  });

  it.skipIf(!hasSpec)("opens as the published ones do (shared-missing)", () => {
    const { notices: published } = JSON.parse(readFileSync(join(SPEC_DIR, "optout-notices.json"), "utf8")) as {
      notices: {
        lang: "en" | "fr" | "ja";
        kind: string;
        verified: unknown;
        subject: string;
        body_fragments: string[];
      }[];
    };
    const verified = published.filter((notice) => notice.kind === "optout" && notice.verified === true);
    expect(verified).toHaveLength(3);
    for (const { lang, subject, body_fragments } of verified) {
      const ours = noticeText("opted_out", lang);
      const withoutId = (text: string) => text.replace(/\{order\}|\[?[\dX]{3}-[\dxX]{6,7}-[\dxX]{7}\]?/, "#");
      expect(ours.subject).toBe(subject);
      expect(withoutId(ours.paragraphs.join("\n"))).toContain(withoutId(body_fragments[1] ?? "missing"));
    }
  });
});

describe("the Japanese encoders", () => {
  it.each(["shift_jis", "iso-2022-jp"] as const)("invert the platform's decoder of %s", (charset) => {
    const text = "注文 123-1234567 カタカナ ひらがな 漢字、句点。ABC\r\n二行目";
    expect(new TextDecoder(charset, { fatal: true }).decode(encodeJapanese(text, charset))).toBe(text);
  });
});
