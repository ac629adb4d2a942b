"use client";

import { Upload } from "lucide-react";
import dynamic from "next/dynamic";
import { useState } from "react";
import { Button } from "../../ui/button.tsx";

const UploadDialog = dynamic(() => import("./upload-dialog.tsx").then((module) => module.UploadDialog));

/** Past notices from a mailbox or a list, so that refusals from before are honoured too. */
export function UploadButton() {
  const [open, setOpen] = useState(false);
  return (
    <>
      <Button size="small" onClick={() => setOpen(true)}>
        <Upload aria-hidden className="size-4" /> Import
      </Button>
      {open ? <UploadDialog onClose={() => setOpen(false)} /> : null}
    </>
  );
}
