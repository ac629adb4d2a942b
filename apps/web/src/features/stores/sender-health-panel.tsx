"use client";

import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { toast } from "sonner";
import type { Outputs } from "../../server/routers/app.ts";
import { useTRPC } from "../../trpc/client.tsx";
import { Button } from "../../ui/button.tsx";
import { Dialog } from "../../ui/dialog.tsx";
import { Panel } from "../../ui/page-header.tsx";
import { Skeleton } from "../../ui/skeleton.tsx";
import { StateMark } from "../../ui/state-mark.tsx";
import { Time } from "../../ui/time.tsx";
import { count, counted } from "../number-words.ts";
import { useShell } from "../shell/shell-data.ts";
import type { StoreDetails } from "./store-words.ts";

type Health = Outputs["sender"]["health"];

/** How much the store's sender may send today, and whether complaints or bounces have stopped it. */
export function SenderHealthPanel({ store, admin }: { store: StoreDetails; admin: boolean }) {
  const api = useTRPC();
  const { here } = useShell();
  const { data, isError } = useQuery(api.sender.health.queryOptions({ workspace: here.slug, store: store.id }));
  if (isError) return null;
  return (
    <Panel title="Health of the sender" action={data === undefined ? undefined : <State health={data} />}>
      <div className="flex flex-col gap-2 px-4 pt-1 pb-4">
        {data === undefined ? <Skeleton className="h-5 w-72" /> : <Facts health={data} />}
        {data?.stopped == null ? null : <Stopped health={data} store={store} admin={admin} />}
      </div>
    </Panel>
  );
}

function State({ health: { stopped, startedAt } }: { health: Health }) {
  if (stopped !== null) return <StateMark tone="refused" shape="square" word="Stopped" />;
  return startedAt === null ? (
    <StateMark tone="rule" shape="dash" word="Not used yet" />
  ) : (
    <StateMark tone="reached" shape="disc" word="Sending" />
  );
}

function Facts({ health: { mailed, limit, record } }: { health: Health }) {
  return (
    <>
      <p>
        {count(mailed)} of {limit === null ? "any number of" : count(limit)} e-mails in the last 24 hours.{" "}
        <span className="text-ink-2">A young sender starts with 50 a day, then 200, then 1,000.</span>
      </p>
      <p className="text-ink-2">
        Of the last {counted(record.mails, "e-mail")}: {counted(record.hardBounces, "hard bounce")},{" "}
        {counted(record.complaints, "complaint")}. The sender stops by itself above 4 % bounces or 0.1 % complaints.
      </p>
    </>
  );
}

function Stopped({ health, store, admin }: { health: Health; store: StoreDetails; admin: boolean }) {
  const [asking, setAsking] = useState(false);
  const why = health.stopped?.reason === "complaints" ? "buyers complained" : "too many mails bounced";
  return (
    <>
      <p role="alert">
        Stopped <Time at={health.stopped?.at.toString() ?? ""} zone="UTC" /> because {why}. Review requests go through
        Amazon meanwhile.
      </p>
      {admin ? (
        <div>
          <Button onClick={() => setAsking(true)}>Send e-mails again</Button>
        </div>
      ) : null}
      {asking ? <Resume store={store} why={why} onClose={() => setAsking(false)} /> : null}
    </>
  );
}

function Resume({ store, why, onClose }: { store: StoreDetails; why: string; onClose: () => void }) {
  const api = useTRPC();
  const { here } = useShell();
  const queryClient = useQueryClient();
  const resume = useMutation(
    api.sender.resume.mutationOptions({
      onSuccess: () => {
        toast(`The sender of ${store.name} sends again`);
        onClose();
        return queryClient.invalidateQueries(api.sender.pathFilter());
      },
    }),
  );
  return (
    <Dialog open onClose={onClose} title={`Send e-mails of ${store.name} again`} className="max-w-md">
      <div className="flex flex-col gap-4 px-4 pb-4">
        <p>
          It stopped because {why}. Find out why first: the next complaint stops it again, and Amazon may block the
          sender for good. Only mails from now on count.
        </p>
        {resume.error === null ? null : <p role="alert">{resume.error.message}</p>}
        <div className="flex justify-end gap-2">
          <Button onClick={onClose}>Leave it stopped</Button>
          <Button
            variant="danger"
            busy={resume.isPending}
            onClick={() => resume.mutate({ workspace: here.slug, store: store.id })}
          >
            Send again
          </Button>
        </div>
      </div>
    </Dialog>
  );
}
