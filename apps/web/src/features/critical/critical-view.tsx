"use client";

import { atLeast } from "@heed/core/tenant/role";
import { keepPreviousData, useQuery, useSuspenseQuery } from "@tanstack/react-query";
import { SlidersHorizontal } from "lucide-react";
import { useQueryStates } from "nuqs";
import { useState } from "react";
import { useTRPC } from "../../trpc/client.tsx";
import { Button } from "../../ui/button.tsx";
import { PageHeader } from "../../ui/page-header.tsx";
import { Pager } from "../../ui/pager.tsx";
import { Segmented } from "../../ui/segmented.tsx";
import { Loading, Skeleton } from "../../ui/skeleton.tsx";
import { counted } from "../number-words.ts";
import { sectionPath } from "../shell/paths.ts";
import { usePlace } from "../shell/shell-data.ts";
import { CRITICAL_FILTERS, criticalQuery, listInput } from "./critical-filters.ts";
import { CriticalSettings } from "./critical-settings.tsx";
import { OrderFinder } from "./order-finder.tsx";
import { OrderWriter } from "./order-writer.tsx";
import { SeveralOrders } from "./several-orders.tsx";
import { TaskList } from "./task-list.tsx";
import { TypedList } from "./typed-list.tsx";

type Filters = ReturnType<typeof useQueryStates<typeof CRITICAL_FILTERS>>[0];

export function CriticalView() {
  const api = useTRPC();
  const place = usePlace();
  const [filters] = useQueryStates(CRITICAL_FILTERS, { history: "push" });
  const [settings, setSettings] = useState(false);
  const { data: quota } = useSuspenseQuery(api.critical.quota.queryOptions({ workspace: place.workspace }));
  const mayWrite = atLeast(quota.role, "manager");
  return (
    <>
      <PageHeader title="Critical" count={`${quota.sent} of ${quota.quota} in the last 24 hours`}>
        {atLeast(quota.role, "admin") ? (
          <Button onClick={() => setSettings(true)}>
            <SlidersHorizontal aria-hidden className="size-4" /> Limits
          </Button>
        ) : null}
      </PageHeader>
      <WriteBox filters={filters} mayWrite={mayWrite} />
      <Lists
        filters={filters}
        mayWrite={mayWrite}
        me={{ userId: quota.userId, mayApprove: atLeast(quota.role, "approver") }}
      />
      {settings ? <CriticalSettings quota={quota} onClose={() => setSettings(false)} /> : null}
    </>
  );
}

/** One order, or several as a reviewed list. */
function WriteBox({ filters, mayWrite }: { filters: Filters; mayWrite: boolean }) {
  const page = sectionPath(usePlace(), "critical");
  const several = filters.several !== null && filters.order === null;
  return (
    <section aria-label="Write" className="rounded-box border border-hairline bg-surface">
      {filters.order !== null ? <OrderWriter orderRef={filters.order} mayWrite={mayWrite} /> : null}
      {filters.order === null ? (
        <>
          <div className="flex px-4 pt-4">
            <Segmented
              label="Write about"
              current={several ? "several" : "one"}
              segments={[
                { key: "one", label: "One order", href: criticalQuery(page, { ...filters, several: null }) },
                { key: "several", label: "Several orders", href: criticalQuery(page, { ...filters, several: "yes" }) },
              ]}
            />
          </div>
          {several ? <SeveralOrders mayWrite={mayWrite} /> : <OrderFinder />}
        </>
      ) : null}
    </section>
  );
}

interface ListsProps {
  readonly filters: Filters;
  readonly mayWrite: boolean;
  readonly me: { readonly userId: string; readonly mayApprove: boolean };
}

function Lists({ filters, mayWrite, me }: ListsProps) {
  const page = sectionPath(usePlace(), "critical");
  const show = filters.show ?? "history";
  const href = (view: Filters["show"]) => criticalQuery(page, { ...filters, show: view, after: null, before: null });
  return (
    <>
      <div className="flex pt-5 pb-3">
        <Segmented
          label="Show"
          current={show}
          segments={[
            { key: "history", label: "History", href: href(null) },
            { key: "waiting", label: "Waiting for approval", href: href("waiting") },
            { key: "tasks", label: "Tasks in Seller Central", href: href("tasks") },
          ]}
        />
      </div>
      {show === "tasks" ? <TaskList mayWrite={mayWrite} /> : <Messages filters={filters} me={me} />}
    </>
  );
}

function Messages({ filters, me }: Omit<ListsProps, "mayWrite">) {
  const api = useTRPC();
  const place = usePlace();
  const { data, error } = useQuery({
    ...api.critical.list.queryOptions(listInput(place, filters)),
    placeholderData: keepPreviousData,
  });
  if (error !== null) throw error;
  if (data === undefined) {
    return (
      <Loading what="messages">
        <Skeleton className="h-64 w-full rounded-box" />
      </Loading>
    );
  }
  const page = sectionPath(place, "critical");
  const at = (cursor: { after: string } | { before: string }) =>
    criticalQuery(page, { ...filters, after: null, before: null, ...cursor });
  return (
    <>
      <TypedList rows={data.messages} waiting={filters.show === "waiting"} me={me} />
      {data.messages.length === 0 ? null : (
        <Pager
          newer={data.newer === null ? null : at({ before: data.newer })}
          older={data.older === null ? null : at({ after: data.older })}
          range={counted(data.messages.length, "message")}
        />
      )}
    </>
  );
}
