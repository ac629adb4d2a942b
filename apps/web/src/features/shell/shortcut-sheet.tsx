"use client";

import { Dialog } from "../../ui/dialog.tsx";
import { Kbd } from "../../ui/kbd.tsx";
import { keyCaps, SHORTCUTS, type Shortcut } from "./shortcuts.ts";
import { useMac } from "./use-mac.ts";

const GROUPS: readonly Shortcut["group"][] = ["General", "Go to", "Lists"];

export function ShortcutSheet({ onClose }: { onClose: () => void }) {
  const mac = useMac();
  const all: readonly Shortcut[] = Object.values(SHORTCUTS);
  return (
    <Dialog open onClose={onClose} title="Keyboard shortcuts" className="max-w-lg">
      <div className="flex flex-col gap-4 overflow-y-auto px-4 pb-4">
        {GROUPS.map((group) => (
          <section key={group} aria-label={group}>
            <h3 className="pb-1 text-micro text-ink-3">{group}</h3>
            <dl>
              {all
                .filter((shortcut) => shortcut.group === group)
                .map(({ label, keys }) => (
                  <div
                    key={label}
                    className="flex h-8 items-center justify-between border-b border-hairline last:border-b-0"
                  >
                    <dt>{label}</dt>
                    <dd>
                      <Kbd keys={keyCaps(keys, mac)} />
                    </dd>
                  </div>
                ))}
            </dl>
          </section>
        ))}
      </div>
    </Dialog>
  );
}
