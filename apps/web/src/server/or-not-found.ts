import "server-only";
import { TRPCError } from "@trpc/server";
import { notFound } from "next/navigation";

/** For pages: what does not exist for this person is the not-found page, everything else stays an error. */
export async function orNotFound<T>(answer: Promise<T>): Promise<T> {
  try {
    return await answer;
  } catch (error) {
    if (error instanceof TRPCError && (error.code === "NOT_FOUND" || error.code === "BAD_REQUEST")) notFound();
    throw error;
  }
}
