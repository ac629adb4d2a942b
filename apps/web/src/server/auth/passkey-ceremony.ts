import { AppError } from "@heed/core/errors";
import type { Credential, Passkey } from "@heed/db/identity/passkeys";
import {
  generateAuthenticationOptions,
  generateRegistrationOptions,
  verifyAuthenticationResponse,
  verifyRegistrationResponse,
} from "@simplewebauthn/server";
import type { MadePasskey, UsedPasskey } from "./passkey-answers.ts";

/*
 * A passkey as second factor:
 *   made   challenge → the browser makes a key pair for our host → answer with the public key
 *   used   challenge → the browser signs it with one of the person's keys → answer with signature and count
 * A challenge belongs to one session and is taken by the first answer, right or wrong (db/identity/challenges.ts). The
 * mail's link was the first factor, so having the authenticator is enough; it asks for a PIN or finger where it can.
 */
/** ES256, Ed25519 and RS256 (COSE numbers): what authenticators of today make. */
const ALGORITHMS = [-7, -8, -257];

const WRONG = "This passkey was not accepted. Try again.";

interface Person {
  readonly userId: string;
  readonly email: string;
}

/** Host and origin come from the address that people open, never from the request. */
const partyOf = (ownUrl: string) => ({ id: new URL(ownUrl).hostname, origin: new URL(ownUrl).origin });

const idsOf = (passkeys: readonly Passkey[]) =>
  passkeys.map(({ credentialId, transports }) => ({ id: credentialId, transports: [...transports] }));

/** What the browser needs to make one; it refuses an authenticator that has one of `known` already. */
export const makingOptions = (ownUrl: string, { userId, email }: Person, known: readonly Passkey[]) =>
  generateRegistrationOptions({
    rpName: "Heed",
    rpID: partyOf(ownUrl).id,
    userID: new TextEncoder().encode(userId),
    userName: email,
    userDisplayName: email,
    attestationType: "none",
    supportedAlgorithmIDs: ALGORITHMS,
    excludeCredentials: idsOf(known),
    authenticatorSelection: { residentKey: "discouraged", userVerification: "preferred" },
  });

export const usingOptions = (ownUrl: string, known: readonly Passkey[]) =>
  generateAuthenticationOptions({
    rpID: partyOf(ownUrl).id,
    allowCredentials: idsOf(known),
    userVerification: "preferred",
  });

interface Check<Answer> {
  readonly ownUrl: string;
  readonly challenge: string;
  readonly answer: Answer;
}

/** @throws INVALID where the answer is not one to this challenge, at our address */
export async function checkMade({ ownUrl, challenge, answer }: Check<MadePasskey>): Promise<Credential> {
  const { id, origin } = partyOf(ownUrl);
  const { registrationInfo } = await verified(() =>
    verifyRegistrationResponse({
      response: answer,
      expectedChallenge: challenge,
      expectedOrigin: origin,
      expectedRPID: id,
      requireUserVerification: false,
      supportedAlgorithmIDs: ALGORITHMS,
    }),
  );
  if (registrationInfo === undefined) throw new AppError("INVALID", WRONG);
  const { id: credentialId, publicKey, counter } = registrationInfo.credential;
  return { credentialId, publicKey, signCount: counter, transports: answer.response.transports };
}

/** @returns how often the authenticator signed by now. @throws INVALID also where that is not more than before */
export async function checkUsed(
  { ownUrl, challenge, answer }: Check<UsedPasskey>,
  { credentialId, publicKey, signCount }: Passkey,
): Promise<number> {
  const { id, origin } = partyOf(ownUrl);
  const { authenticationInfo } = await verified(() =>
    verifyAuthenticationResponse({
      response: answer,
      expectedChallenge: challenge,
      expectedOrigin: origin,
      expectedRPID: id,
      credential: { id: credentialId, publicKey: new Uint8Array(publicKey), counter: signCount },
      requireUserVerification: false,
    }),
  );
  return authenticationInfo.newCounter;
}

/** The library throws for an answer that does not fit and says `verified: false` for a signature that does not. */
async function verified<Result extends { verified: boolean }>(check: () => Promise<Result>): Promise<Result> {
  const result = await check().catch((cause: unknown) => {
    throw new AppError("INVALID", WRONG, { cause });
  });
  if (!result.verified) throw new AppError("INVALID", WRONG);
  return result;
}
