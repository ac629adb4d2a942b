"use client";

import { useMutation } from "@tanstack/react-query";
import { toast } from "sonner";
import { useTRPC } from "../../trpc/client.tsx";
import { Button } from "../../ui/button.tsx";
import { useShell } from "../shell/shell-data.ts";
import type { StoreDetails } from "./store-words.ts";
import { useLeave } from "./use-leave.ts";
import { useAfterChange } from "./use-store-mutation.ts";

export function StoreActions({ store }: { store: StoreDetails }) {
  return (
    <>
      {store.authorisation === "active" ? <PauseButton store={store} /> : null}
      <AuthoriseAgain store={store} />
    </>
  );
}

function PauseButton({ store: { id, name, paused } }: { store: StoreDetails }) {
  const api = useTRPC();
  const { here } = useShell();
  const after = useAfterChange();
  const words = paused ? `${name} goes on.` : `${name} is paused. What is due waits.`;
  const turn = useMutation(api.store.pause.mutationOptions(after(words)));
  return (
    <Button busy={turn.isPending} onClick={() => turn.mutate({ workspace: here.slug, store: id, paused: !paused })}>
      {paused ? "Let it go on" : "Pause"}
    </Button>
  );
}

function AuthoriseAgain({ store: { id, authorisation } }: { store: StoreDetails }) {
  const api = useTRPC();
  const { here } = useShell();
  const { leaving, leave } = useLeave();
  const onError = (error: { message: string }) => void toast.error(error.message);
  const again = useMutation(api.connect.again.mutationOptions({ onSuccess: leave, onError }));
  return (
    <Button
      variant={authorisation === "active" ? "secondary" : "primary"}
      busy={again.isPending || leaving}
      onClick={() => again.mutate({ workspace: here.slug, store: id, returnTo: "stores" })}
    >
      {authorisation === "disconnected" ? "Connect again" : "Authorise again"}
    </Button>
  );
}
