"use client";

import { marketplaceById } from "@heed/core/marketplace/marketplaces";
import type { Purpose } from "@heed/core/message/message";
import { useQuery } from "@tanstack/react-query";
import { useTRPC } from "../../trpc/client.tsx";
import { SelectField } from "../../ui/inline-controls.tsx";
import { usePlace } from "../shell/shell-data.ts";
import type { CriticalOrder } from "./order-writer.tsx";

interface ReadyTextsProps {
  readonly order: CriticalOrder;
  readonly purpose: Purpose;
  readonly onText: (text: string) => void;
}

/** Templates of the workspace and the gallery, filled in for this order; the chosen one can still be changed. */
export function ReadyTexts({ order, purpose, onText }: ReadyTextsProps) {
  const api = useTRPC();
  const place = usePlace();
  const language = order.actions?.locale ?? marketplaceById(order.order.marketplaceId)?.languages[0] ?? "en";
  const { data } = useQuery(api.critical.texts.queryOptions({ ...place, ref: order.ref, purpose, language }));
  if (data === undefined || data.length === 0) return null;
  return (
    <SelectField
      label="Begin with"
      choices={[
        { value: "", label: "A text of your own" },
        ...data.map(({ key, name, own }) => ({ value: key, label: own ? name : `${name} (gallery)` })),
      ]}
      value=""
      onPick={(chosen) => {
        const text = data.find(({ key }) => key === chosen)?.text;
        if (text !== undefined) onText(text);
      }}
    />
  );
}
