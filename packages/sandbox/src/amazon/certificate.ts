import type { KeyObject } from "node:crypto";
import {
  createPrivateKey,
  createPublicKey,
  generateKeyPairSync,
  randomBytes,
  sign,
  X509Certificate,
} from "node:crypto";
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import {
  bitString,
  boolean,
  context,
  explicit,
  integer,
  octetString,
  oid,
  sequence,
  set,
  utcTime,
  utf8,
} from "./der.ts";

export interface TestCertificate {
  /** Path of the authority's PEM, for the callers' `HEED_AMAZON_CA`. */
  readonly caPath: string;
  readonly key: string;
  readonly cert: string;
}

const HOSTS = [
  "api.amazon.com",
  "s3.amazonaws.com",
  ...["na", "eu", "fe"].map((region) => `sellingpartnerapi-${region}.amazon.com`),
];
const DAYS = 3650;

/** A test authority and one certificate for Amazon's hosts, made once per directory. Trusted by nobody else. */
export function testCertificate(dir: string): TestCertificate {
  const [caPath, keyPath, certPath] = ["amazon-ca.pem", "amazon-key.pem", "amazon-cert.pem"].map((name) =>
    join(dir, name),
  );
  if (caPath === undefined || keyPath === undefined || certPath === undefined) throw new Error("unreachable");
  if (!namesAllHosts(certPath)) makeFiles({ caPath, keyPath, certPath });
  return { caPath, key: readFileSync(keyPath, "utf8"), cert: readFileSync(certPath, "utf8") };
}

/** One that an earlier version made may lack a host. */
function namesAllHosts(certPath: string): boolean {
  if (!existsSync(certPath)) return false;
  const made = new X509Certificate(readFileSync(certPath));
  return HOSTS.every((host) => made.checkHost(host) !== undefined);
}

function makeFiles(paths: { readonly caPath: string; readonly keyPath: string; readonly certPath: string }): void {
  const [authority, server] = [newKey(), newKey()];
  const caName = "Heed sandbox authority";
  const ca = certificate({
    subject: caName,
    issuer: caName,
    publicKey: authority,
    signer: authority,
    extensions: [basicConstraints(true)],
  });
  const extensions = [basicConstraints(false), subjectAltNames(HOSTS)];
  const cert = certificate({
    subject: "api.amazon.com",
    issuer: caName,
    publicKey: server,
    signer: authority,
    extensions,
  });
  writeFileSync(paths.keyPath, server.export({ type: "pkcs8", format: "pem" }), { mode: 0o600 });
  writeFileSync(paths.caPath, pem(ca));
  writeFileSync(paths.certPath, pem(cert));
}

function newKey(): KeyObject {
  const { privateKey } = generateKeyPairSync("ec", {
    namedCurve: "prime256v1",
    privateKeyEncoding: { type: "pkcs8", format: "pem" },
    publicKeyEncoding: { type: "spki", format: "pem" },
  });
  return createPrivateKey(privateKey);
}

interface CertificateParts {
  readonly subject: string;
  readonly issuer: string;
  readonly publicKey: KeyObject;
  readonly signer: KeyObject;
  readonly extensions: readonly Buffer[];
}

const ECDSA_SHA256 = sequence(oid("1.2.840.10045.4.3.2"));

/** An X.509 v3 certificate, RFC 5280 §4.1. */
function certificate(parts: CertificateParts): Buffer {
  const spki = createPublicKey(parts.publicKey).export({ type: "spki", format: "der" });
  const now = Date.now();
  const validity = sequence(utcTime(new Date(now - 86_400_000)), utcTime(new Date(now + DAYS * 86_400_000)));
  const serial = Buffer.concat([Buffer.from([1]), randomBytes(15)]);
  const body = sequence(
    explicit(0, integer(Buffer.from([2]))),
    integer(serial),
    ECDSA_SHA256,
    name(parts.issuer),
    validity,
    name(parts.subject),
    spki,
    explicit(3, sequence(...parts.extensions)),
  );
  return sequence(body, ECDSA_SHA256, bitString(sign("sha256", body, parts.signer)));
}

function name(commonName: string): Buffer {
  return sequence(set(sequence(oid("2.5.4.3"), utf8(commonName))));
}

function basicConstraints(authority: boolean): Buffer {
  return sequence(oid("2.5.29.19"), boolean(true), octetString(authority ? sequence(boolean(true)) : sequence()));
}

function subjectAltNames(hosts: readonly string[]): Buffer {
  return sequence(
    oid("2.5.29.17"),
    octetString(sequence(...hosts.map((host) => context(2, Buffer.from(host, "ascii"))))),
  );
}

function pem(der: Buffer): string {
  const lines = der.toString("base64").match(/.{1,64}/g) ?? [];
  return `-----BEGIN CERTIFICATE-----\n${lines.join("\n")}\n-----END CERTIFICATE-----\n`;
}
