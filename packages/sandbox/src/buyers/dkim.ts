import { createPrivateKey, createPublicKey } from "node:crypto";
import { dkimSign } from "mailauth/lib/dkim/sign.js";

const SELECTOR = "sandbox";
/** The mail service signs all its customers' mail with its own domain too, so that signature proves nothing. */
const SERVICE_DOMAIN = "amazonses.com";

/** Adds the two signatures that Amazon's mail carries. */
export async function signAsAmazon(
  mail: Buffer,
  { domain, privateKey }: { readonly domain: string; readonly privateKey: string },
): Promise<Buffer> {
  const signature = (signingDomain: string) => ({
    signingDomain,
    selector: SELECTOR,
    privateKey,
    algorithm: "rsa-sha256" as const,
  });
  const result = await dkimSign(mail, {
    ...signature(domain),
    canonicalization: "relaxed/relaxed",
    headerList: ["Date", "From", "To", "Message-ID", "Subject", "MIME-Version", "Content-Type"],
    signatureData: [signature(domain), signature(SERVICE_DOMAIN)],
  });
  const [error] = result.errors;
  if (error !== undefined) throw error.err;
  return Buffer.concat([Buffer.from(result.signatures, "latin1"), mail]);
}

/**
 * What DNS would say about Amazon's mail if the sandbox were Amazon. Null = NXDOMAIN.
 * DMARC of amazon.com is published as quarantine.
 */
export function lookUp(name: string, type: string, privateKey: string): readonly (readonly string[])[] | null {
  if (type !== "TXT") return null;
  const host = name.toLowerCase().replace(/\.$/, "");
  if (/^_dmarc\.amazon\.[a-z.]+$/.test(host))
    return [["v=DMARC1; p=quarantine; pct=100; rua=mailto:report@dmarc.amazon.com"]];
  if (host === "bounces.amazon.com") return [["v=spf1 include:amazonses.com -all"]];
  if (host === "amazonses.com") return [["v=spf1 ip4:54.240.0.0/18 -all"]];
  return /^sandbox\._domainkey\.(amazon\.[a-z.]+|amazonses\.com)$/.test(host) ? [publicKeyRecord(privateKey)] : null;
}

/** In strings of at most 255 characters, as TXT records are. */
function publicKeyRecord(privateKey: string): readonly string[] {
  const der = createPublicKey(createPrivateKey(privateKey)).export({ type: "spki", format: "der" });
  return `v=DKIM1; k=rsa; p=${der.toString("base64")}`.match(/.{1,255}/g) ?? [];
}
