"use client";

import type { TeachableKind } from "@heed/core/notice/taught-sentence";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import type { Outputs } from "../../server/routers/app.ts";
import { useTRPC } from "../../trpc/client.tsx";
import { Button } from "../../ui/button.tsx";
import { say } from "../../ui/say.ts";
import { TextField } from "../../ui/text-field.tsx";
import { usePlace } from "../shell/shell-data.ts";
import { JUDGEMENTS } from "./judge-words.ts";
import { TeachForm } from "./teach-form.tsx";

type Notice = Outputs["optOut"]["notice"];

/** A person says what a notice is: for this one, or by a sentence for all that hold it. */
export function ReviewForm({ notice }: { notice: Notice }) {
  const [kind, setKind] = useState<TeachableKind>("opted_out");
  return (
    <section aria-label="Your judgement" className="flex flex-col gap-4 rounded-item border border-hairline p-4">
      <h3 className="font-semibold">What is it?</h3>
      <fieldset className="flex flex-col gap-1">
        <legend className="sr-only">Kind of the notice</legend>
        {JUDGEMENTS.map((one) => (
          <label key={one.kind} className="flex min-h-8 items-baseline gap-2 max-sm:min-h-10">
            <input
              type="radio"
              name="kind"
              value={one.kind}
              checked={kind === one.kind}
              onChange={() => setKind(one.kind)}
              className="accent-accent"
            />
            <span>
              {one.word} <span className="text-small text-ink-3">{one.effect}</span>
            </span>
          </label>
        ))}
      </fieldset>
      <JudgeOnce notice={notice} kind={kind} />
      <TeachForm notice={notice} kind={kind} />
    </section>
  );
}

function JudgeOnce({ notice, kind }: { notice: Notice; kind: TeachableKind }) {
  const api = useTRPC();
  const place = usePlace();
  const queryClient = useQueryClient();
  const [orderId, setOrderId] = useState("");
  const judge = useMutation(
    api.notice.judge.mutationOptions({
      onSuccess: () => {
        void say("Judged. What was held goes on.");
        void queryClient.invalidateQueries(api.optOut.pathFilter());
        void queryClient.invalidateQueries(api.notice.pathFilter());
      },
    }),
  );
  return (
    <div className="flex flex-col gap-3">
      {notice.order === null && kind !== "other" ? (
        <TextField
          label="Order id, if you can read it"
          name="orderId"
          mono
          placeholder="123-1234567-1234567"
          value={orderId}
          onChange={(event) => setOrderId(event.target.value)}
        />
      ) : null}
      {judge.error === null ? null : (
        <p role="alert" className="text-small text-refused">
          {judge.error.message}
        </p>
      )}
      <div>
        <Button
          variant="primary"
          busy={judge.isPending}
          onClick={() => judge.mutate({ ...place, id: notice.id, kind, orderId: orderId === "" ? null : orderId })}
        >
          Judge this notice
        </Button>
        <p className="pt-1 text-small text-ink-3">Nothing is credited for it, as only proven notices are.</p>
      </div>
    </div>
  );
}
