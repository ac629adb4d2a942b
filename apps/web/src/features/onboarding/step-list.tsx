import { Check } from "lucide-react";
import { cn } from "../../ui/cn.ts";
import type { StoreDetails } from "../stores/store-words.ts";
import { isDone, STEP_WORDS, STEPS, type Step } from "./steps.ts";

interface StepListProps {
  readonly store: StoreDetails | null;
  readonly current: Step | "done";
  readonly onGo: (step: Step) => void;
}

/** Where one is, and what the product has seen already. */
export function StepList({ store, current, onGo }: StepListProps) {
  const done = STEPS.filter((step) => isDone(step, store)).length;
  return (
    <nav aria-label={`Setting up, ${done} of ${STEPS.length} steps done`}>
      <ol className="grid grid-cols-5 gap-2 max-sm:grid-cols-1 max-sm:gap-1">
        {STEPS.map((step, index) => (
          <li key={step}>
            <button
              type="button"
              disabled={store === null && index > 1}
              aria-current={step === current ? "step" : undefined}
              onClick={() => onGo(step)}
              className={cn(
                "flex w-full items-center gap-2 border-t-2 py-2 text-left text-small hover:text-ink disabled:hover:text-ink-3 max-sm:min-h-11",
                isDone(step, store) ? "border-mark-reached text-ink-2" : "border-hairline text-ink-3",
                step === current && "border-accent font-medium text-ink",
              )}
            >
              <StepMark done={isDone(step, store)} number={index + 1} />
              {STEP_WORDS[step]}
              <span className="sr-only">{isDone(step, store) ? ", done" : ", open"}</span>
            </button>
          </li>
        ))}
      </ol>
    </nav>
  );
}

function StepMark({ done, number }: { done: boolean; number: number }) {
  return (
    <span
      aria-hidden
      className={cn(
        "inline-flex size-5 shrink-0 items-center justify-center rounded-full text-micro",
        done ? "bg-reached-soft text-reached" : "border border-hairline",
      )}
    >
      {done ? <Check className="size-3" /> : number}
    </span>
  );
}
