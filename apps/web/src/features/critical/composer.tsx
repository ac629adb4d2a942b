"use client";

import { explainReason } from "@heed/core/policy/explain-reason";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useId } from "react";
import { toast } from "sonner";
import { useTRPC } from "../../trpc/client.tsx";
import { Button } from "../../ui/button.tsx";
import { TextField } from "../../ui/text-field.tsx";
import { marketplaceLook } from "../marketplace/marketplace.tsx";
import { PURPOSE_WORDS } from "../message/message-words.ts";
import { FileList } from "./file-list.tsx";
import { Findings } from "./findings.tsx";
import type { CriticalOrder } from "./order-writer.tsx";
import { ReadyTexts } from "./ready-texts.tsx";
import { type MessageChoice, useDraft } from "./use-draft.ts";

interface ComposerProps {
  readonly order: CriticalOrder;
  readonly choice: MessageChoice;
  readonly mayWrite: boolean;
}

/** The message of one purpose, with the rules live. */
export function Composer({ order, choice, mayWrite }: ComposerProps) {
  const draft = useDraft(order, choice);
  const { operation } = choice;
  const send = useSend(order, choice, () => {
    draft.setText("");
    draft.setFiles([]);
  });
  return (
    <section aria-label={PURPOSE_WORDS[choice.purpose]} className="flex min-w-0 flex-col gap-3">
      <h3 className="font-semibold">{PURPOSE_WORDS[choice.purpose]}</h3>
      <Passes order={order} choice={choice} />
      {operation.text === null ? null : <ReadyTexts order={order} purpose={choice.purpose} onText={draft.setText} />}
      {operation.text === null ? null : (
        <TextArea
          text={draft.text}
          limit={operation.text}
          locale={order.actions?.locale ?? null}
          onText={draft.setText}
        />
      )}
      {operation.attachments.most === 0 ? null : (
        <FileList orderRef={order.ref} files={draft.files} most={operation.attachments.most} onFiles={draft.setFiles} />
      )}
      {operation.coverage ? <Coverage onFrom={draft.setFrom} onTo={draft.setTo} /> : null}
      <Findings findings={draft.findings} text={draft.text} onFix={draft.setText} />
      {draft.failed ? <p role="alert">The text could not be checked. It cannot go before that.</p> : null}
      <SendRow
        asks={choice.critical && order.approval}
        mayWrite={mayWrite}
        ready={draft.ready}
        busy={send.isPending}
        onSend={() => send.mutate(draft.input)}
      />
      <Refusal send={send} order={order} />
    </section>
  );
}

interface SendRowProps {
  readonly asks: boolean;
  readonly mayWrite: boolean;
  readonly ready: boolean;
  readonly busy: boolean;
  readonly onSend: () => void;
}

function SendRow({ asks, mayWrite, ready, busy, onSend }: SendRowProps) {
  const note = asks ? "A second member approves it first." : "It goes at once.";
  return (
    <div className="flex flex-wrap items-center gap-3">
      <Button variant="primary" disabled={!mayWrite || !ready} busy={busy} onClick={onSend}>
        {asks ? "Ask for approval" : "Send through Amazon"}
      </Button>
      <span className="text-small text-ink-3">{mayWrite ? note : "Writing needs the role manager."}</span>
    </div>
  );
}

function useSend(order: CriticalOrder, choice: MessageChoice, onWritten: () => void) {
  const api = useTRPC();
  const queryClient = useQueryClient();
  return useMutation(
    api.critical.write.mutationOptions({
      onSuccess: (written) => {
        if (written.kind !== "written") return undefined;
        const what = PURPOSE_WORDS[choice.purpose];
        toast(
          written.awaitsApproval
            ? `${what} waits for approval`
            : `${what} is on its way to order ${order.order.orderId}`,
        );
        onWritten();
        return queryClient.invalidateQueries(api.critical.pathFilter());
      },
    }),
  );
}

/** Why this message may pass the buyer's opt-out. */
function Passes({ order, choice }: { order: CriticalOrder; choice: MessageChoice }) {
  const [note] = choice.notes;
  if (note === undefined) return null;
  const { sentence } = explainReason(note, marketplaceLook(order.order.marketplaceId).zone);
  return (
    <p className="rounded-item bg-waiting-soft px-3 py-2 text-small text-waiting">
      {sentence} This message is critical to the order, so Amazon delivers it all the same; the ledger will say so.
    </p>
  );
}

interface TextAreaProps {
  readonly text: string;
  readonly limit: number;
  readonly locale: string | null;
  readonly onText: (text: string) => void;
}

function TextArea({ text, limit, locale, onText }: TextAreaProps) {
  const id = useId();
  return (
    <div className="flex flex-col">
      <label htmlFor={id} className="mb-1.5 text-small font-medium">
        Text
      </label>
      <textarea
        id={id}
        value={text}
        rows={7}
        onChange={(event) => onText(event.target.value)}
        aria-describedby={`${id}-note`}
        className="w-full rounded-box border border-control bg-surface px-3 py-2"
      />
      <p id={`${id}-note`} className="flex justify-between gap-3 pt-1 text-small text-ink-3">
        <span>
          Plain text, no links{locale === null ? "" : `, in the buyer’s language (${locale})`}. Amazon shows the order
          beside it.
        </span>
        <span className="whitespace-nowrap tabular-nums">
          {text.length} of {limit}
        </span>
      </p>
    </div>
  );
}

interface CoverageProps {
  readonly onFrom: (day: string | null) => void;
  readonly onTo: (day: string | null) => void;
}

function Coverage({ onFrom, onTo }: CoverageProps) {
  return (
    <div className="grid gap-3 sm:grid-cols-2">
      <TextField
        label="Warranty from"
        name="from"
        type="date"
        onChange={({ target }) => onFrom(target.value || null)}
      />
      <TextField label="Warranty until" name="to" type="date" onChange={({ target }) => onTo(target.value || null)} />
    </div>
  );
}

/** What the procedure itself said no to: the page's own check may be a moment old. */
function Refusal({ send, order }: { send: ReturnType<typeof useSend>; order: CriticalOrder }) {
  const { data, error } = send;
  if (error !== null) return <p role="alert">{error.message}</p>;
  if (data?.kind === "refused") {
    const { sentence } = explainReason(data.reason, marketplaceLook(order.order.marketplaceId).zone);
    return <p role="alert">Not sent. {sentence}</p>;
  }
  if (data?.kind !== "blocked") return null;
  return <p role="alert">Not sent: {[...new Set(data.findings.map(({ rule }) => rule))].join(", ")}.</p>;
}
