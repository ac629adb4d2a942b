"use client";

import { keepPreviousData, useQuery } from "@tanstack/react-query";
import dynamic from "next/dynamic";
import { useQueryState, useQueryStates } from "nuqs";
import { useTRPC } from "../../trpc/client.tsx";
import { PageHeader } from "../../ui/page-header.tsx";
import { Segmented } from "../../ui/segmented.tsx";
import { RatePanel } from "../insight/rate-panel.tsx";
import { AddressList } from "../notice/address-list.tsx";
import { ForgedBanner } from "../notice/forged-banner.tsx";
import { NoticeList } from "../notice/notice-list.tsx";
import { TaughtList } from "../notice/taught-list.tsx";
import { UploadButton } from "../notice/upload-button.tsx";
import { sectionPath } from "../shell/paths.ts";
import { usePlace } from "../shell/shell-data.ts";
import { OptOutExport } from "./opt-out-export.tsx";
import { OPEN_NOTICE, OPT_OUT_FILTERS, type OptOutFilter, optOutQuery, pageInput } from "./opt-out-filters.ts";
import { OptOutList } from "./opt-out-list.tsx";

const NoticePanel = dynamic(() => import("../notice/notice-panel.tsx").then((module) => module.NoticePanel));

export function OptOutView() {
  const api = useTRPC();
  const place = usePlace();
  const [filters] = useQueryStates(OPT_OUT_FILTERS, { history: "push" });
  const [open, setOpen] = useQueryState("notice", OPEN_NOTICE.withOptions({ history: "push" }));
  const list = useQuery({
    ...api.optOut.list.queryOptions(pageInput(place, filters)),
    placeholderData: keepPreviousData,
  });
  const page = sectionPath(place, "opt-outs");
  const show = (notices: typeof filters.notices) => optOutQuery(page, { notices, after: null, before: null });
  if (list.isError) throw list.error;
  return (
    <>
      <PageHeader title="Opt-outs">
        <UploadButton />
        <OptOutExport />
      </PageHeader>
      <ForgedBanner />
      <RatePanel />
      <div className="flex pt-5 pb-3">
        <Segmented
          label="Show"
          current={filters.notices ?? "buyers"}
          segments={[
            { key: "buyers", label: "Buyers not to write to", href: show(null) },
            { key: "all", label: "Notices", href: show("all") },
            { key: "review", label: "To judge", href: show("review") },
            { key: "taught", label: "Taught", href: show("taught") },
            { key: "addresses", label: "Addresses", href: show("addresses") },
          ]}
        />
      </div>
      <Below filter={filters.notices} openId={open} onOpen={(id) => void setOpen(id)}>
        <OptOutList
          page={list.data}
          busy={list.isPlaceholderData}
          filters={filters}
          onOpen={(id) => void setOpen(id)}
        />
      </Below>
      {open === null ? null : <NoticePanel id={open} onClose={() => void setOpen(null)} />}
    </>
  );
}

interface BelowProps {
  readonly filter: OptOutFilter;
  readonly openId: string | null;
  readonly onOpen: (id: string) => void;
  readonly children: React.ReactNode;
}

function Below({ filter, openId, onOpen, children }: BelowProps) {
  if (filter === "taught") return <TaughtList />;
  if (filter === "addresses") return <AddressList />;
  if (filter === null) return children;
  return <NoticeList onlyReview={filter === "review"} openId={openId} onOpen={onOpen} />;
}
