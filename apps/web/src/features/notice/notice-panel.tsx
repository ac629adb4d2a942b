"use client";

import { useQuery } from "@tanstack/react-query";
import { X } from "lucide-react";
import { useRef, useState } from "react";
import type { Outputs } from "../../server/routers/app.ts";
import { useTRPC } from "../../trpc/client.tsx";
import { Badge } from "../../ui/badge.tsx";
import { Button, IconButton } from "../../ui/button.tsx";
import { IntentLink } from "../../ui/intent-link.tsx";
import { Scroller } from "../../ui/scroller.tsx";
import { Sheet } from "../../ui/sheet.tsx";
import { Loading, Skeleton } from "../../ui/skeleton.tsx";
import { Time } from "../../ui/time.tsx";
import { marketplaceLook } from "../marketplace/marketplace.tsx";
import { percent } from "../number-words.ts";
import { orderPath } from "../shell/paths.ts";
import { usePlace } from "../shell/shell-data.ts";
import { MailSource } from "./mail-source.tsx";
import { languageWord, NOTICE_WORDS, VERIFICATION_WORDS } from "./notice-words.ts";
import { ReviewForm } from "./review-form.tsx";

type Notice = Outputs["optOut"]["notice"];

/** The evidence: what Amazon wrote, how far it can be trusted, and what it changed. */
export function NoticePanel({ id, onClose }: { id: string; onClose: () => void }) {
  const api = useTRPC();
  const place = usePlace();
  const title = useRef<HTMLHeadingElement>(null);
  const { data, isError } = useQuery(api.optOut.notice.queryOptions({ ...place, id }));
  return (
    <Sheet
      open
      onClose={onClose}
      label="Notice"
      side="right"
      modal
      initialFocus={title}
      className={
        data?.effect === "needs_review"
          ? "w-[min(1120px,96vw)] max-sm:w-full"
          : "w-[clamp(440px,38vw,640px)] max-sm:w-full"
      }
    >
      <header className="flex h-12 shrink-0 items-center gap-2 border-b border-hairline pr-2 pl-4">
        <h2 ref={title} tabIndex={-1} className="focus-inset flex-1 rounded-badge font-semibold">
          {data === undefined ? "Notice" : NOTICE_WORDS[data.kind].title}
        </h2>
        <IconButton label="Close  Esc" onClick={onClose}>
          <X aria-hidden className="size-4" />
        </IconButton>
      </header>
      <Scroller label="Notice details" className="min-h-0 flex-1 p-4">
        {isError ? (
          <p className="text-ink-2">This notice could not be loaded. It may belong to another store.</p>
        ) : null}
        {data === undefined && !isError ? (
          <Loading what="the notice">
            <Skeleton className="h-72 w-full rounded-item" />
          </Loading>
        ) : null}
        {data === undefined ? null : data.effect === "needs_review" ? (
          <div className="grid gap-6 lg:grid-cols-2">
            <section aria-label="The mail as it came" className="flex flex-col gap-2">
              <h3 className="font-semibold">As it came</h3>
              <MailSource id={data.id} />
            </section>
            <div className="flex flex-col gap-5">
              <ReviewForm notice={data} />
              <NoticeBody notice={data} />
            </div>
          </div>
        ) : (
          <NoticeBody notice={data} />
        )}
      </Scroller>
    </Sheet>
  );
}

function NoticeBody({ notice }: { notice: Notice }) {
  const place = usePlace();
  const { word, tone, meaning } = VERIFICATION_WORDS[notice.verification];
  const zone = notice.order === null ? "UTC" : marketplaceLook(notice.order.marketplaceId).zone;
  return (
    <div className="flex flex-col gap-5">
      <div>
        <Badge tone={tone}>{word}</Badge>
        <p className="mt-1 text-ink-2">{meaning}</p>
      </div>
      <dl className="grid grid-cols-[112px_minmax(0,1fr)] gap-x-3 gap-y-1.5">
        <Fact label="Received">
          <Time at={notice.at.toString()} zone={zone} show="absolute" />
        </Fact>
        <Fact label="Store">{notice.storeName}</Fact>
        {notice.masked === null ? null : (
          <Fact label="Buyer">
            <span className="font-mono text-small">{notice.masked}</span>
          </Fact>
        )}
        <Fact label="Order">
          {notice.order === null ? (
            "None named, or none of yours"
          ) : (
            <IntentLink
              href={orderPath(place, notice.order.ref)}
              className="rounded-badge font-mono text-small text-accent tabular-nums underline underline-offset-2"
            >
              {notice.order.orderId}
            </IntentLink>
          )}
        </Fact>
        {notice.uploaded ? <Fact label="Came by">An upload: it suppresses and credits nothing</Fact> : null}
        <Fact label="Language">{languageWord(notice.language)}</Fact>
        <Fact label="Recognised by">
          {notice.pattern === null ? "Its structure" : <span className="font-mono text-small">{notice.pattern}</span>}
          <span className="text-ink-3">, {percent(notice.confidence)} sure</span>
        </Fact>
        <Fact label="Effect">{effectWords(notice)}</Fact>
      </dl>
      <section aria-label="Text of the notice">
        <h3 className="pb-2 font-semibold">What Amazon wrote</h3>
        <pre className="rounded-item border border-hairline bg-sunken p-3 font-mono text-small break-words whitespace-pre-wrap">
          {notice.text === "" ? "The words of mails that are about nothing of ours are not kept." : notice.text}
        </pre>
        {notice.effect === "needs_review" ? null : <OpenSource id={notice.id} />}
        <p className="pt-2 text-small text-ink-3">
          Order ids, addresses and numbers stand as placeholders. The mail itself is sealed and erased after 30 days.
        </p>
      </section>
    </div>
  );
}

function OpenSource({ id }: { id: string }) {
  const [open, setOpen] = useState(false);
  return (
    <div className="pt-3">
      {open ? (
        <MailSource id={id} />
      ) : (
        <Button size="small" onClick={() => setOpen(true)}>
          Show the mail as it came
        </Button>
      )}
    </div>
  );
}

function Fact({ label, children }: { label: string; children: React.ReactNode }) {
  return (
    <>
      <dt className="text-small text-ink-3">{label}</dt>
      <dd className="min-w-0">{children}</dd>
    </>
  );
}

function effectWords({ effect, effectReason, judgedAt }: Notice): string {
  const because = effectReason === null ? "" : `: ${effectReason.replaceAll("_", " ")}`;
  if (effect === "applied")
    return judgedAt === null ? "Applied: state and suppression were set" : "Applied, as a member judged";
  return effect === "needs_review" ? "Waits for your judgement" : `Nothing was changed${because}`;
}
