"use client";

import { flowSentence } from "@heed/core/flow/flow-words";
import { FLOW_STARTERS, type FlowStarter } from "@heed/core/flow/gallery";
import { useMutation } from "@tanstack/react-query";
import { useRouter } from "next/navigation";
import { useTRPC } from "../../trpc/client.tsx";
import { Button } from "../../ui/button.tsx";
import { Dialog } from "../../ui/dialog.tsx";
import { notify } from "../../ui/notify.ts";
import { flowPath } from "../shell/paths.ts";
import { usePlace } from "../shell/shell-data.ts";

/** Starters to choose from; the chosen one becomes a draft that one may change before it sends anything. */
export function FlowGallery({ onClose }: { onClose: () => void }) {
  const api = useTRPC();
  const place = usePlace();
  const router = useRouter();
  const create = useMutation(
    api.flow.create.mutationOptions({
      onSuccess: ({ id }) => router.push(flowPath(place, id)),
      onError: ({ message }) => void notify(`The flow was not made. ${message}`),
    }),
  );
  const choose = ({ definition }: FlowStarter) => create.mutate({ ...place, definition });
  return (
    <Dialog open onClose={onClose} title="Start from" className="max-w-160">
      <ul className="flex flex-col gap-2 overflow-y-auto p-4 pt-2">
        {FLOW_STARTERS.map((starter) => (
          <li key={starter.key} className="rounded-box border border-hairline p-3">
            <div className="flex items-start justify-between gap-3">
              <div>
                <h3 className="font-medium">{starter.title}</h3>
                <p className="mt-0.5 text-small text-ink-2">{starter.why}</p>
              </div>
              <Button
                size="small"
                busy={create.isPending && create.variables.definition === starter.definition}
                disabled={create.isPending}
                onClick={() => choose(starter)}
                aria-label={`Use ${starter.title}`}
              >
                Use
              </Button>
            </div>
            <p className="mt-2 text-small text-ink-3">
              {flowSentence({ ...starter.definition, flowKey: starter.key, version: 1 })}
            </p>
          </li>
        ))}
      </ul>
    </Dialog>
  );
}
