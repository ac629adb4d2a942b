"use client";

import { isBlocked } from "@heed/core/policy/finding";
import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { useEffect, useState } from "react";
import { useTRPC } from "../../trpc/client.tsx";
import { usePlace } from "../shell/shell-data.ts";
import type { Choice } from "./choice-list.tsx";
import type { CriticalOrder } from "./order-writer.tsx";

export type MessageChoice = Extract<Choice, { kind: "message" }>;

export interface DraftFile {
  readonly id: string;
  readonly fileName: string;
}

/** The text as typed, its files, and what the rules find in it a moment later. */
export function useDraft(order: CriticalOrder, choice: MessageChoice) {
  const api = useTRPC();
  const place = usePlace();
  const [text, setText] = useState("");
  const [files, setFiles] = useState<readonly DraftFile[]>([]);
  const [coverageFrom, setFrom] = useState<string | null>(null);
  const [coverageTo, setTo] = useState<string | null>(null);
  const input = {
    ...place,
    ...{ ref: order.ref, operation: choice.operation.name, coverageFrom, coverageTo },
    text: choice.operation.text === null ? null : text,
    language: order.actions?.locale ?? "en",
    fileIds: files.map(({ id }) => id),
  };
  const checked = useSettled(input);
  const check = useQuery({ ...api.critical.check.queryOptions(checked), placeholderData: keepPreviousData });
  const touched = text !== "" || files.length > 0;
  const isCurrent = JSON.stringify(checked) === JSON.stringify(input) && !check.isPlaceholderData;
  const findings = touched ? (check.data?.findings ?? []) : [];
  const ready = touched && isCurrent && check.data !== undefined && !isBlocked(check.data.findings);
  return { input, text, setText, files, setFiles, setFrom, setTo, findings, ready, failed: check.isError };
}

const PAUSE_MS = 300;

/** The value once it has not changed for a moment: one check a pause, not one a letter. */
function useSettled<T>(value: T): T {
  const [settled, setSettled] = useState(value);
  const key = JSON.stringify(value);
  // biome-ignore lint/correctness/useExhaustiveDependencies: the value is a new object each time; its content is the key.
  useEffect(() => {
    const timer = setTimeout(() => setSettled(value), PAUSE_MS);
    return () => clearTimeout(timer);
  }, [key]);
  return settled;
}
