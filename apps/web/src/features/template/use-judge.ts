"use client";

import type { Purpose } from "@heed/core/message/message";
import type { TemplateText } from "@heed/core/template/template";
import { useMutation } from "@tanstack/react-query";
import { useEffect, useState } from "react";
import type { Outputs } from "../../server/routers/app.ts";
import { useTRPC } from "../../trpc/client.tsx";
import { usePlace } from "../shell/shell-data.ts";

export type Judged = Outputs["template"]["judge"];

export interface JudgeState {
  readonly answer: Judged | null;
  readonly busy: boolean;
  readonly failed: boolean;
}

interface Judging {
  readonly purpose: Purpose;
  /** Whose values stand in it; null: invented ones. */
  readonly order: string | null;
}

const REST_MS = 350;

/** Has the text judged and rendered whenever typing rests. */
export function useJudge({ language, subject, body }: TemplateText, { purpose, order }: Judging): JudgeState {
  const api = useTRPC();
  const { workspace, store } = usePlace();
  const [answer, setAnswer] = useState<Judged | null>(null);
  const { mutate, isPending, isError } = useMutation(api.template.judge.mutationOptions());
  useEffect(() => {
    let current = true;
    const timer = setTimeout(() => {
      mutate(
        { workspace, store, purpose, order, text: { language, subject, body } },
        { onSuccess: (next) => (current ? setAnswer(next) : undefined) },
      );
    }, REST_MS);
    return () => {
      current = false;
      clearTimeout(timer);
    };
  }, [workspace, store, purpose, order, language, subject, body, mutate]);
  return { answer, busy: isPending, failed: isError };
}
