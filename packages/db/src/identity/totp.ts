import type { Instant } from "@heed/core/time";
import { generateSecret, generateURI, verifySync } from "otplib";

const STEP_SECONDS = 30;
const CODE = /^\d{6}$/;

/** 160 random bits in base32, as apps that show codes take them. */
export const newTotpSecret = (): string => generateSecret();

/** What the QR code holds (the key URI format that such apps read). */
export const totpAddress = (of: { readonly secret: string; readonly email: string }): string =>
  generateURI({ issuer: "Heed", label: of.email, secret: of.secret });

export interface CodeCheck {
  readonly secret: string;
  readonly code: string;
  readonly now: Instant;
}

/**
 * The 30-second step of which this is the code, or null. Clocks of telephones are off by some seconds, so the step
 * before and the one after are taken too (RFC 6238, 5.2).
 */
export function totpStep({ secret, code, now }: CodeCheck): number | null {
  const token = code.replaceAll(/\s/g, "");
  if (!CODE.test(token)) return null;
  const epoch = Math.floor(now.epochMilliseconds / 1000);
  const current = Math.floor(epoch / STEP_SECONDS);
  const result = verifySync({ secret, token, epoch, epochTolerance: STEP_SECONDS });
  return result.valid ? current + result.delta : null;
}
