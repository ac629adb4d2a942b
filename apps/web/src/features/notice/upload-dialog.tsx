"use client";

import { type ChangeEvent, useId } from "react";
import { Button } from "../../ui/button.tsx";
import { Dialog } from "../../ui/dialog.tsx";
import { usePlace } from "../shell/shell-data.ts";
import { useUpload } from "./use-upload.ts";

export function UploadDialog({ onClose }: { onClose: () => void }) {
  const { store } = usePlace();
  const { upload, progress, result, error } = useUpload();
  const id = useId();
  const busy = progress !== null;
  const choose = (event: ChangeEvent<HTMLInputElement>) => {
    const file = event.target.files?.[0];
    if (file !== undefined) void upload(file);
  };
  return (
    <Dialog open onClose={onClose} title="Import past notices" className="max-w-lg">
      <div className="flex flex-col gap-4 overflow-y-auto px-4 pb-4">
        <p className="text-ink-2">
          Mails of Amazon as .eml or .mbox, or a .csv with an order id in each line. Refusals in them are honoured from
          now on; nothing is credited for them. Importing a file again changes nothing.
        </p>
        {store === "all" ? (
          <p role="alert">Choose one store at the top left first: notices belong to a store.</p>
        ) : (
          <div>
            <label htmlFor={id} className="mb-1.5 block text-small font-medium">
              File
            </label>
            <input
              id={id}
              type="file"
              accept=".eml,.mbox,.csv,message/rfc822,text/csv"
              disabled={busy}
              onChange={choose}
              className="w-full rounded-box border border-control bg-surface px-3 py-2 text-small"
            />
          </div>
        )}
        {progress === null ? null : (
          <div role="status">
            <progress value={progress.done} max={progress.total} aria-label="Import" className="w-full accent-accent" />
            <p className="text-small text-ink-2 tabular-nums">
              {progress.done} of {progress.total}
            </p>
          </div>
        )}
        {result === null ? null : <p role="status">{result}</p>}
        {error === null ? null : (
          <p role="alert" className="text-refused">
            {error}
          </p>
        )}
        <div className="flex justify-end">
          <Button onClick={onClose}>Close</Button>
        </div>
      </div>
    </Dialog>
  );
}
