import { NEEDS_FACTOR } from "@heed/core/tenant/second-factor";
import { TRPCClientError, type TRPCLink } from "@trpc/client";
import { observable } from "@trpc/server/observable";
import type { AppRouter } from "../server/routers/app.ts";
import { askForFactor } from "./step-up-request.ts";

/**
 * Where a call needs a fresh second factor, the person is asked for it and the call is made once more. Pages and forms
 * know nothing of it.
 */
export const stepUpLink: TRPCLink<AppRouter> =
  () =>
  ({ next, op }) =>
    observable((observer) => {
      let call = attempt({ mayAsk: true });
      function attempt({ mayAsk }: { readonly mayAsk: boolean }) {
        return next(op).subscribe({
          next: (value) => observer.next(value),
          complete: () => observer.complete(),
          error: (error) => {
            if (!mayAsk || !needsFactor(error)) return observer.error(error);
            void askForFactor().then((given) => {
              if (given) call = attempt({ mayAsk: false });
              else observer.error(error);
            });
          },
        });
      }
      return () => call.unsubscribe();
    });

export function needsFactor(error: unknown): boolean {
  if (!(error instanceof TRPCClientError)) return false;
  const data: unknown = error.data;
  return typeof data === "object" && data !== null && "needs" in data && data.needs === NEEDS_FACTOR;
}
