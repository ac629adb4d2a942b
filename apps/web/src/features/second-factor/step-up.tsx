"use client";

import { useMutation, useQuery } from "@tanstack/react-query";
import { useTRPC } from "../../trpc/client.tsx";
import { CodeForm } from "./code-form.tsx";
import { FactorSetup } from "./factor-setup.tsx";
import { PasskeyButton } from "./passkey-button.tsx";

/** Asks for the second factor; people who have none set one up, which gives it as well. */
export function StepUp({ onGiven }: { onGiven: () => void }) {
  const api = useTRPC();
  const { data, error } = useQuery(api.secondFactor.state.queryOptions());
  const give = useMutation(api.secondFactor.stepUp.mutationOptions({ onSuccess: onGiven }));
  if (error !== null) return <p role="alert">Your second factor could not be looked up. Close this and try again.</p>;
  if (data === undefined) return <p className="py-8 text-center text-ink-2">One moment.</p>;
  if (data.authenticators.length === 0) return <FactorSetup onDone={onGiven} />;
  const kinds = new Set(data.authenticators.map(({ kind }) => kind));
  return (
    <>
      <p className="text-ink-2">
        This needs your second factor from the last 15 minutes: connecting a store, money, exports and who may get in.
      </p>
      {kinds.has("passkey") ? <PasskeyButton onGiven={onGiven} /> : null}
      <CodeForm
        label={kinds.has("totp") ? "Code of your app, or a recovery code" : "Or a recovery code"}
        action="Confirm"
        busy={give.isPending}
        error={give.error?.message ?? null}
        lead={!kinds.has("passkey")}
        onCode={(code) => give.mutate({ code })}
      />
    </>
  );
}
