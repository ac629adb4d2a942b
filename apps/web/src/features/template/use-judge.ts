"use client";

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

const REST_MS = 350;

/** Has the text judged and rendered whenever typing rests. */
export function useJudge({ language, subject, body }: TemplateText, order: string | null): JudgeState {
  const api = useTRPC();
  const { workspace, store } = usePlace();
  const [answer, setAnswer] = useState<Judged | null>(null);
  const { mutate, isPending, isError } = useMutation(api.template.judge.mutationOptions());
  useEffect(() => {
    let current = true;
    const timer = setTimeout(() => {
      mutate(
        { workspace, store, order, text: { language, subject, body } },
        { onSuccess: (next) => (current ? setAnswer(next) : undefined) },
      );
    }, REST_MS);
    return () => {
      current = false;
      clearTimeout(timer);
    };
  }, [workspace, store, order, language, subject, body, mutate]);
  return { answer, busy: isPending, failed: isError };
}
