import { createHash, createSign, generateKeyPairSync, randomUUID } from "node:crypto";
import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { text } from "node:stream/consumers";

/** What Google says of the person who pressed "Continue". */
export interface GooglePerson {
  readonly sub: string;
  readonly email: string;
  readonly email_verified: boolean;
  readonly hd?: string;
}

export interface GoogleLookAlike {
  readonly url: string;
  readonly wellKnown: string;
  /** Everything secret that was handed out, to be looked for in the database. */
  readonly tokens: readonly string[];
  /** The person agrees at this address of the consent page. @returns the address that the browser is sent back to */
  agree(consent: string, person: GooglePerson, claims?: Readonly<Record<string, unknown>>): string;
  stop(): Promise<void>;
}

interface Grant {
  readonly challenge: string;
  readonly redirectUri: string;
  readonly clientId: string;
  readonly person: GooglePerson;
  readonly claims: Readonly<Record<string, unknown>>;
}

/**
 * OpenID Connect as Google speaks it (discovery, consent, token with PKCE, keys; developers.google.com/identity, read
 * 2026-11-25): no kinder than Google, so a wrong secret, verifier, redirect address or a code given twice is refused.
 */
export async function startGoogle(client: { id: string; secret: string }): Promise<GoogleLookAlike> {
  const { privateKey, publicKey } = generateKeyPairSync("rsa", { modulusLength: 2048 });
  const grants = new Map<string, Grant>();
  const tokens: string[] = [];
  const sign = (payload: object) =>
    jwt(payload, (data) => createSign("sha256").update(data).sign(privateKey, "base64url"));

  async function token(request: IncomingMessage): Promise<[number, object]> {
    const form = new URLSearchParams(await text(request));
    const grant = grants.get(form.get("code") ?? "");
    grants.delete(form.get("code") ?? "");
    const basic = Buffer.from(`${client.id}:${client.secret}`).toString("base64");
    const verifier = createHash("sha256")
      .update(form.get("code_verifier") ?? "")
      .digest("base64url");
    if (request.headers.authorization !== `Basic ${basic}`) return [401, { error: "invalid_client" }];
    if (grant === undefined || grant.challenge !== verifier || grant.redirectUri !== form.get("redirect_uri")) {
      return [400, { error: "invalid_grant" }];
    }
    const now = Math.floor(Date.now() / 1000);
    const standard = { iss: url, aud: grant.clientId, iat: now, exp: now + 3600 };
    const answer = {
      access_token: `ya29.${randomUUID()}`,
      refresh_token: `1//${randomUUID()}`,
      id_token: sign({
        ...standard,
        ...grant.person,
        name: "Ada Lovelace",
        picture: `${url}/face.png`,
        ...grant.claims,
      }),
    };
    tokens.push(...Object.values(answer));
    return [200, { ...answer, token_type: "Bearer", expires_in: 3599, scope: "openid email" }];
  }

  const server = createServer(async (request, response) => {
    const { pathname } = new URL(request.url ?? "/", url);
    if (pathname === "/.well-known/openid-configuration") return send(response, 200, configuration(url));
    if (pathname === "/keys")
      return send(response, 200, { keys: [{ ...publicKey.export({ format: "jwk" }), ...KEY }] });
    if (pathname === "/token" && request.method === "POST") return send(response, ...(await token(request)));
    send(response, 404, {});
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;

  return {
    url,
    wellKnown: `${url}/.well-known/openid-configuration`,
    tokens,
    agree(consent, person, claims = {}) {
      const asked = new URL(consent).searchParams;
      const code = randomUUID();
      const redirectUri = asked.get("redirect_uri") ?? "";
      const challenge = asked.get("code_challenge_method") === "S256" ? (asked.get("code_challenge") ?? "") : "";
      grants.set(code, { challenge, redirectUri, clientId: asked.get("client_id") ?? "", person, claims });
      const back = new URL(redirectUri);
      back.search = new URLSearchParams({ code, state: asked.get("state") ?? "" }).toString();
      return back.href;
    },
    stop: () => new Promise((resolve) => server.close(() => resolve())),
  };
}

const KEY = { kid: "1", use: "sig", alg: "RS256" };

function configuration(url: string): object {
  return {
    issuer: url,
    authorization_endpoint: `${url}/consent`,
    token_endpoint: `${url}/token`,
    jwks_uri: `${url}/keys`,
    response_types_supported: ["code"],
    subject_types_supported: ["public"],
    id_token_signing_alg_values_supported: ["RS256"],
    code_challenge_methods_supported: ["S256"],
  };
}

const part = (value: object): string => Buffer.from(JSON.stringify(value)).toString("base64url");

function jwt(payload: object, sign: (data: string) => string): string {
  const data = `${part({ alg: "RS256", typ: "JWT", kid: KEY.kid })}.${part(payload)}`;
  return `${data}.${sign(data)}`;
}

function send(response: ServerResponse, status: number, body: object): void {
  response.writeHead(status, { "content-type": "application/json" }).end(JSON.stringify(body));
}
