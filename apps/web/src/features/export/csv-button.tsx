"use client";

import { Download } from "lucide-react";
import { Button } from "../../ui/button.tsx";
import { toCsv } from "./csv.ts";
import { download } from "./download.ts";

interface CsvButtonProps {
  readonly fileName: string;
  readonly header: readonly string[];
  readonly rows: () => readonly (readonly string[])[];
}

/** For lists that are here as a whole. */
export function CsvButton({ fileName, header, rows }: CsvButtonProps) {
  return (
    <Button onClick={() => download(fileName, toCsv(header, rows()))}>
      <Download aria-hidden className="size-4" /> Export CSV
    </Button>
  );
}
