"use client";

import { useSuspenseQuery } from "@tanstack/react-query";
import { parseAsString, parseAsStringLiteral, useQueryStates } from "nuqs";
import { useState } from "react";
import { useTRPC } from "../../trpc/client.tsx";
import { PageHeader } from "../../ui/page-header.tsx";
import { useShell } from "../shell/shell-data.ts";
import type { StoreDetails } from "../stores/store-words.ts";
import { AddressStep } from "./address-step.tsx";
import { ConnectStep } from "./connect-step.tsx";
import { DoneStep } from "./done-step.tsx";
import { FlowStep } from "./flow-step.tsx";
import { StepList } from "./step-list.tsx";
import { nextStep, STEPS, type Step, storeInWork } from "./steps.ts";

const QUERY = { store: parseAsString, step: parseAsStringLiteral([...STEPS, "done"]) };

/** Five steps, each of which can be left and come back to: where one is stands in the address. */
export function OnboardingView() {
  const api = useTRPC();
  const { here } = useShell();
  const [query, setQuery] = useQueryStates(QUERY, { history: "push" });
  const { data: stores } = useSuspenseQuery(api.store.details.queryOptions({ workspace: here.slug }));
  const store = storeInWork(stores, query.store);
  // Where one lands stays: a step that is done meanwhile turns green and does not run away.
  const [landed] = useState<Step | "done">(() => nextStep(store) ?? "done");
  const step = query.step ?? landed;
  const go = (to: Step | "done") => void setQuery({ step: to, store: store?.id ?? null });
  return (
    <div className="mx-auto flex max-w-reading flex-col gap-4">
      <PageHeader title={store === null ? `Set up ${here.name}` : `Set up ${store.name}`} />
      <StepList store={store} current={step} onGo={go} />
      <StepPanel store={store} step={step} onGo={go} />
    </div>
  );
}

interface StepPanelProps {
  readonly store: StoreDetails | null;
  readonly step: Step | "done";
  readonly onGo: (to: Step | "done") => void;
}

function StepPanel({ store, step, onGo }: StepPanelProps) {
  if (store === null) return <ConnectStep store={null} onNext={() => onGo("sender")} />;
  switch (step) {
    case "workspace":
    case "connect":
      return <ConnectStep store={store} onNext={() => onGo("sender")} />;
    case "sender":
      return <AddressStep store={store} kind="sender" onNext={() => onGo("notices")} />;
    case "notices":
      return <AddressStep store={store} kind="notice" onNext={() => onGo("flow")} />;
    case "flow":
      return <FlowStep store={store} onNext={() => onGo("done")} />;
    case "done":
      return <DoneStep store={store} />;
  }
}
