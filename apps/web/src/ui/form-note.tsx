import { cn } from "./cn.ts";

/** What went wrong with a form, said once and read aloud; nothing while all is well. */
export function FormNote({ error, className }: { error: string | null; className?: string }) {
  if (error === null) return null;
  return (
    <p role="alert" className={cn("text-small text-refused", className)}>
      {error}
    </p>
  );
}
