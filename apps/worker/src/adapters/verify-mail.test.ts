import { generateKeyPairSync } from "node:crypto";
import { existsSync, readFileSync } from "node:fs";
import fc from "fast-check";
import { dkimSign, sealMessage } from "mailauth";
import { describe, expect, it } from "vitest";
import { z } from "zod";
import type { DnsResolver } from "./dns.ts";
import { judgeMail } from "./judge-mail.ts";
import { authenticateMail, verifyMail } from "./verify-mail.ts";

const { privateKey, publicKey } = generateKeyPairSync("rsa", {
  modulusLength: 2048,
  publicKeyEncoding: { type: "spki", format: "der" },
  privateKeyEncoding: { type: "pkcs8", format: "pem" },
});
const RECORD = `v=DKIM1; k=rsa; p=${publicKey.toString("base64")}`;

/** Every domain publishes the same key and a DMARC policy of its own, unless a test says otherwise. */
function dns(change: Readonly<Record<string, string>> = {}): DnsResolver {
  const published = (name: string): string | undefined => {
    const usual = name.startsWith("test._domainkey.") ? RECORD : undefined;
    const policy = /^_dmarc\.amazon\.[a-z.]+$/.test(name) ? "v=DMARC1; p=quarantine" : undefined;
    return change[name] ?? usual ?? policy;
  };
  return async (name, type) => {
    const record = type === "TXT" ? published(name) : undefined;
    if (record === undefined || record === "SERVFAIL") {
      throw Object.assign(new Error("no answer"), { code: record === undefined ? "ENOTFOUND" : "ESERVFAIL" });
    }
    return [[record]];
  };
}

const NOTICE =
  "Dear Seller,\r\n\r\nWe were unable to deliver the message you sent for order 002-1234567-1234567 because the buyer has chosen to opt out of receiving unsolicited messages from sellers.\r\n";

function mail(from = "auto-communication@amazon.de", headers = ""): string {
  return `${headers}From: ${from}\r\nTo: n-1@in.heed.example\r\nSubject: Your message to a buyer could not be delivered\r\nDate: Mon, 05 Oct 2026 10:00:00 +0000\r\nMessage-ID: <1@x>\r\n\r\n${NOTICE}`;
}

async function sign(raw: string, domain: string, options: { maxBodyLength?: number } = {}): Promise<string> {
  const { signatures } = await dkimSign(raw, {
    signingDomain: domain,
    selector: "test",
    privateKey,
    canonicalization: "relaxed/relaxed",
    signatureData: [{ signingDomain: domain, selector: "test", privateKey, algorithm: "rsa-sha256", ...options }],
  });
  return signatures + raw;
}

async function seal(raw: string, domain: string, results: string): Promise<string> {
  const headers = await sealMessage(raw, {
    signingDomain: domain,
    selector: "test",
    privateKey,
    cv: "none",
    authResults: results,
  });
  return headers.toString("latin1") + raw;
}

async function verdict(raw: string, resolve: DnsResolver | null = dns()): Promise<string> {
  return (await verifyMail(Buffer.from(raw, "latin1"), { resolve })).verification;
}

describe("verified", () => {
  it("is a mail that Amazon signed for its own From", async () => {
    const result = await verifyMail(Buffer.from(await sign(mail(), "amazon.de")), { resolve: dns() });
    expect(result).toEqual({ verification: "verified", domain: "amazon.de", retry: false });
  });

  it("is one with a second signature of the mail service", async () => {
    expect(await verdict(await sign(await sign(mail(), "amazon.de"), "amazonses.com"))).toBe("verified");
  });

  it("stays one where a mailbox forwards it unchanged", async () => {
    expect(await verdict(`X-Forwarded-To: n-1@in.heed.example\r\n${await sign(mail(), "amazon.de")}`)).toBe("verified");
  });
});

