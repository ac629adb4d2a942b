"use client";

import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import type { Outputs } from "../../server/routers/app.ts";
import { useTRPC } from "../../trpc/client.tsx";
import { Button } from "../../ui/button.tsx";
import { Loading, Skeleton } from "../../ui/skeleton.tsx";
import { languageWord } from "../notice/notice-words.ts";
import { usePlace } from "../shell/shell-data.ts";

type Mail = Extract<Outputs["order"]["mail"], { kind: "mail" }>;

/** Shows the e-mail that went out for an order as the buyer saw it; loaded when asked for. */
export function SentMail({ orderRef }: { orderRef: string }) {
  const [open, setOpen] = useState(false);
  return (
    <div className="flex flex-col items-start gap-2 pt-1.5">
      <Button size="small" aria-expanded={open} onClick={() => setOpen(!open)}>
        {open ? "Hide the message" : "Show the message"}
      </Button>
      {open ? <Loaded orderRef={orderRef} /> : null}
    </div>
  );
}

function Loaded({ orderRef }: { orderRef: string }) {
  const api = useTRPC();
  const { data, isError, refetch } = useQuery(api.order.mail.queryOptions({ ...usePlace(), ref: orderRef }));
  if (data?.kind === "mail") return <Shown mail={data} />;
  if (data?.kind === "none")
    return <p className="text-small text-ink-2">Its template is gone, so the text cannot be shown any more.</p>;
  if (isError)
    return (
      <p role="alert" className="text-small text-ink-2">
        The message could not be loaded.{" "}
        <Button variant="ghost" size="small" onClick={() => void refetch()}>
          Try again
        </Button>
      </p>
    );
  return (
    <Loading what="the message" className="w-full">
      <Skeleton className="h-48 w-full rounded-item" />
    </Loading>
  );
}

function Shown({ mail }: { mail: Mail }) {
  return (
    <figure className="w-full rounded-item border border-hairline">
      <figcaption className="border-b border-hairline px-3 py-2">
        <div className="font-medium break-words">{mail.subject}</div>
        <div className="text-small text-ink-3">
          {languageWord(mail.language)}, version {mail.templateVersion} of its template.{" "}
          {mail.same
            ? "Byte for byte what went out."
            : "Close to what went out: the store’s name or the order changed since."}
        </div>
      </figcaption>
      <iframe
        title={`Message: ${mail.subject}`}
        sandbox=""
        srcDoc={mail.html}
        className="h-56 w-full rounded-b-item bg-surface"
      />
    </figure>
  );
}
