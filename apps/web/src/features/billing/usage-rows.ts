import type { Outputs } from "../../server/routers/app.ts";
import type { Counted } from "./count-table.tsx";

export type StoreUse = Outputs["billing"]["usage"]["stores"][number];

const NOBODY = "No client";

const counts = ({ reached, refused, credited, net }: StoreUse) => ({ reached, refused, credited, net });

/** Stores on this workspace's own bill. */
export function ownRows(stores: readonly StoreUse[]): Counted[] {
  return stores
    .filter(({ payer }) => payer === null)
    .map((use) => ({ key: use.storeId, name: use.store, ...counts(use) }));
}

/** Stores that other workspaces let this agency in to: their plans pay. */
export function grantedRows(stores: readonly StoreUse[]): Counted[] {
  return stores.flatMap((use) =>
    use.payer === null
      ? []
      : [{ key: use.storeId, name: use.store, note: `on the plan of ${use.payer.name}`, ...counts(use) }],
  );
}

/** All stores of each client, whoever pays; empty where no store belongs to one. */
export function clientRows(stores: readonly StoreUse[]): Counted[] {
  if (stores.every(({ client }) => client === null)) return [];
  return [...Map.groupBy(stores, ({ client }) => client)].map(([client, uses]) => ({
    key: client ?? "",
    name: client ?? NOBODY,
    note: uses[0]?.label ?? null,
    ...sum(uses),
  }));
}

function sum(uses: readonly StoreUse[]) {
  const of = (figure: "reached" | "refused" | "credited" | "net") =>
    uses.reduce((total, use) => total + use[figure], 0);
  return { reached: of("reached"), refused: of("refused"), credited: of("credited"), net: of("net") };
}

export const CSV_HEAD = [
  "client",
  "invoicing label",
  "store",
  "reached",
  "refused",
  "credited",
  "charged",
  "charged to",
] as const;

/** One line for each store; the last cell says on whose bill its units are. */
export function csvRows(stores: readonly StoreUse[], here: string): string[][] {
  return stores.map(({ client, label, store, reached, refused, credited, net, payer }) => [
    client ?? "",
    label ?? "",
    store,
    ...[reached, refused, credited, net].map(String),
    payer?.name ?? here,
  ]);
}
