import "server-only";
import { NEEDS_FACTOR } from "@heed/core/tenant/second-factor";
import { TRPCError } from "@trpc/server";
import { notFound } from "next/navigation";
import { toSignIn, toStepUp } from "./auth/require-viewer.ts";
import { needsOf } from "./trpc/errors.ts";

/**
 * For pages: what does not exist for this person is the not-found page, people without a session are sent to sign in,
 * those without the second factor that it needs to give it; everything else stays an error. Layouts and pages are drawn
 * at once, so each of them may be the first to ask.
 */
export async function orNotFound<T>(answer: Promise<T>): Promise<T> {
  try {
    return await answer;
  } catch (error) {
    if (error instanceof TRPCError) return elsewhere(error);
    throw error;
  }
}

function elsewhere(error: TRPCError): Promise<never> {
  if (error.code === "UNAUTHORIZED") return toSignIn();
  if (needsOf(error) === NEEDS_FACTOR) return toStepUp();
  if (error.code === "NOT_FOUND" || error.code === "FORBIDDEN" || error.code === "BAD_REQUEST") notFound();
  throw error;
}
