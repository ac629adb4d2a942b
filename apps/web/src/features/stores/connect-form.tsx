"use client";

import { MARKETPLACES, REGIONS, type Region } from "@heed/core/marketplace/marketplaces";
import { useMutation } from "@tanstack/react-query";
import type { FormEvent } from "react";
import { useTRPC } from "../../trpc/client.tsx";
import { Button } from "../../ui/button.tsx";
import { SelectField } from "../../ui/select-field.tsx";
import { useShell } from "../shell/shell-data.ts";
import { useLeave } from "./use-leave.ts";

const REGION_WORDS: Readonly<Record<Region, string>> = {
  NA: "North America",
  EU: "Europe, Middle East, India",
  FE: "Far East and Australia",
};

/** The way to Amazon's consent page; the marketplace chooses which Seller Central opens. */
export function ConnectForm({ returnTo }: { returnTo: "stores" | "onboarding" }) {
  const api = useTRPC();
  const { here } = useShell();
  const { leaving, leave } = useLeave();
  const begin = useMutation(api.connect.begin.mutationOptions({ onSuccess: leave }));
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const marketplaceId = String(new FormData(event.currentTarget).get("marketplace"));
    begin.mutate({ workspace: here.slug, marketplaceId, returnTo });
  };
  return (
    <form onSubmit={submit} className="flex flex-col gap-4">
      <SelectField
        label="Where does the account sell?"
        name="marketplace"
        defaultValue="ATVPDKIKX0DER"
        hint="One marketplace is enough: all of the account in that region come along."
      >
        {REGIONS.map((region) => (
          <optgroup key={region} label={REGION_WORDS[region]}>
            {MARKETPLACES.filter((place) => place.region === region).map(({ marketplaceId, name }) => (
              <option key={marketplaceId} value={marketplaceId}>
                {name}
              </option>
            ))}
          </optgroup>
        ))}
      </SelectField>
      {begin.error === null ? null : (
        <p role="alert" className="text-small text-refused">
          {begin.error.message}
        </p>
      )}
      <Button type="submit" variant="primary" size="large" busy={begin.isPending || leaving}>
        Go to Amazon
      </Button>
      <p className="text-small text-ink-3">
        You sign in at Amazon, not here. Heed gets permission to read orders and to send messages, and can lose it at
        any moment in Seller Central or on this page.
      </p>
    </form>
  );
}
