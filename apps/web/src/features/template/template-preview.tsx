"use client";

import { useState } from "react";
import { cn } from "../../ui/cn.ts";

type Look = "desktop" | "phone" | "text";
const LOOKS: readonly { readonly key: Look; readonly word: string }[] = [
  { key: "desktop", word: "Desktop" },
  { key: "phone", word: "Phone" },
  { key: "text", word: "Plain text" },
];

interface TemplatePreviewProps {
  readonly mail: { readonly subject: string; readonly html: string | null; readonly text: string } | null;
}

/** The message as the buyer would see it. The frame runs no script and loads nothing. */
export function TemplatePreview({ mail }: TemplatePreviewProps) {
  const [look, setLook] = useState<Look>("desktop");
  return (
    <section aria-label="Preview" className="rounded-box border border-hairline bg-surface">
      <div className="flex flex-wrap items-center gap-2 border-b border-hairline px-3 py-2">
        <p className="min-w-0 flex-1 truncate font-medium">{mail?.subject ?? "Preview"}</p>
        {mail?.html === null ? null : (
          <div role="group" aria-label="Look of the preview" className="flex gap-0.5 rounded-box bg-sunken p-0.5">
            {LOOKS.map(({ key, word }) => (
              <button
                key={key}
                type="button"
                aria-pressed={look === key}
                onClick={() => setLook(key)}
                className={cn(
                  "focus-inset h-7 rounded-item px-2 text-small text-ink-2 max-sm:h-11",
                  look === key && "bg-surface font-medium text-ink ring-1 ring-hairline",
                )}
              >
                {word}
              </button>
            ))}
          </div>
        )}
      </div>
      <Shown mail={mail} look={look} />
    </section>
  );
}

function Shown({ mail, look }: TemplatePreviewProps & { readonly look: Look }) {
  if (mail === null)
    return (
      <p className="p-4 text-small text-ink-2">The text cannot be rendered yet. What is wrong stands beside it.</p>
    );
  if (look === "text" || mail.html === null)
    return <pre className="max-h-96 overflow-auto p-4 text-small whitespace-pre-wrap">{mail.text}</pre>;
  return (
    <div className={cn("p-3", look === "phone" && "mx-auto max-w-90")}>
      <iframe
        title="The message"
        sandbox=""
        srcDoc={mail.html}
        className="h-96 w-full rounded-item border border-hairline bg-paper"
      />
    </div>
  );
}
