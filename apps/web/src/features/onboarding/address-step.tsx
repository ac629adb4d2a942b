import { Button } from "../../ui/button.tsx";
import { AddressPanel } from "../stores/address-panel.tsx";
import type { StoreAddress, StoreDetails } from "../stores/store-words.ts";
import { isDone } from "./steps.ts";

interface AddressStepProps {
  readonly store: StoreDetails;
  readonly kind: StoreAddress["kind"];
  readonly onNext: () => void;
}

/** Enter it in Seller Central, send a test, and see the mark turn when the mail arrives. */
export function AddressStep({ store, kind, onNext }: AddressStepProps) {
  const done = isDone(kind === "sender" ? "sender" : "notices", store);
  return (
    <>
      <AddressPanel store={store} kind={kind} />
      <div className="flex flex-wrap items-center justify-end gap-3">
        <p aria-live="polite" className="text-small text-ink-2">
          {done ? "The test arrived." : "Copy the address into Seller Central, then send a test."}
        </p>
        <Button variant={done ? "primary" : "secondary"} size="large" onClick={onNext}>
          {done ? "Go on" : "Do this later"}
        </Button>
      </div>
    </>
  );
}
