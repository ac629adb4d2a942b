"use client";

import type { TeachableKind } from "@heed/core/notice/taught-sentence";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import type { Outputs } from "../../server/routers/app.ts";
import { useTRPC } from "../../trpc/client.tsx";
import { Button } from "../../ui/button.tsx";
import { cn } from "../../ui/cn.ts";
import { say } from "../../ui/say.ts";
import { counted } from "../number-words.ts";
import { usePlace } from "../shell/shell-data.ts";
import { FAULT_WORDS } from "./judge-words.ts";
import { sentencesOf } from "./sentences.ts";

interface TeachFormProps {
  readonly notice: Outputs["optOut"]["notice"];
  readonly kind: TeachableKind;
}

/** Marks the sentence that decides, shows what it would change, and teaches it. */
export function TeachForm({ notice, kind }: TeachFormProps) {
  const api = useTRPC();
  const place = usePlace();
  const [marked, setMarked] = useState<string | null>(null);
  const attempt = useMutation(api.notice.tryLesson.mutationOptions());
  const choose = (sentence: string) => {
    setMarked(sentence);
    attempt.mutate({ ...place, id: notice.id, kind, marked: sentence });
  };
  const preview = attempt.data !== undefined && attempt.variables.kind === kind ? attempt.data : null;
  return (
    <div className="flex flex-col gap-3 border-t border-hairline pt-4">
      <h3 className="font-semibold">Teach this text</h3>
      <p className="text-small text-ink-2">
        Mark the sentence that decides. Ids, addresses and numbers become placeholders; mails of Amazon that hold it are
        of this kind from then on.
      </p>
      <Sentences text={notice.text} marked={marked} onChoose={choose} />
      <Problem text={attempt.error?.message ?? null} />
      {attempt.isPending ? <p className="text-small text-ink-3">Trying it on your last mails.</p> : null}
      {marked !== null && preview === null && !attempt.isPending ? (
        <Button size="small" onClick={() => choose(marked)}>
          Try it for this kind
        </Button>
      ) : null}
      {preview === null ? null : <Preview preview={preview} />}
      {preview?.fault === null && marked !== null ? <Teach id={notice.id} kind={kind} marked={marked} /> : null}
    </div>
  );
}

interface SentencesProps {
  readonly text: string;
  readonly marked: string | null;
  readonly onChoose: (sentence: string) => void;
}

function Sentences({ text, marked, onChoose }: SentencesProps) {
  return (
    <ul className="flex flex-col gap-1" aria-label="Sentences">
      {sentencesOf(text).map((sentence) => (
        <li key={sentence}>
          <button
            type="button"
            aria-pressed={marked === sentence}
            onClick={() => onChoose(sentence)}
            className={cn(
              "w-full rounded-item px-2 py-1 text-left text-small break-words hover:bg-hover max-sm:min-h-10",
              marked === sentence && "bg-accent-soft text-accent",
            )}
          >
            {sentence}
          </button>
        </li>
      ))}
    </ul>
  );
}

function Teach(lesson: { readonly id: string; readonly kind: TeachableKind; readonly marked: string }) {
  const api = useTRPC();
  const place = usePlace();
  const queryClient = useQueryClient();
  const [propose, setPropose] = useState(false);
  const teach = useMutation(
    api.notice.teach.mutationOptions({
      onSuccess: ({ decided }) => {
        void say(`Taught. ${counted(decided, "notice")} decided by it.`);
        void queryClient.invalidateQueries(api.optOut.pathFilter());
        void queryClient.invalidateQueries(api.notice.pathFilter());
      },
    }),
  );
  return (
    <div className="flex flex-col gap-3">
      <label className="flex items-baseline gap-2 text-small">
        <input
          type="checkbox"
          checked={propose}
          onChange={(event) => setPropose(event.target.checked)}
          className="accent-accent"
        />
        Propose it for everyone. Only the sentence leaves this workspace.
      </label>
      <Problem text={teach.error?.message ?? null} />
      <div>
        <Button variant="primary" busy={teach.isPending} onClick={() => teach.mutate({ ...place, ...lesson, propose })}>
          Teach this sentence
        </Button>
      </div>
    </div>
  );
}

function Problem({ text }: { text: string | null }) {
  if (text === null) return null;
  return (
    <p role="alert" className="text-small text-refused">
      {text}
    </p>
  );
}

function Preview({ preview }: { preview: Outputs["notice"]["tryLesson"] }) {
  if (preview.fault !== null) {
    return (
      <p role="alert" className="text-small text-refused">
        {FAULT_WORDS[preview.fault] ?? "This sentence cannot be taught."}
      </p>
    );
  }
  const waiting = preview.changes.filter(({ from }) => from === "unknown").length;
  const others = preview.changes.length - waiting;
  return (
    <div role="status" className="rounded-item bg-sunken p-3 text-small">
      <p className="font-mono break-words">{preview.sentence}</p>
      <p className="pt-2 text-ink-2">
        Tried on your last {counted(preview.tried, "mail")}: {counted(waiting, "waiting notice")} would be decided
        {others === 0 ? "." : `, and ${counted(others, "mail")} that counted as other would change from now on.`}
      </p>
    </div>
  );
}
