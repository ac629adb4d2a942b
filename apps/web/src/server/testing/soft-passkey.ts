import { createHash, generateKeyPairSync, randomBytes, sign } from "node:crypto";
import type { Credential } from "@heed/db/identity/passkeys";
import type { MadePasskey, UsedPasskey } from "../auth/passkey-answers.ts";

/** What an authenticator says of itself (WebAuthn level 3, §6.1): somebody touched it and was recognised; a key follows. */
const PRESENT_AND_VERIFIED = 0x05;
const WITH_KEY = 0x40;

export interface Ceremony {
  readonly challenge: string;
  /** The address of the page; `host` where the authenticator was told another one. */
  readonly origin: string;
  readonly host?: string;
  readonly signCount?: number;
}

export interface SoftPasskey {
  readonly credential: Credential;
  made(ceremony: Ceremony): MadePasskey;
  used(ceremony: Ceremony): UsedPasskey;
}

/** An authenticator in software, for tests without a browser: a P-256 key, no attestation. */
export function softPasskey(): SoftPasskey {
  const { privateKey, publicKey } = generateKeyPairSync("ec", { namedCurve: "P-256" });
  const { x = "", y = "" } = publicKey.export({ format: "jwk" });
  const id = randomBytes(16);
  const key = coseKey(Buffer.from(x, "base64url"), Buffer.from(y, "base64url"));
  const common = { id: text(id), rawId: text(id), type: "public-key", clientExtensionResults: {} } as const;
  return {
    credential: { credentialId: text(id), publicKey: new Uint8Array(key), signCount: 0, transports: ["internal"] },
    made: (ceremony) => {
      const attested = Buffer.concat([Buffer.alloc(16), uint(id.length, 2), id, key]);
      const data = Buffer.concat([authenticatorData(ceremony, PRESENT_AND_VERIFIED | WITH_KEY), attested]);
      const response = { clientDataJSON: text(clientData("webauthn.create", ceremony)), transports: ["internal"] };
      return { ...common, response: { ...response, attestationObject: text(attestationObject(data)) } };
    },
    used: (ceremony) => {
      const data = authenticatorData(ceremony, PRESENT_AND_VERIFIED);
      const client = clientData("webauthn.get", ceremony);
      const signature = sign("sha256", Buffer.concat([data, sha256(client)]), privateKey);
      const response = { clientDataJSON: text(client), authenticatorData: text(data), signature: text(signature) };
      return { ...common, response };
    },
  };
}

const text = (bytes: Uint8Array): string => Buffer.from(bytes).toString("base64url");
const sha256 = (bytes: Uint8Array | string): Buffer => createHash("sha256").update(bytes).digest();

function uint(value: number, length: number): Buffer {
  const bytes = Buffer.alloc(length);
  bytes.writeUIntBE(value, 0, length);
  return bytes;
}

const clientData = (type: string, { challenge, origin }: Ceremony): Buffer =>
  Buffer.from(JSON.stringify({ type, challenge, origin, crossOrigin: false }));

const authenticatorData = ({ origin, host, signCount = 0 }: Ceremony, flags: number): Buffer =>
  Buffer.concat([sha256(host ?? new URL(origin).hostname), Buffer.of(flags), uint(signCount, 4)]);

/*
 * The two CBOR texts that are needed, byte by byte (RFC 8949): a COSE key {1: 2, 3: -7, -1: 1, -2: x, -3: y} (RFC 9053,
 * §7.1) and {"fmt": "none", "attStmt": {}, "authData": data}.
 */
const coseKey = (x: Buffer, y: Buffer): Buffer =>
  Buffer.concat([Buffer.from("a5010203262001215820", "hex"), x, Buffer.from("225820", "hex"), y]);

const word = (name: string): Buffer => Buffer.concat([Buffer.of(0x60 | name.length), Buffer.from(name)]);

const attestationObject = (data: Buffer): Buffer =>
  Buffer.concat([
    Buffer.of(0xa3),
    word("fmt"),
    word("none"),
    word("attStmt"),
    Buffer.of(0xa0),
    word("authData"),
    Buffer.of(0x59),
    uint(data.length, 2),
    data,
  ]);
