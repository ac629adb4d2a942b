"use client";

import type { ReactNode } from "react";
import { Button } from "../../ui/button.tsx";
import { Dialog } from "../../ui/dialog.tsx";

interface Shown {
  readonly key: string;
  readonly title: string;
  readonly why: string;
}

interface GalleryDialogProps<T extends Shown> {
  readonly items: readonly T[];
  /** Above the list: what narrows it down. */
  readonly filters?: ReactNode;
  /** Key of the item that is being made. */
  readonly busy: string | null;
  readonly details: (item: T) => ReactNode;
  readonly onChoose: (item: T) => void;
  readonly onClose: () => void;
}

/** Starters to choose from; the chosen one becomes a draft that one may change before it sends anything. */
export function GalleryDialog<T extends Shown>(props: GalleryDialogProps<T>) {
  const { items, filters, busy, details, onChoose, onClose } = props;
  return (
    <Dialog open onClose={onClose} title="Start from" className="max-w-160">
      {filters === undefined ? null : <div className="flex flex-wrap gap-3 px-4 pt-1">{filters}</div>}
      <ul className="flex flex-col gap-2 overflow-y-auto p-4 pt-2">
        {items.map((item) => (
          <li key={item.key} className="rounded-box border border-hairline p-3">
            <div className="flex items-start justify-between gap-3">
              <div>
                <h3 className="font-medium">{item.title}</h3>
                <p className="mt-0.5 text-small text-ink-2">{item.why}</p>
              </div>
              <Button
                size="small"
                busy={busy === item.key}
                disabled={busy !== null}
                onClick={() => onChoose(item)}
                aria-label={`Use ${item.title}`}
              >
                Use
              </Button>
            </div>
            {details(item)}
          </li>
        ))}
      </ul>
    </Dialog>
  );
}
