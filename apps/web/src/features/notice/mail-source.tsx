"use client";

import { useQuery } from "@tanstack/react-query";
import { useTRPC } from "../../trpc/client.tsx";
import { Loading, Skeleton } from "../../ui/skeleton.tsx";
import { usePlace } from "../shell/shell-data.ts";

/** The mail as it came, in a frame that runs and loads nothing. */
export function MailSource({ id }: { id: string }) {
  const api = useTRPC();
  const place = usePlace();
  const { data, isError } = useQuery(api.notice.source.queryOptions({ ...place, id }));
  if (isError) return <p className="text-ink-2">The mail could not be loaded. Your role may not open mails.</p>;
  if (data === undefined) {
    return (
      <Loading what="the mail">
        <Skeleton className="h-72 w-full rounded-item" />
      </Loading>
    );
  }
  const { mail } = data;
  if (mail === null) return <p className="text-ink-2">The mail is erased: it is kept for 30 days.</p>;
  return (
    <figure className="rounded-item border border-hairline">
      <figcaption className="border-b border-hairline px-3 py-2">
        <div className="font-medium break-words">{mail.subject === "" ? "(no subject)" : mail.subject}</div>
        <div className="text-small break-words text-ink-3">From {mail.from === "" ? "nobody" : mail.from}</div>
      </figcaption>
      <iframe
        title={`Mail: ${mail.subject}`}
        sandbox=""
        srcDoc={mail.html}
        referrerPolicy="no-referrer"
        className="h-96 w-full rounded-b-item bg-surface"
      />
    </figure>
  );
}
