"use client";

import { useQuery } from "@tanstack/react-query";
import { useTRPC } from "../../trpc/client.tsx";
import { useShell } from "../shell/shell-data.ts";
import { Check } from "./check.tsx";

export interface Limits {
  readonly storeIds: readonly string[] | null;
  readonly clientIds: readonly string[] | null;
}

export const NO_LIMITS: Limits = { storeIds: null, clientIds: null };

interface LimitFieldsProps {
  readonly limits: Limits;
  readonly onChange: (limits: Limits) => void;
}

/** All stores, or the chosen ones and those of chosen clients. */
export function LimitFields({ limits, onChange }: LimitFieldsProps) {
  const api = useTRPC();
  const { here, stores } = useShell();
  const { data: clients = [] } = useQuery(
    api.client.list.queryOptions({ workspace: here.slug }, { enabled: here.kind === "agency" }),
  );
  const limited = limits.storeIds !== null || limits.clientIds !== null;
  const chosen = { storeIds: limits.storeIds ?? [], clientIds: limits.clientIds ?? [] };
  const toggle = (field: "storeIds" | "clientIds", id: string) => {
    const now = chosen[field];
    onChange({ ...chosen, [field]: now.includes(id) ? now.filter((one) => one !== id) : [...now, id] });
  };
  return (
    <fieldset className="flex flex-col gap-1">
      <legend className="mb-1.5 text-small font-medium">Stores</legend>
      <Check
        label="All stores, those of later too"
        checked={!limited}
        onChange={() => onChange(limited ? NO_LIMITS : { storeIds: [], clientIds: [] })}
      />
      {limited ? (
        <div className="ml-6 flex max-h-40 flex-col gap-1 overflow-y-auto">
          {clients.map(({ id, name }) => (
            <Check
              key={id}
              label={`Client ${name}`}
              checked={chosen.clientIds.includes(id)}
              onChange={() => toggle("clientIds", id)}
            />
          ))}
          {stores.map(({ id, name }) => (
            <Check
              key={id}
              label={name}
              checked={chosen.storeIds.includes(id)}
              onChange={() => toggle("storeIds", id)}
            />
          ))}
        </div>
      ) : null}
    </fieldset>
  );
}
