"use client";

import { CONSENT_STATEMENT, needsConsentStatement } from "@heed/core/lane/email-consent";
import { useMutation } from "@tanstack/react-query";
import { type FormEvent, useState } from "react";
import type { Outputs } from "../../server/routers/app.ts";
import { useTRPC } from "../../trpc/client.tsx";
import { Button } from "../../ui/button.tsx";
import { Dialog } from "../../ui/dialog.tsx";
import { Panel } from "../../ui/page-header.tsx";
import { TextField } from "../../ui/text-field.tsx";
import { MarketplaceBadge, marketplaceLook } from "../marketplace/marketplace.tsx";
import { useShell } from "../shell/shell-data.ts";
import type { StoreDetails } from "./store-words.ts";
import { useAfterChange } from "./use-store-mutation.ts";

type Place = Outputs["store"]["details"][number]["marketplaces"][number];

const CANARY_WORDS = {
  due: "On. The first e-mail goes alone; the others wait two hours for a rejection.",
  sent: "On. The first e-mail is out; the others wait two hours for a rejection.",
  passed: "On. Amazon took the first e-mail.",
  rejected: "On, but Amazon rejected the sender: review requests go by Amazon's own request until it is approved.",
} as const;

/** Review requests by e-mail instead of Amazon's own request, by marketplace. */
export function EmailLanePanel({ store }: { store: StoreDetails }) {
  const [asking, setAsking] = useState<Place | null>(null);
  return (
    <Panel title="Review requests by e-mail">
      <p className="px-4 pt-1 pb-3 text-ink-2">
        Off, Heed uses Amazon's own request: it works for every order, and no buyer can refuse it. On, your own words go
        out where the buyer's address is known and the buyer has not refused.
      </p>
      <ul>
        {store.marketplaces.map((place) => (
          <li key={place.marketplaceId} className="flex items-center gap-3 border-t border-hairline px-4 py-3">
            <MarketplaceBadge marketplaceId={place.marketplaceId} />
            <span className="min-w-0 flex-1 text-ink-2">
              {place.emailLane ? CANARY_WORDS[place.canary ?? "passed"] : "Off. Amazon's own request is used."}
            </span>
            <LaneButton store={store} place={place} onAsk={() => setAsking(place)} />
          </li>
        ))}
      </ul>
      {asking === null ? null : <SwitchOnDialog store={store} place={asking} onClose={() => setAsking(null)} />}
    </Panel>
  );
}

function LaneButton({ store, place, onAsk }: { store: StoreDetails; place: Place; onAsk: () => void }) {
  const api = useTRPC();
  const { here } = useShell();
  const after = useAfterChange();
  const off = useMutation(api.store.setEmailLane.mutationOptions(after("E-mails are off there.")));
  const { marketplaceId } = place;
  if (!place.emailLane)
    return (
      <Button size="small" onClick={onAsk}>
        Switch on
      </Button>
    );
  const input = { workspace: here.slug, store: store.id, marketplaceId, on: false };
  return (
    <Button size="small" busy={off.isPending} onClick={() => off.mutate(input)}>
      Switch off
    </Button>
  );
}

interface SwitchOnProps {
  readonly store: StoreDetails;
  readonly place: Place;
  readonly onClose: () => void;
}

function SwitchOnDialog({ store, place: { marketplaceId }, onClose }: SwitchOnProps) {
  const api = useTRPC();
  const { here } = useShell();
  const after = useAfterChange();
  const { onSuccess } = after("E-mails are on there. The first goes alone.");
  const done = () => onSuccess().then(onClose);
  const on = useMutation(api.store.setEmailLane.mutationOptions({ onSuccess: done }));
  const { name, country } = marketplaceLook(marketplaceId);
  const stated = needsConsentStatement(country);
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const statement = String(new FormData(event.currentTarget).get("statement") ?? "");
    on.mutate({ workspace: here.slug, store: store.id, marketplaceId, on: true, statement });
  };
  return (
    <Dialog open onClose={onClose} title={`E-mails in ${name}`} className="max-w-md">
      <form onSubmit={submit} className="flex flex-col gap-4 overflow-y-auto px-4 pb-4">
        <p className="text-ink-2">
          The first e-mail goes alone. If Amazon rejects it within two hours, no other follows; until then everything
          else waits. Buyers who refuse are not written to again.
        </p>
        {stated ? (
          <>
            <p>
              In {name} a review request by e-mail needs the buyer's consent beforehand. Type this sentence if you have
              it:
            </p>
            <p className="rounded-box bg-sunken px-3 py-2 font-medium select-none">{CONSENT_STATEMENT}</p>
            <TextField label="Your statement" name="statement" required autoComplete="off" />
          </>
        ) : null}
        {on.error === null ? null : (
          <p role="alert" className="text-small text-refused">
            {on.error.message}
          </p>
        )}
        <Button type="submit" variant="primary" size="large" busy={on.isPending}>
          Switch on
        </Button>
      </form>
    </Dialog>
  );
}
