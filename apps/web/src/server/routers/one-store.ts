import { AppError } from "@heed/core/errors";

/** For acts on a single store, which "all" is not. */
export function oneStore(storeId: string): string {
  if (storeId === "all") throw new AppError("INVALID", "Choose one store.");
  return storeId;
}
