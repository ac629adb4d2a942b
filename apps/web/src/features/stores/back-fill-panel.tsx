"use client";

import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { type FormEvent, useState } from "react";
import { toast } from "sonner";
import type { Outputs } from "../../server/routers/app.ts";
import { useTRPC } from "../../trpc/client.tsx";
import { Button } from "../../ui/button.tsx";
import { Panel } from "../../ui/page-header.tsx";
import { SelectField } from "../../ui/select-field.tsx";
import { Skeleton } from "../../ui/skeleton.tsx";
import { counted } from "../number-words.ts";
import { useShell } from "../shell/shell-data.ts";
import { backFillLook, type Look } from "./back-fill-words.ts";
import type { StoreDetails } from "./store-words.ts";

/** Amazon gives a page in three minutes: looking more often would show nothing new. */
const LOOK_AGAIN = 30_000;
const MONTHS = { 3: "The last three months", 6: "The last six months", 12: "The last year", 24: "The last two years" };

/** Orders of the past, for numbers, backtests and buyers who came before; brought in beside the sync, oldest first. */
export function BackFillPanel({ store }: { store: StoreDetails }) {
  const api = useTRPC();
  const place = { workspace: useShell().here.slug, store: store.id };
  const query = useQuery(api.amazon.backFill.queryOptions(place, { refetchInterval: LOOK_AGAIN }));
  return (
    <Panel title="Orders of the past">
      <div className="flex flex-col gap-3 px-4 pt-2 pb-4">
        <p className="text-ink-2">
          A new store brings in the orders of the last 60 days. Older ones, up to two years, help with numbers,
          backtests and buyers who bought before. Amazon hands them out slowly, about 24,000 orders a day; nothing is
          sent about orders whose time is over.
        </p>
        <PanelBody query={query} place={place} />
      </div>
    </Panel>
  );
}

interface Place {
  readonly workspace: string;
  readonly store: string;
}

type Query = { readonly data?: Outputs["amazon"]["backFill"] | undefined; readonly isError: boolean };

function PanelBody({ query, place }: { query: Query; place: Place }) {
  if (query.isError) return <p role="alert">The state of this could not be loaded. Load the page again.</p>;
  if (query.data === undefined) return <Skeleton className="h-10" />;
  const { job } = query.data;
  const look = job === null ? null : backFillLook(job);
  return (
    <>
      {look === null ? null : <Progress look={look} />}
      {look?.open === true ? <Controls paused={look.paused} place={place} /> : <StartForm place={place} />}
    </>
  );
}

function Progress({ look }: { look: Look }) {
  return (
    <div className="flex flex-col gap-1.5">
      <p className="tabular-nums">{look.words}</p>
      <progress className="h-1.5 w-full accent-accent" max={1} value={look.share} aria-label="Orders of the past">
        {Math.round(look.share * 100)} %
      </progress>
      {look.bad === 0 ? null : (
        <p className="text-small text-ink-2">{counted(look.bad, "order")} could not be read and were left out.</p>
      )}
    </div>
  );
}

/** The panel loads again, and a line says what happened. */
function useDone(words: string) {
  const api = useTRPC();
  const queryClient = useQueryClient();
  return {
    onSuccess: async () => {
      toast(words);
      await queryClient.invalidateQueries(api.amazon.backFill.pathFilter());
    },
    onError: (error: { readonly message: string }) => void toast.error(error.message),
  };
}

function Controls({ paused, place }: { paused: boolean; place: Place }) {
  const api = useTRPC();
  const pause = useMutation(api.amazon.pauseBackFill.mutationOptions(useDone("Paused; what came in stays.")));
  const resume = useMutation(api.amazon.resumeBackFill.mutationOptions(useDone("It goes on where it was.")));
  return (
    <span>
      {paused ? (
        <Button busy={resume.isPending} onClick={() => resume.mutate(place)}>
          Resume
        </Button>
      ) : (
        <Button busy={pause.isPending} onClick={() => pause.mutate(place)}>
          Pause
        </Button>
      )}
    </span>
  );
}

function StartForm({ place }: { place: Place }) {
  const api = useTRPC();
  const [months, setMonths] = useState("24");
  const start = useMutation(api.amazon.startBackFill.mutationOptions(useDone("Orders of the past are coming in.")));
  const submit = (event: FormEvent) => {
    event.preventDefault();
    const from = new Date();
    from.setMonth(from.getMonth() - Number(months));
    start.mutate({ ...place, from: from.toISOString() });
  };
  return (
    <form onSubmit={submit} className="flex flex-wrap items-end gap-2">
      <SelectField
        label="Bring in"
        name="months"
        value={months}
        onChange={(event) => setMonths(event.target.value)}
        className="min-w-48 flex-1"
      >
        {Object.entries(MONTHS).map(([value, words]) => (
          <option key={value} value={value}>
            {words}
          </option>
        ))}
      </SelectField>
      <Button type="submit" size="large" busy={start.isPending}>
        Start
      </Button>
    </form>
  );
}
