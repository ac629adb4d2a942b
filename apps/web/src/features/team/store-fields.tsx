"use client";

import { useShell } from "../shell/shell-data.ts";
import { Check } from "./check.tsx";

interface StoreFieldsProps {
  /** Null: all, those of later too. */
  readonly storeIds: readonly string[] | null;
  readonly onChange: (storeIds: readonly string[] | null) => void;
}

export function StoreFields({ storeIds, onChange }: StoreFieldsProps) {
  const { stores } = useShell();
  const toggle = (id: string) => {
    const now = storeIds ?? [];
    onChange(now.includes(id) ? now.filter((one) => one !== id) : [...now, id]);
  };
  return (
    <fieldset className="flex flex-col gap-1">
      <legend className="mb-1.5 text-small font-medium">Stores</legend>
      <Check
        label="All stores, those of later too"
        checked={storeIds === null}
        onChange={() => onChange(storeIds === null ? [] : null)}
      />
      {storeIds === null ? null : (
        <div className="ml-6 flex max-h-40 flex-col gap-1 overflow-y-auto">
          {stores.map(({ id, name }) => (
            <Check key={id} label={name} checked={storeIds.includes(id)} onChange={() => toggle(id)} />
          ))}
        </div>
      )}
    </fieldset>
  );
}
