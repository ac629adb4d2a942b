"use client";

import type { Anchor, FlowStep, FlowVersion, SendHours } from "@heed/core/flow/flow";
import { ANCHOR_WORDS, clockWords, LANE_PREFERENCE_WORDS } from "@heed/core/flow/flow-words";
import { InlineNumber, InlineSelect } from "../../ui/inline-controls.tsx";

interface SentenceProps {
  readonly definition: FlowVersion;
  readonly disabled: boolean;
  readonly templates: readonly { readonly templateKey: string; readonly name: string }[];
  readonly onChange: (definition: FlowVersion) => void;
}

const ANCHORS = Object.entries(ANCHOR_WORDS).map(([value, label]) => ({ value, label }));
const LANES = (["auto", "solicitation", "email"] as const).map((value) => ({
  value,
  label: LANE_PREFERENCE_WORDS[value],
}));
const DAYS = [
  { value: "1234567", label: "every day" },
  { value: "12345", label: "weekdays" },
  { value: "67", label: "weekends" },
  { value: "1234", label: "Mon-Thu" },
  { value: "246", label: "Tue, Thu, Sat" },
];
const ALWAYS: SendHours = { weekdays: [1, 2, 3, 4, 5, 6, 7], from: 0, to: 1440 };
const clock = (minutes: number) => ({ value: String(minutes), label: clockWords(minutes) });
const FROM = Array.from({ length: 48 }, (_, half) => clock(half * 30));
const TO = Array.from({ length: 48 }, (_, half) => clock((half + 1) * 30));

/** The flow as one sentence; each part that can be chosen is a control in it. */
export function FlowSentence({ definition, disabled, templates, onChange }: SentenceProps) {
  const [step] = definition.steps;
  if (step === undefined) return null;
  const set = (changes: Partial<FlowStep>) => {
    // Arms of an experiment differ in what was chosen for it; what stands in the sentence is common to them.
    onChange({
      ...definition,
      steps: definition.steps.map((one, index) => (index === 0 ? { ...one, ...changes } : one)),
    });
  };
  const hours = step.sendHours ?? ALWAYS;
  const days = [...hours.weekdays].toSorted((a, b) => a - b).join("");
  const known = DAYS.some(({ value }) => value === days) ? DAYS : [...DAYS, { value: days, label: "chosen days" }];
  const setHours = (changes: Partial<SendHours>) => set({ sendHours: { ...hours, ...changes } });
  return (
    <p className="flex flex-wrap items-center gap-x-2 gap-y-2.5 text-lead">
      <span>When an order is</span>
      <InlineSelect
        label="The event that it counts from"
        choices={ANCHORS}
        value={step.anchor}
        disabled={disabled}
        onPick={(anchor) => set({ anchor: anchor as Anchor })}
      />
      <span>, wait</span>
      <InlineNumber
        label="Days to wait"
        value={step.delayDays}
        least={0}
        most={60}
        disabled={disabled}
        onPick={(delayDays) => set({ delayDays })}
      />
      <span>days, then on</span>
      <InlineSelect
        label="Weekdays"
        choices={known}
        value={days}
        disabled={disabled}
        onPick={(picked) => setHours({ weekdays: [...picked].map(Number) })}
      />
      <span>between</span>
      <InlineSelect
        label="From"
        choices={FROM}
        value={String(hours.from)}
        disabled={disabled}
        onPick={(from) => setHours({ from: Number(from) })}
      />
      <span>and</span>
      <InlineSelect
        label="Until"
        choices={TO}
        value={String(hours.to)}
        disabled={disabled}
        onPick={(to) => setHours({ to: Number(to) })}
      />
      <span>of the buyer's marketplace, send a review request</span>
      <InlineSelect
        label="Lane"
        choices={LANES}
        value={step.lanePreference}
        disabled={disabled}
        onPick={(lane) => set({ lanePreference: lane as FlowStep["lanePreference"] })}
      />
      {step.lanePreference === "solicitation" ? null : (
        <>
          <span>with the text</span>
          <InlineSelect
            label="Template"
            choices={[
              { value: "", label: "choose a template" },
              ...templates.map(({ templateKey, name }) => ({ value: templateKey, label: name })),
            ]}
            value={step.templateKey ?? ""}
            disabled={disabled}
            onPick={(key) => set({ templateKey: key === "" ? null : key })}
          />
        </>
      )}
    </p>
  );
}