describe("not verified", () => {
  it.each([
    ["the mail service alone signed", async () => sign(mail(), "amazonses.com")],
    ["another Amazon domain signed", async () => sign(mail("auto-communication@amazon.com"), "amazon.de")],
    [
      "a domain that resembles Amazon signed",
      async () => sign(mail("auto-communication@amazon-de.example"), "amazon-de.example"),
    ],
    ["an unlisted amazon domain signed", async () => sign(mail("auto-communication@amazon.example"), "amazon.example")],
    [
      "only a part of the body is signed",
      async () => `${await sign(mail(), "amazon.de", { maxBodyLength: 20 })}and more\r\n`,
    ],
    ["the body was changed", async () => (await sign(mail(), "amazon.de")).replace("1234567", "7654321")],
    ["the subject was changed", async () => (await sign(mail(), "amazon.de")).replace("could not", "COULD NOT")],
    [
      "a second From field stands above",
      async () => `From: auto-communication@amazon.de\r\n${await sign(mail("x@evil.example"), "amazon.de")}`,
    ],
    ["nothing is signed", async () => mail()],
  ])("where %s", async (_why, make) => {
    expect(["unverified", "forged"]).toContain(await verdict(await make()));
  });

  it("is a mail whose key nobody answers for, and it may be tried again", async () => {
    const raw = Buffer.from(await sign(mail(), "amazon.de"));
    const result = await verifyMail(raw, { resolve: dns({ "test._domainkey.amazon.de": "SERVFAIL" }) });
    expect(result).toEqual({ verification: "unverified", domain: null, retry: true });
  });

  it("is any mail without a resolver, at once", async () => {
    expect(await verdict(await sign(mail(), "amazon.de"), null)).toBe("unverified");
  });

  it("is a mail signed with a key that is only being tested", async () => {
    const testing = dns({ "test._domainkey.amazon.de": `v=DKIM1; t=y; k=rsa; p=${publicKey.toString("base64")}` });
    expect(await verdict(await sign(mail(), "amazon.de"), testing)).not.toBe("verified");
  });
});

describe("forged", () => {
  it("is a mail that claims Amazon, unsigned, where Amazon asks for signatures", async () => {
    expect(await verdict(mail())).toBe("forged");
  });

  it("is one that somebody else signed, also from a subdomain", async () => {
    expect(await verdict(await sign(mail("auto-communication@notices.amazon.de"), "evil.example"))).toBe("forged");
  });

  it.each([
    ["it came through a list", mail(undefined, "List-ID: <x.example>\r\n")],
    ["it was forwarded", mail(undefined, "X-Forwarded-For: a@b.example c@d.example\r\n")],
    ["From does not claim Amazon", mail("a@shop.example")],
  ])("is none where %s", async (_why, raw) => {
    expect(await verdict(raw)).toBe("unverified");
  });

  it("is none where the policy cannot be looked up", async () => {
    expect(await verdict(mail(), dns({ "_dmarc.amazon.de": "SERVFAIL" }))).toBe("unverified");
  });
});

describe("forwarded", () => {
  const passed = "mx.google.com; dkim=pass header.i=@amazon.de header.s=test; dmarc=pass header.from=amazon.de";
  const changed = mail().replace("Subject: ", "Subject: [EXTERNAL] ");

  it("is a changed mail whose listed sealer saw Amazon's signature", async () => {
    const result = await verifyMail(Buffer.from(await seal(changed, "google.com", passed)), { resolve: dns() });
    expect(result).toEqual({ verification: "forwarded", domain: "amazon.de", retry: false });
  });

  it.each([
    ["an unknown sealer", async () => seal(changed, "evil.example", passed)],
    ["a sealer who saw it fail", async () => seal(changed, "google.com", passed.replace("dkim=pass", "dkim=fail"))],
    [
      "a sealer who saw another signer",
      async () => seal(changed, "google.com", passed.replaceAll("amazon.de", "amazonses.com")),
    ],
    ["a change after the seal", async () => (await seal(changed, "google.com", passed)).replace("1234567", "7654321")],
  ])("is none with %s", async (_why, make) => {
    expect(await verdict(await make())).not.toBe("forwarded");
  });
});

