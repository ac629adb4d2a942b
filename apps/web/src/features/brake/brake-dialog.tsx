"use client";

import { keepPreviousData, useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { useDeferredValue, useState } from "react";
import { useTRPC } from "../../trpc/client.tsx";
import { Button } from "../../ui/button.tsx";
import { Dialog } from "../../ui/dialog.tsx";
import { SelectField } from "../../ui/inline-controls.tsx";
import { notify } from "../../ui/notify.ts";
import { TextField } from "../../ui/text-field.tsx";
import { counted } from "../number-words.ts";
import { usePlace } from "../shell/shell-data.ts";
import type { BrakeKind, BrakeStart } from "./brake-kinds.ts";
import { type BrakeScope, useBrakeScopes } from "./brake-scope.ts";

const KINDS: readonly { readonly value: BrakeKind; readonly label: string }[] = [
  { value: "stop_item", label: "Stop an item (SKU or ASIN)" },
  { value: "pause", label: "Pause all messages" },
  { value: "blackout", label: "Blackout dates" },
  { value: "dry_run", label: "Dry run: decide, but send nothing" },
];

/** An ASIN, such as B000000001; everything else is a SKU. */
const ASIN = /^(B0[A-Z0-9]{8}|\d{9}[\dX])$/;

const itemOf = (code: string) => (ASIN.test(code) ? { sku: null, asin: code } : { sku: code, asin: null });

const SHORTEST_REASON = 3;

interface Said {
  readonly kind: BrakeKind;
  readonly code: string;
  readonly fromDay: string;
  readonly toDay: string;
}

function isComplete({ kind, code, fromDay, toDay }: Said): boolean {
  if (kind === "stop_item") return code.trim() !== "";
  return kind !== "blackout" || (fromDay !== "" && toDay !== "");
}

interface BrakeDialogProps {
  readonly start?: BrakeStart;
  readonly onClose: () => void;
}

export function BrakeDialog({ start = { kind: "stop_item" }, onClose }: BrakeDialogProps) {
  const { workspace } = usePlace();
  const [nearest, ...others] = useBrakeScopes();
  const scopes = [nearest, ...others];
  const [where, setWhere] = useState<string | null>(start.code === undefined ? null : "all");
  const scope = scopes.find(({ value }) => value === where) ?? nearest;
  const [kind, setKind] = useState<BrakeKind>(start.kind);
  const [code, setCode] = useState(start.code ?? "");
  const [reason, setReason] = useState("");
  const [days, setDays] = useState({ fromDay: "", toDay: "" });
  const set = useSetBrake(onClose);
  const ready = reason.trim().length >= SHORTEST_REASON && isComplete({ kind, code, ...days });
  const wish = () => {
    if (kind === "stop_item") return { kind, ...itemOf(code.trim()) };
    return kind === "blackout" ? { kind, ...days } : { kind };
  };
  return (
    <Dialog open onClose={onClose} title="Hold messages" className="max-w-120">
      <form
        className="flex flex-col gap-4 overflow-y-auto p-4 pt-1"
        onSubmit={(event) => {
          event.preventDefault();
          if (ready) set.mutate({ workspace, store: scope.store, clientId: scope.clientId, reason, wish: wish() });
        }}
      >
        <SelectField label="What" choices={KINDS} value={kind} onPick={(value) => setKind(value as BrakeKind)} />
        <SelectField
          label="Where"
          choices={scopes.map(({ value, label }) => ({ value, label }))}
          value={scope.value}
          onPick={setWhere}
        />
        {kind === "stop_item" ? (
          <TextField
            label="SKU or ASIN"
            name="code"
            mono
            value={code}
            onChange={(event) => setCode(event.target.value)}
          />
        ) : null}
        {kind === "blackout" ? (
          <div className="grid grid-cols-2 gap-3">
            <TextField
              label="From"
              name="from"
              type="date"
              value={days.fromDay}
              onChange={(event) => setDays({ ...days, fromDay: event.target.value })}
            />
            <TextField
              label="To, included"
              name="to"
              type="date"
              value={days.toDay}
              onChange={(event) => setDays({ ...days, toDay: event.target.value })}
            />
          </div>
        ) : null}
        <TextField
          label="Why"
          name="reason"
          value={reason}
          maxLength={200}
          hint="Stands beside it for everybody who sees it."
          onChange={(event) => setReason(event.target.value)}
        />
        <Held kind={kind} code={code} scope={scope} />
        {set.isError ? (
          <p role="alert" className="text-small text-refused">
            {set.error.message}
          </p>
        ) : null}
        <div className="flex justify-end gap-2">
          <Button onClick={onClose}>Keep sending</Button>
          <Button type="submit" variant="danger" disabled={!ready} busy={set.isPending}>
            Set the brake
          </Button>
        </div>
      </form>
    </Dialog>
  );
}

/** How many planned messages it would hold, counted before it is set. */
function Held({ kind, code, scope }: { kind: BrakeKind; code: string; scope: BrakeScope }) {
  const api = useTRPC();
  const { workspace } = usePlace();
  const wanted = useDeferredValue(code.trim());
  const item = kind === "stop_item" && wanted !== "" ? itemOf(wanted) : { sku: null, asin: null };
  const enabled = kind !== "stop_item" || wanted !== "";
  const { data } = useQuery({
    ...api.brake.count.queryOptions({ workspace, store: scope.store, clientId: scope.clientId, ...item }, { enabled }),
    placeholderData: keepPreviousData,
  });
  if (!enabled || data === undefined)
    return <p className="text-small text-ink-3">Say which item, and the planned messages are counted.</p>;
  const { held, planned } = data;
  const what = kind === "blackout" ? "may be moved where they fall on these dates" : "are held";
  return (
    <p className="text-small text-ink-2 tabular-nums">
      {counted(held, "planned message")} of {counted(planned, "planned message")} {what}. Sent ones are not affected.
    </p>
  );
}

function useSetBrake(onClose: () => void) {
  const api = useTRPC();
  const place = usePlace();
  const client = useQueryClient();
  const refresh = () =>
    Promise.all([client.invalidateQueries(api.brake.pathFilter()), client.invalidateQueries(api.flow.pathFilter())]);
  const lift = useMutation(api.brake.lift.mutationOptions({ onSuccess: refresh }));
  return useMutation(
    api.brake.set.mutationOptions({
      onSuccess: async ({ id, held }) => {
        await refresh();
        onClose();
        void notify(`The brake is on. It holds ${counted(held, "planned message")}.`, {
          label: "Undo",
          onClick: () => lift.mutate({ ...place, id }),
        });
      },
    }),
  );
}
