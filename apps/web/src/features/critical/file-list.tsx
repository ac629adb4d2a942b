"use client";

import { useMutation } from "@tanstack/react-query";
import { Paperclip, X } from "lucide-react";
import { type ChangeEvent, useId } from "react";
import { useTRPC } from "../../trpc/client.tsx";
import { IconButton } from "../../ui/button.tsx";
import { usePlace } from "../shell/shell-data.ts";
import type { DraftFile } from "./use-draft.ts";

interface FileListProps {
  readonly orderRef: string;
  readonly files: readonly DraftFile[];
  readonly most: number;
  readonly onFiles: (files: readonly DraftFile[]) => void;
}

const TYPES = ".pdf,.txt,.png,.jpg,.jpeg,.gif,.doc,.docx";

/** Files that go along; each is kept sealed as soon as it is chosen. */
export function FileList({ orderRef, files, most, onFiles }: FileListProps) {
  const api = useTRPC();
  const place = usePlace();
  const id = useId();
  const attach = useMutation(api.critical.attach.mutationOptions());
  const add = async ({ target }: ChangeEvent<HTMLInputElement>) => {
    const file = target.files?.[0];
    target.value = "";
    if (file === undefined) return;
    const content = await base64Of(file);
    const { name: fileName, type: contentType } = file;
    attach.mutate(
      { ...place, ref: orderRef, fileName, contentType, content },
      { onSuccess: (stored) => onFiles([...files, { id: stored.id, fileName }]) },
    );
  };
  return (
    <div className="flex flex-col gap-1.5">
      <label htmlFor={id} className="text-small font-medium">
        Attachments, at most {most}
      </label>
      <input
        id={id}
        type="file"
        accept={TYPES}
        disabled={files.length >= most || attach.isPending}
        onChange={(event) => void add(event)}
        className="text-small file:mr-3 file:h-8 file:rounded-box file:border file:border-control file:bg-surface file:px-3"
      />
      <ul className="flex flex-col">
        {files.map((file) => (
          <li key={file.id} className="flex items-center gap-2 text-small">
            <Paperclip aria-hidden className="size-4 text-ink-3" />
            <span className="truncate">{file.fileName}</span>
            <IconButton
              label={`Leave out ${file.fileName}`}
              onClick={() => onFiles(files.filter((other) => other.id !== file.id))}
            >
              <X aria-hidden className="size-4" />
            </IconButton>
          </li>
        ))}
      </ul>
      {attach.isPending ? <p className="text-small text-ink-2">Keeping the file …</p> : null}
      {attach.error === null ? null : (
        <p role="alert" className="text-small text-refused">
          This file cannot go along: PDF, Word, text and image files of up to 10 MB can.
        </p>
      )}
    </div>
  );
}

async function base64Of(file: File): Promise<string> {
  const bytes = new Uint8Array(await file.arrayBuffer());
  let text = "";
  for (let at = 0; at < bytes.length; at += 0x8000) text += String.fromCharCode(...bytes.subarray(at, at + 0x8000));
  return btoa(text);
}
