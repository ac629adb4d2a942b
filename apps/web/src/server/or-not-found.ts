import "server-only";
import { TRPCError } from "@trpc/server";
import { notFound } from "next/navigation";
import { toSignIn } from "./auth/require-viewer.ts";

/**
 * For pages: what does not exist for this person is the not-found page, people without a session are sent to sign in,
 * everything else stays an error. Layouts and pages are drawn at once, so each of them may be the first to ask.
 */
export async function orNotFound<T>(answer: Promise<T>): Promise<T> {
  try {
    return await answer;
  } catch (error) {
    if (error instanceof TRPCError && error.code === "UNAUTHORIZED") return toSignIn();
    if (error instanceof TRPCError && (error.code === "NOT_FOUND" || error.code === "BAD_REQUEST")) notFound();
    throw error;
  }
}
