"use client";

import { atLeast } from "@heed/core/tenant/role";
import { useMutation, useQueryClient, useSuspenseQuery } from "@tanstack/react-query";
import { Plus } from "lucide-react";
import Link from "next/link";
import { useRouter } from "next/navigation";
import { parseAsBoolean, useQueryState } from "nuqs";
import { toast } from "sonner";
import { useTRPC } from "../../trpc/client.tsx";
import { Button, buttonClass } from "../../ui/button.tsx";
import { DataTable } from "../../ui/data-table.tsx";
import { Dialog } from "../../ui/dialog.tsx";
import { EmptyState } from "../../ui/empty-state.tsx";
import { PageHeader } from "../../ui/page-header.tsx";
import { counted } from "../number-words.ts";
import { onboardingPath, storePath } from "../shell/paths.ts";
import { useShell } from "../shell/shell-data.ts";
import { ConnectForm } from "./connect-form.tsx";
import { StoreCard, storeColumns } from "./store-columns.tsx";
import type { StoreDetails } from "./store-words.ts";

/** All stores of the workspace, with what is wrong with each at a glance. */
export function StoresView() {
  const api = useTRPC();
  const router = useRouter();
  const { here } = useShell();
  const [connecting, setConnecting] = useQueryState("connect", parseAsBoolean.withDefault(false));
  const { data: stores } = useSuspenseQuery(api.store.details.queryOptions({ workspace: here.slug }));
  const may = atLeast(here.role, "admin");
  const connect = may ? (
    <Button variant="primary" onClick={() => void setConnecting(true)}>
      <Plus aria-hidden className="size-4" />
      Connect a store
    </Button>
  ) : null;
  return (
    <>
      <PageHeader title="Stores" count={counted(stores.length, "store")}>
        {stores.length === 0 || !may ? null : <PauseAll />}
        {connect}
      </PageHeader>
      {stores.some(isOpen) ? <FinishHint /> : null}
      {stores.length === 0 ? (
        <EmptyState
          title="No store yet"
          text="Connect your Amazon account: its orders of the last 60 days come in, and nothing goes out before you have confirmed your first flow."
          action={connect}
        />
      ) : (
        <DataTable
          caption="Stores"
          columns={storeColumns(here.slug)}
          rows={stores}
          rowKey={({ id }) => id}
          onOpen={({ id }) => router.push(storePath(here.slug, id))}
          card={(store) => <StoreCard store={store} workspace={here.slug} />}
        />
      )}
      <Dialog open={connecting} onClose={() => void setConnecting(null)} title="Connect a store" className="max-w-md">
        <div className="overflow-y-auto px-4 pb-4">
          <ConnectForm returnTo="stores" />
        </div>
      </Dialog>
    </>
  );
}

const isOpen = ({ firstFlowAt, authorisation }: StoreDetails): boolean =>
  firstFlowAt === null && authorisation === "active";

/** A store that was left half set up is led on from here. */
function FinishHint() {
  const { here } = useShell();
  return (
    <p className="mb-4 flex flex-wrap items-center gap-3 rounded-box border border-hairline bg-surface px-4 py-3">
      <span className="flex-1">A store is not set up yet: nothing goes out before its first flow is confirmed.</span>
      <Link href={onboardingPath(here.slug)} className={buttonClass("secondary")}>
        Go on setting up
      </Link>
    </p>
  );
}

/** The brake for everything at once; what waits goes on by itself afterwards. */
function PauseAll() {
  const api = useTRPC();
  const queryClient = useQueryClient();
  const { here } = useShell();
  const { data: state } = useSuspenseQuery(api.store.pausedAll.queryOptions({ workspace: here.slug }));
  const { paused } = state;
  const turn = useMutation(
    api.store.pauseAll.mutationOptions({
      onSuccess: async ({ paused: now }) => {
        await queryClient.invalidateQueries(api.store.pathFilter());
        toast(now ? "All stores are paused. Everything that is due waits." : "All stores go on.");
      },
      onError: (error) => toast.error(error.message),
    }),
  );
  return (
    <Button busy={turn.isPending} onClick={() => turn.mutate({ workspace: here.slug, paused: !paused })}>
      {paused ? "Let all go on" : "Pause all"}
    </Button>
  );
}
