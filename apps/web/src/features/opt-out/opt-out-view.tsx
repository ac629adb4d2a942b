"use client";

import { keepPreviousData, useQuery, useSuspenseQuery } from "@tanstack/react-query";
import dynamic from "next/dynamic";
import { useQueryState, useQueryStates } from "nuqs";
import { useTRPC } from "../../trpc/client.tsx";
import { PageHeader } from "../../ui/page-header.tsx";
import { Segmented } from "../../ui/segmented.tsx";
import { NoticeList } from "../notice/notice-list.tsx";
import { sectionPath } from "../shell/paths.ts";
import { usePlace } from "../shell/shell-data.ts";
import { OPEN_NOTICE, OPT_OUT_FILTERS, optOutQuery, pageInput } from "./opt-out-filters.ts";
import { OptOutList } from "./opt-out-list.tsx";
import { RatePanel } from "./rate-panel.tsx";

const NoticePanel = dynamic(() => import("../notice/notice-panel.tsx").then((module) => module.NoticePanel));

export function OptOutView() {
  const api = useTRPC();
  const place = usePlace();
  const [filters] = useQueryStates(OPT_OUT_FILTERS, { history: "push" });
  const [open, setOpen] = useQueryState("notice", OPEN_NOTICE.withOptions({ history: "push" }));
  const rate = useSuspenseQuery(api.optOut.rate.queryOptions(place));
  const list = useQuery({
    ...api.optOut.list.queryOptions(pageInput(place, filters)),
    placeholderData: keepPreviousData,
  });
  const page = sectionPath(place, "opt-outs");
  const show = (notices: typeof filters.notices) => optOutQuery(page, { notices, after: null, before: null });
  if (list.isError) throw list.error;
  return (
    <>
      <PageHeader title="Opt-outs" />
      <RatePanel days={rate.data} />
      <div className="flex pt-5 pb-3">
        <Segmented
          label="Show"
          current={filters.notices ?? "buyers"}
          segments={[
            { key: "buyers", label: "Buyers not to write to", href: show(null) },
            { key: "all", label: "Notices", href: show("all") },
            { key: "review", label: "To judge", href: show("review") },
          ]}
        />
      </div>
      {filters.notices === null ? (
        <OptOutList
          page={list.data}
          busy={list.isPlaceholderData}
          filters={filters}
          onOpen={(id) => void setOpen(id)}
        />
      ) : (
        <NoticeList onlyReview={filters.notices === "review"} openId={open} onOpen={(id) => void setOpen(id)} />
      )}
      {open === null ? null : <NoticePanel id={open} onClose={() => void setOpen(null)} />}
    </>
  );
}
