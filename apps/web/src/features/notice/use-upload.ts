"use client";

import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { useTRPC } from "../../trpc/client.tsx";
import { counted } from "../number-words.ts";
import { usePlace } from "../shell/shell-data.ts";
import { planUpload, readLatin1 } from "./read-upload.ts";

interface Progress {
  readonly done: number;
  readonly total: number;
}

/** Sends a file in several calls and tells how far it is; a call that fails ends it, and the same file goes on later. */
export function useUpload() {
  const api = useTRPC();
  const place = usePlace();
  const queryClient = useQueryClient();
  const mails = useMutation(api.notice.uploadMails.mutationOptions());
  const list = useMutation(api.notice.uploadList.mutationOptions());
  const [progress, setProgress] = useState<Progress | null>(null);
  const [result, setResult] = useState<string | null>(null);
  const [error, setError] = useState<string | null>(null);

  const sendMails = async (file: File) => {
    const plan = planUpload(await readLatin1(file));
    let [done, known] = [0, 0];
    for (const call of plan.calls) {
      setProgress({ done, total: plan.mails });
      known += (await mails.mutateAsync({ ...place, mails: [...call] })).known;
      done += call.length;
    }
    const left = plan.tooLarge === 0 ? "" : ` ${counted(plan.tooLarge, "mail")} too large to be a notice.`;
    return `${counted(done - known, "mail")} taken and read in the next minutes, ${known} known before.${left}`;
  };
  const sendList = async (file: File) => {
    setProgress({ done: 0, total: 1 });
    const counts = await list.mutateAsync({ ...place, csv: await file.text() });
    return `${counted(counts.applied, "refusal")} taken, ${counts.known} known before, ${counts.unknown} of no order of this store, ${counted(counts.bad, "line")} without an order id.`;
  };
  const upload = async (file: File) => {
    setResult(null);
    setError(null);
    try {
      setResult(await (/\.csv$/i.test(file.name) ? sendList(file) : sendMails(file)));
    } catch (thrown) {
      setError(thrown instanceof Error ? thrown.message : "The import did not finish. Try the same file again.");
    }
    setProgress(null);
    await queryClient.invalidateQueries(api.optOut.pathFilter());
  };
  return { upload, progress, result, error };
}
