"use client";

import { Sheet } from "../../ui/sheet.tsx";
import { Sidebar } from "./sidebar.tsx";

/** The side bar on a phone. */
export function NavSheet({ onClose, onStores }: { onClose: () => void; onStores: () => void }) {
  return (
    <Sheet open onClose={onClose} label="Navigation" side="left" modal className="w-72 bg-sunken">
      <Sidebar narrow={false} onStores={onStores} />
    </Sheet>
  );
}
