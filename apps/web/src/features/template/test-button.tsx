"use client";

import { useMutation } from "@tanstack/react-query";
import { useTRPC } from "../../trpc/client.tsx";
import { Button } from "../../ui/button.tsx";
import { notify } from "../../ui/notify.ts";
import { usePlace } from "../shell/shell-data.ts";
import type { TemplateDetail } from "./template-editor.tsx";

interface TestButtonProps {
  readonly template: TemplateDetail;
  readonly version: number;
  readonly language: string;
  readonly order: string | null;
  readonly unsaved: boolean;
}

/** Sends the saved text to oneself. */
export function TestButton({ template, version, language, order, unsaved }: TestButtonProps) {
  const api = useTRPC();
  const place = usePlace();
  const send = useMutation(
    api.template.sendTest.mutationOptions({
      onSuccess: ({ to }) => void notify(`The test is on its way to ${to}.`),
      onError: ({ message }) => void notify(`The test was not sent. ${message}`),
    }),
  );
  return (
    <Button
      busy={send.isPending}
      disabled={unsaved}
      title={unsaved ? "Save first" : undefined}
      onClick={() => send.mutate({ ...place, id: template.id, version, language, order })}
    >
      Send a test to me
    </Button>
  );
}
