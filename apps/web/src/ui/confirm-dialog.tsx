import { type FormEvent, type ReactNode, useState } from "react";
import { Button } from "./button.tsx";
import { Dialog } from "./dialog.tsx";
import { TextField } from "./text-field.tsx";

interface ConfirmDialogProps {
  readonly title: string;
  /** What will happen, and to what. */
  readonly children: ReactNode;
  readonly action: string;
  /** Must be typed before the button works. */
  readonly typed?: { readonly label: string; readonly text: string };
  readonly busy: boolean;
  readonly error: string | null;
  readonly onConfirm: () => void;
  readonly onClose: () => void;
}

/** Asks before something is destroyed; it names the thing. */
export function ConfirmDialog({ title, children, action, typed, busy, error, onConfirm, onClose }: ConfirmDialogProps) {
  const [text, setText] = useState("");
  const ready = typed === undefined || text.trim() === typed.text;
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (ready) onConfirm();
  };
  return (
    <Dialog open onClose={onClose} title={title} className="max-w-md">
      <form onSubmit={submit} className="flex flex-col gap-4 overflow-y-auto px-4 pb-4">
        <div className="flex flex-col gap-2 text-ink-2">{children}</div>
        {typed === undefined ? null : (
          <TextField
            label={typed.label}
            name="typed"
            value={text}
            autoComplete="off"
            onChange={(event) => setText(event.target.value)}
          />
        )}
        {error === null ? null : (
          <p role="alert" className="text-small text-refused">
            {error}
          </p>
        )}
        <div className="flex justify-end gap-2">
          <Button onClick={onClose}>Cancel</Button>
          <Button type="submit" variant="danger" busy={busy} disabled={!ready}>
            {action}
          </Button>
        </div>
      </form>
    </Dialog>
  );
}
