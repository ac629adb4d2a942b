"use client";

import { useQuery } from "@tanstack/react-query";
import type { Outputs } from "../../server/routers/app.ts";
import { useTRPC } from "../../trpc/client.tsx";
import { CopyButton } from "../../ui/copy-button.tsx";
import { EmptyState } from "../../ui/empty-state.tsx";
import { Loading, Skeleton } from "../../ui/skeleton.tsx";
import { StateMark } from "../../ui/state-mark.tsx";
import { Time } from "../../ui/time.tsx";
import { MarketplaceBadge } from "../marketplace/marketplace.tsx";
import { count, percent } from "../number-words.ts";
import { usePlace } from "../shell/shell-data.ts";

type Address = Outputs["notice"]["addresses"]["addresses"][number];

/** Where Amazon's notices arrive, and whether they do. */
export function AddressList() {
  const api = useTRPC();
  const { data, error } = useQuery(api.notice.addresses.queryOptions(usePlace()));
  if (error !== null) throw error;
  if (data === undefined) {
    return (
      <Loading what="addresses">
        <Skeleton className="h-48 w-full rounded-box" />
      </Loading>
    );
  }
  if (data.addresses.length === 0) {
    return (
      <EmptyState title="No notice address yet" text="Each store gets one for each marketplace when it is connected." />
    );
  }
  return (
    <ul className="divide-y divide-hairline rounded-box border border-hairline bg-surface">
      {data.addresses.map((row) => (
        <li key={row.id} className="flex flex-col gap-2 px-4 py-3">
          <AddressRow row={row} full={`${row.localPart}@in.${data.domain}`} />
        </li>
      ))}
    </ul>
  );
}

function AddressRow({ row, full }: { row: Address; full: string }) {
  return (
    <>
      <div className="flex flex-wrap items-center gap-x-4 gap-y-1">
        <MarketplaceBadge marketplaceId={row.marketplaceId} />
        <span className="text-ink-2">{row.storeName}</span>
        <span className="font-mono text-small break-all">{full}</span>
        <CopyButton text={full} what="address" />
        <span className="ml-auto">
          <Health row={row} />
        </span>
      </div>
      <p className="text-small text-ink-3">
        {row.lastMailAt === null ? (
          "No mail has come here yet."
        ) : (
          <>
            Last mail <Time at={row.lastMailAt.toString()} zone="UTC" />.
          </>
        )}{" "}
        30 days: {count(row.sent)} e-mails, {count(row.refused)} refused.
        {row.silence.alarm
          ? ` At least ${percent(row.silence.expectedRate)} were to be expected; so few would come by chance less than once in a thousand. Check Notification Preferences → Messaging → Buyer Opt-Out in Seller Central.`
          : null}
        <LastTest row={row} />
      </p>
      {row.forwarding === null ? null : <Forwarding asked={row.forwarding} />}
    </>
  );
}

/** Our own mail to the address, each day in which nothing else came. */
function LastTest({ row }: { row: Address }) {
  if (row.testedAt === null) return " Our first test mail goes out within a day.";
  return (
    <>
      {" "}
      Last test mail <Time at={row.testedAt.toString()} zone="UTC" />
      {row.deaf ? ", which did not arrive." : "."}
    </>
  );
}

function Health({ row }: { row: Address }) {
  if (row.deaf) return <StateMark tone="refused" shape="square" word="Does not receive" />;
  if (row.silence.alarm) return <StateMark tone="refused" shape="square" word="Silent" />;
  if (row.provenAt !== null) return <StateMark tone="reached" shape="disc" word="Proven" />;
  return <StateMark tone="waiting" shape="diamond" word={row.lastMailAt === null ? "Waiting" : "Receiving"} />;
}

function Forwarding({ asked }: { asked: NonNullable<Address["forwarding"]> }) {
  return (
    <p className="rounded-item bg-sunken px-3 py-2 text-small">
      Gmail asks whether your mailbox may forward here.
      {asked.code === null ? null : (
        <>
          {" "}
          The code is <span className="font-mono tabular-nums">{asked.code}</span>.
        </>
      )}
      {asked.link === null ? null : (
        <>
          {" "}
          Or{" "}
          <a
            href={asked.link}
            target="_blank"
            rel="noreferrer noopener"
            className="rounded-badge text-accent underline underline-offset-2"
          >
            confirm at Google
          </a>
          .
        </>
      )}{" "}
      Only you can confirm it; Heed answers no mail.
    </p>
  );
}
