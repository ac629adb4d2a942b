"use client";

import { explainReason } from "@heed/core/policy/explain-reason";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { ExternalLink } from "lucide-react";
import { toast } from "sonner";
import { useTRPC } from "../../trpc/client.tsx";
import { Button, buttonClass } from "../../ui/button.tsx";
import { marketplaceLook } from "../marketplace/marketplace.tsx";
import { PURPOSE_WORDS } from "../message/message-words.ts";
import { usePlace } from "../shell/shell-data.ts";
import type { Choice } from "./choice-list.tsx";
import { sellerCentralLink } from "./critical-words.ts";
import type { CriticalOrder } from "./order-writer.tsx";
import { ReadyTexts } from "./ready-texts.tsx";

interface TaskMakerProps {
  readonly order: CriticalOrder;
  readonly choice: Extract<Choice, { kind: "task" }>;
  readonly mayWrite: boolean;
}

/** What is written in Seller Central is taken there by the clipboard. */
async function copy(text: string): Promise<void> {
  await navigator.clipboard.writeText(text);
  toast("The text is copied");
}

/** What only a person can do: the way to it, and a task so that it is not forgotten. */
export function TaskMaker({ order, choice, mayWrite }: TaskMakerProps) {
  const api = useTRPC();
  const place = usePlace();
  const queryClient = useQueryClient();
  const open = useMutation(
    api.critical.openTask.mutationOptions({
      onSuccess: () => {
        toast(`Task noted: ${PURPOSE_WORDS[choice.purpose].toLowerCase()}`);
        return queryClient.invalidateQueries(api.critical.pathFilter());
      },
    }),
  );
  const { orderId, marketplaceId } = order.order;
  const why =
    choice.reason === null
      ? "Amazon’s API carries no message for this purpose."
      : explainReason(choice.reason, marketplaceLook(marketplaceId).zone).sentence;
  return (
    <section aria-label={PURPOSE_WORDS[choice.purpose]} className="flex flex-col gap-3">
      <h3 className="font-semibold">{PURPOSE_WORDS[choice.purpose]}</h3>
      <p className="text-ink-2">
        {why} Write to the buyer on the order’s page in Seller Central; a task here keeps it in sight.
      </p>
      <ReadyTexts order={order} purpose={choice.purpose} onText={copy} />
      <div className="flex flex-wrap gap-2">
        <a
          href={sellerCentralLink(marketplaceId, orderId)}
          target="_blank"
          rel="noreferrer"
          className={buttonClass("secondary")}
        >
          <ExternalLink aria-hidden className="size-4" /> Open in Seller Central
          <span className="sr-only"> in a new tab</span>
        </a>
        {mayWrite ? (
          <Button
            variant="primary"
            busy={open.isPending}
            onClick={() => open.mutate({ ...place, ref: order.ref, purpose: choice.purpose })}
          >
            Note a task
          </Button>
        ) : null}
      </div>
      {open.error === null ? null : <p role="alert">{open.error.message}</p>}
    </section>
  );
}