describe("judging a mail", () => {
  it("tells kind, order, language and whether it is genuine", async () => {
    const raw = Buffer.from(await sign(mail(), "amazon.de"));
    expect(await judgeMail(raw, dns())).toEqual({
      kind: "opted_out",
      orderId: "002-1234567-1234567",
      language: "en",
      verified: "verified",
      status: null,
      confidence: 0.98,
    });
  });

  it("does not let the verdict change the kind", async () => {
    expect(await judgeMail(Buffer.from(mail()), dns())).toMatchObject({ kind: "opted_out", verified: "forged" });
  });
});

describe("any input", () => {
  const line = fc.oneof(
    fc.string({ unit: "binary", maxLength: 80 }),
    fc.constantFrom(
      "",
      "From: a@amazon.de",
      "From: <>",
      "DKIM-Signature: v=1; a=rsa-sha256; d=amazon.de; s=test; h=from; b=x; bh=y",
      "ARC-Seal: i=1; cv=none",
    ),
  );

  it("is judged without throwing, and nothing is verified by chance", async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(line, { maxLength: 12 }), async (lines) => {
        const { verification } = await verifyMail(Buffer.from(lines.join("\r\n")), { resolve: dns() });
        expect(["unverified", "forged"]).toContain(verification);
      }),
      { numRuns: 100 },
    );
  });
});

const corpus = new URL("../../../../../shared/corpus/mail/mailauth/test/", import.meta.url);

describe("the corpus of DKIM and ARC verdicts (else shared-missing)", () => {
  const records = z.record(z.string(), z.string());
  const suites = z.array(
    z.object({
      tests: z.record(z.string(), z.object({ message: z.string(), cv: z.string() })),
      "txt-records": records.optional(),
      "txt-records-seal": records.optional(),
    }),
  );

  it.skipIf(!existsSync(corpus))("ARC chains pass and fail as labelled", async () => {
    const file = new URL("fixtures/arc/arc-draft-validation-tests.json", corpus);
    const cases = suites
      .parse(JSON.parse(readFileSync(file, "utf8")))
      .flatMap((suite) =>
        Object.entries(suite.tests).map(([name, test]) => ({ name, ...test, known: suite["txt-records"] ?? {} })),
      );
    const found = await Promise.all(cases.map(({ message, known }) => arcResult(message, known)));
    const disagreements = cases.flatMap(({ name, cv }, index) => {
      // An empty label stands for a chain that its newest sealer has declared broken.
      const wanted = cv === "" ? "fail" : cv.toLowerCase();
      return found[index] === wanted ? [] : [`${name}: ${wanted} but ${found[index]}`];
    });
    // Both lack what RFC 8617 §4.1.2 requires of a signature; the drafts' tests let them pass, we do not.
    expect(disagreements).toEqual(["ams_fields_c_na: pass but fail", "ams_fields_h_empty: pass but fail"]);
  });

  it.skipIf(!existsSync(corpus))("both signatures of the published Ed25519 example pass", async () => {
    const answers = z.record(z.string(), z.object({ TXT: z.array(z.array(z.string())) }));
    const known = answers.parse(JSON.parse(readFileSync(new URL("dkim/ec/fixtures/dns.json", corpus), "utf8")));
    const flat = Object.fromEntries(Object.entries(known).map(([name, { TXT }]) => [name, TXT[0]?.join("") ?? ""]));
    const result = await authenticateMail(
      readFileSync(new URL("dkim/ec/fixtures/signed.eml", corpus)),
      recordsResolver(flat),
    );
    expect(result?.dkim.results.map(({ status }) => status.result)).toEqual(["pass", "pass"]);
  });
});

async function arcResult(message: string, known: Readonly<Record<string, string>>): Promise<string> {
  const result = await authenticateMail(Buffer.from(message), recordsResolver(known));
  return result === null || result.arc === false ? "none" : result.arc.status.result;
}

function recordsResolver(known: Readonly<Record<string, string>>): DnsResolver {
  return async (name, type) => {
    const record = known[name];
    if (type !== "TXT" || record === undefined) {
      throw Object.assign(new Error("no such name"), { code: "ENOTFOUND" });
    }
    return [[record]];
  };
}
