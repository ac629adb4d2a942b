"use client";

import { flowSentence } from "@heed/core/flow/flow-words";
import { FLOW_STARTERS } from "@heed/core/flow/gallery";
import { useMutation } from "@tanstack/react-query";
import { useRouter } from "next/navigation";
import { useState } from "react";
import { useTRPC } from "../../trpc/client.tsx";
import { notify } from "../../ui/notify.ts";
import { GalleryDialog } from "../gallery/gallery-dialog.tsx";
import { flowPath } from "../shell/paths.ts";
import { usePlace } from "../shell/shell-data.ts";

export function FlowGallery({ onClose }: { onClose: () => void }) {
  const api = useTRPC();
  const place = usePlace();
  const router = useRouter();
  const [busy, setBusy] = useState<string | null>(null);
  const create = useMutation(
    api.flow.create.mutationOptions({
      onSuccess: ({ id }) => router.push(flowPath(place, id)),
      onError: ({ message }) => {
        setBusy(null);
        void notify(`The flow was not made. ${message}`);
      },
    }),
  );
  return (
    <GalleryDialog
      items={FLOW_STARTERS}
      busy={busy}
      details={({ key, definition }) => (
        <p className="mt-2 text-small text-ink-3">{flowSentence({ ...definition, flowKey: key, version: 1 })}</p>
      )}
      onChoose={({ key, definition }) => {
        setBusy(key);
        create.mutate({ ...place, definition });
      }}
      onClose={onClose}
    />
  );
}
