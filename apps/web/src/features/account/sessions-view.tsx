"use client";

import { useMutation, useQueryClient, useSuspenseQuery } from "@tanstack/react-query";
import { toast } from "sonner";
import { useTRPC } from "../../trpc/client.tsx";
import { Badge } from "../../ui/badge.tsx";
import { Button } from "../../ui/button.tsx";
import { PageHeader, Panel } from "../../ui/page-header.tsx";
import { Time } from "../../ui/time.tsx";
import { counted } from "../number-words.ts";
import { signOut } from "./auth-requests.ts";

const endWord = (current: boolean): string => (current ? "Sign out" : "End");
const nameOf = (device: string | null): string => device ?? "Unknown device";

/** Where this account is open, each with its end. */
export function SessionsView() {
  const api = useTRPC();
  const queryClient = useQueryClient();
  const { data: sessions } = useSuspenseQuery(api.account.sessions.queryOptions());
  const again = () => queryClient.invalidateQueries({ queryKey: api.account.sessions.queryKey() });
  const end = useMutation(api.account.endSession.mutationOptions({ onSettled: again }));
  const endOthers = useMutation(
    api.account.signOutEverywhere.mutationOptions({
      onSuccess: ({ ended }) => void toast(`${counted(ended, "other session")} ended.`),
      onSettled: again,
    }),
  );
  return (
    <>
      <PageHeader title="Sessions" count={String(sessions.length)}>
        <Button busy={endOthers.isPending} disabled={sessions.length < 2} onClick={() => endOthers.mutate()}>
          Sign out everywhere else
        </Button>
      </PageHeader>
      <Panel title="Open sessions" note="A session ends by itself after 30 days without use.">
        <ul className="mt-2">
          {sessions.map(({ id, device, network, createdAt, current }) => (
            <li key={id} className="flex flex-wrap items-center gap-x-3 gap-y-1 border-t border-hairline px-4 py-2.5">
              <span className="min-w-0 flex-1 basis-48">
                <span className="block truncate font-medium">{nameOf(device)}</span>
                <span className="text-small text-ink-2">
                  Opened <Time at={createdAt.toString()} zone="UTC" />
                  {network === null ? "" : ` from ${network}`}
                </span>
              </span>
              {current ? <Badge tone="accent">This one</Badge> : null}
              <Button
                size="small"
                aria-label={`${endWord(current)}: ${nameOf(device)}`}
                busy={end.isPending && end.variables?.id === id}
                onClick={() => (current ? void signOut() : end.mutate({ id }))}
              >
                {endWord(current)}
              </Button>
            </li>
          ))}
        </ul>
      </Panel>
    </>
  );
}
