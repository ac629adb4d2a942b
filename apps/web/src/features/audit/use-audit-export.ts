import { useMutation } from "@tanstack/react-query";
import { useTRPC } from "../../trpc/client.tsx";
import { toCsv } from "../export/csv.ts";
import { download } from "../export/download.ts";
import { counted } from "../number-words.ts";
import { useShell } from "../shell/shell-data.ts";
import { AUDIT_CSV_HEADER, auditCsvRow } from "./audit-csv.ts";

/** Saves the lines that the filters show, as CSV. */
export function useAuditExport() {
  const api = useTRPC();
  const { here } = useShell();
  const { mutate, isPending } = useMutation(
    api.audit.export.mutationOptions({
      onSuccess: async ({ lines, older }) => {
        const { toast } = await import("sonner");
        download(`audit-${here.slug}.csv`, toCsv(AUDIT_CSV_HEADER, lines.map(auditCsvRow)));
        toast(
          `${counted(lines.length, "line")} exported${older === null ? "" : ", the newest; narrow the days for the rest"}.`,
        );
      },
      onError: async (error) => {
        const { toast } = await import("sonner");
        toast.error(error.message);
      },
    }),
  );
  return { save: mutate, busy: isPending };
}
