import { AppError } from "@heed/core/errors";
import { type Application, callGrantless } from "./grantless.ts";

/**
 * Asks Amazon for a new client secret of the application. It comes by the queue that is registered for it; the one before
 * stays valid for a while. Asked twice, Amazon makes two: the caller asks once and waits.
 */
export async function rotateClientSecret(application: Application): Promise<void> {
  const { status } = await callGrantless(application, {
    scope: "sellingpartnerapi::client_credential:rotation",
    region: "NA",
    method: "POST",
    path: "/applications/2023-11-30/clientSecret",
  });
  if (status === 204) return;
  throw new AppError("UPSTREAM", "Amazon does not make a new client secret", { details: { status } });
}
