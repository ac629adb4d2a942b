"use client";

import { TYPED_NAMES, TYPED_OPERATIONS, type TypedName } from "@heed/core/message/typed-operation";
import { useQuery } from "@tanstack/react-query";
import { useId, useState } from "react";
import { useTRPC } from "../../trpc/client.tsx";
import { Button } from "../../ui/button.tsx";
import { PURPOSE_WORDS } from "../message/message-words.ts";
import { counted } from "../number-words.ts";
import { usePlace } from "../shell/shell-data.ts";
import { SeveralRow } from "./several-row.tsx";

/** Operations whose text can be the same for several orders; files belong to one order each. */
const TEXTS = TYPED_NAMES.filter(
  (name) => TYPED_OPERATIONS[name].text !== null && TYPED_OPERATIONS[name].purpose !== "digital_access_key",
);
const MOST = 50;

interface Draft {
  readonly ids: readonly string[];
  readonly operation: TypedName;
  readonly text: string;
}

/** The same text for several orders: a list to look through, and one decision for each order. */
export function SeveralOrders({ mayWrite }: { mayWrite: boolean }) {
  const [draft, setDraft] = useState<Draft | null>(null);
  return draft === null ? (
    <DraftForm onReview={setDraft} mayWrite={mayWrite} />
  ) : (
    <Review draft={draft} onBack={() => setDraft(null)} />
  );
}

function DraftForm({ onReview, mayWrite }: { onReview: (draft: Draft) => void; mayWrite: boolean }) {
  const ids = useId();
  const [orders, setOrders] = useState("");
  const [operation, setOperation] = useState<TypedName>("confirmOrderDetails");
  const [text, setText] = useState("");
  const found = [...new Set(orders.match(/\b\d{3}-\d{7}-\d{7}\b/g) ?? [])];
  const limit = TYPED_OPERATIONS[operation].text ?? 0;
  const ready = mayWrite && found.length > 0 && found.length <= MOST && text.trim() !== "" && text.length <= limit;
  const field = "w-full rounded-box border border-control bg-surface px-3 py-2";
  return (
    <form
      className="grid gap-4 p-4 lg:grid-cols-2"
      onSubmit={(event) => {
        event.preventDefault();
        onReview({ ids: found, operation, text });
      }}
    >
      <div className="flex flex-col gap-1.5">
        <label htmlFor={`${ids}-orders`} className="text-small font-medium">
          Order ids, one a line
        </label>
        <textarea
          id={`${ids}-orders`}
          rows={8}
          value={orders}
          onChange={(event) => setOrders(event.target.value)}
          className={`${field} font-mono text-small`}
        />
        <p className="text-small text-ink-3">
          {found.length > MOST ? `At most ${MOST} at once.` : `${counted(found.length, "order")} found in this text.`}
        </p>
      </div>
      <div className="flex flex-col gap-1.5">
        <label htmlFor={`${ids}-purpose`} className="text-small font-medium">
          What it is for
        </label>
        <select
          id={`${ids}-purpose`}
          value={operation}
          onChange={(event) => setOperation(TEXTS.find((name) => name === event.target.value) ?? operation)}
          className="h-10 w-full rounded-box border border-control bg-surface px-3"
        >
          {TEXTS.map((name) => (
            <option key={name} value={name}>
              {PURPOSE_WORDS[TYPED_OPERATIONS[name].purpose]}
            </option>
          ))}
        </select>
        <label htmlFor={`${ids}-text`} className="pt-2 text-small font-medium">
          Text
        </label>
        <textarea
          id={`${ids}-text`}
          rows={5}
          value={text}
          onChange={(event) => setText(event.target.value)}
          className={field}
        />
        <p className="text-small text-ink-3 tabular-nums">
          {text.length} of {limit}
        </p>
      </div>
      <div>
        <Button type="submit" variant="primary" disabled={!ready}>
          Look through the list
        </Button>
      </div>
    </form>
  );
}

function Review({ draft, onBack }: { draft: Draft; onBack: () => void }) {
  const api = useTRPC();
  const place = usePlace();
  const { data, isError } = useQuery(api.critical.find.queryOptions({ ...place, orderIds: [...draft.ids] }));
  const missing = data === undefined ? [] : draft.ids.filter((id) => !data.some(({ orderId }) => orderId === id));
  return (
    <div className="flex flex-col gap-3 p-4">
      <div className="flex flex-wrap items-center gap-3">
        <h3 className="font-semibold">{PURPOSE_WORDS[TYPED_OPERATIONS[draft.operation].purpose]}</h3>
        <p className="text-small text-ink-2">
          Each order is decided on its own. Nothing goes before you press its button.
        </p>
        <Button size="small" variant="ghost" className="ml-auto" onClick={onBack}>
          Change the text
        </Button>
      </div>
      <p className="whitespace-pre-line rounded-item bg-sunken px-3 py-2">{draft.text}</p>
      {isError ? <p role="alert">The orders could not be loaded. Try again in a moment.</p> : null}
      <ul aria-label="Orders to decide" className="divide-y divide-hairline rounded-item border border-hairline">
        {data?.map(({ ref, orderId }) => (
          <SeveralRow key={ref} orderRef={ref} orderId={orderId} operation={draft.operation} text={draft.text} />
        ))}
        {missing.map((orderId) => (
          <li key={orderId} className="flex flex-wrap gap-x-3 px-3 py-2">
            <span className="font-mono text-small tabular-nums">{orderId}</span>
            <span className="text-small text-ink-2">This order is not here.</span>
          </li>
        ))}
      </ul>
    </div>
  );
}
