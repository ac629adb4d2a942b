import { z } from "zod";

/** Parts of an answer are base64url; the largest, an attestation with certificates, has some thousand signs. */
const PART = z
  .string()
  .max(20_000)
  .regex(/^[A-Za-z0-9_-]+$/);
const ID = PART.max(1_400);

const COMMON = {
  id: ID,
  rawId: ID,
  type: z.literal("public-key"),
  /** None is asked for, so nothing that it could say matters. */
  clientExtensionResults: z.unknown().transform(() => ({})),
};

/** What the browser answers when a passkey was made (WebAuthn level 3, §5.1, RegistrationResponseJSON). */
export const MADE_PASSKEY = z.object({
  ...COMMON,
  response: z.object({
    clientDataJSON: PART,
    attestationObject: PART,
    transports: z.array(z.string().max(20)).max(10).optional().default([]),
  }),
});

/** What it answers when one was used (AuthenticationResponseJSON). */
export const USED_PASSKEY = z.object({
  ...COMMON,
  response: z.object({
    clientDataJSON: PART,
    authenticatorData: PART,
    signature: PART,
  }),
});

export type MadePasskey = z.infer<typeof MADE_PASSKEY>;
export type UsedPasskey = z.infer<typeof USED_PASSKEY>;
