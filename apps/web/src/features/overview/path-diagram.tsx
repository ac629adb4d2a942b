import type { PathStage, Stage } from "@heed/core/analytics/path";
import { ruleLabel } from "@heed/core/policy/explain-reason";
import { cn } from "../../ui/cn.ts";
import { IntentLink } from "../../ui/intent-link.tsx";
import { count, percent } from "../number-words.ts";
import { BOX, pathShapes } from "./path-shape.ts";
import { FATE_WORDS, fallOutQuery, STAGE_WORDS } from "./path-words.ts";

interface PathDiagramProps {
  readonly stages: readonly PathStage[];
  /** The list of orders. */
  readonly ordersHref: string;
}

/** Orders → eligible → planned → sent → reached, with what fell out at each step and why. */
export function PathDiagram({ stages, ordersHref }: PathDiagramProps) {
  const first = stages[0]?.count ?? 0;
  return (
    <div className="px-4 pt-2 pb-4">
      <div className="grid grid-cols-5 max-sm:hidden" aria-hidden>
        {stages.map((stage, index) => (
          <StageHead key={stage.stage} stage={stage} first={first} previous={stages[index - 1]?.count ?? null} />
        ))}
      </div>
      <Shapes stages={stages} />
      <ol className="grid grid-cols-5 max-sm:grid-cols-1 max-sm:gap-4">
        {stages.map((stage, index) => (
          <li key={stage.stage} className="min-w-0 pr-3">
            <div className="sm:sr-only">
              <StageHead stage={stage} first={first} previous={stages[index - 1]?.count ?? null} />
            </div>
            <FallOuts stage={stage} ordersHref={ordersHref} />
          </li>
        ))}
      </ol>
    </div>
  );
}

interface StageHeadProps {
  readonly stage: PathStage;
  readonly first: number;
  readonly previous: number | null;
}

function StageHead({ stage, first, previous }: StageHeadProps) {
  return (
    <div className="pb-2">
      <div className="text-small text-ink-2">{STAGE_WORDS[stage.stage]}</div>
      <div className="flex items-baseline gap-2">
        <span className="text-section tabular-nums">{count(stage.count)}</span>
        {previous === null || previous === 0 ? null : (
          <span
            className="text-micro font-normal text-ink-3 tabular-nums"
            title={`${percent(stage.count / first)} of all orders`}
          >
            {percent(stage.count / previous)}
          </span>
        )}
      </div>
    </div>
  );
}

const FALL_TONES: Readonly<Record<Stage, string>> = {
  orders: "fill-mark-rule/25",
  eligible: "fill-mark-rule/25",
  planned: "fill-mark-rule/25",
  sent: "fill-mark-refused/45",
  reached: "",
};

function Shapes({ stages }: { stages: readonly PathStage[] }) {
  const shapes = pathShapes(stages.map(({ count: all, fallOuts }) => ({ count: all, fallen: sumOf(fallOuts) })));
  return (
    <svg
      aria-hidden
      viewBox={`0 0 ${BOX.width} ${BOX.height}`}
      preserveAspectRatio="none"
      className="h-40 w-full max-sm:hidden"
    >
      {shapes.map((shape, index) => {
        const stage = stages[index]?.stage ?? "orders";
        return (
          <g key={stage}>
            {shape.band === null ? null : <path d={shape.band} className="fill-accent/15" />}
            {shape.fall === null ? null : <path d={shape.fall} className={FALL_TONES[stage]} />}
            <rect
              x={shape.x}
              y={0}
              width={8}
              height={shape.height}
              rx={2}
              className={stage === "reached" ? "fill-mark-reached" : "fill-accent"}
            />
          </g>
        );
      })}
    </svg>
  );
}

const SHOWN = 4;

const sumOf = (fallOuts: PathStage["fallOuts"]) => fallOuts.reduce((sum, fallOut) => sum + fallOut.count, 0);

function FallOuts({ stage, ordersHref }: { stage: PathStage; ordersHref: string }) {
  const rest = sumOf(stage.fallOuts.slice(SHOWN));
  if (stage.fallOuts.length === 0 && stage.open === 0) return null;
  return (
    <ul className="flex flex-col border-l border-hairline pl-2.5 text-small">
      {stage.fallOuts.slice(0, SHOWN).map(({ rule, count: fallen }) => (
        <li key={rule}>
          <IntentLink
            href={`${ordersHref}?${fallOutQuery(rule)}`}
            className="group flex min-h-6 items-baseline gap-1.5 py-0.5 text-ink-2 hover:text-ink"
          >
            <span className="tabular-nums">{count(fallen)}</span>
            <span className={cn("min-w-0 group-hover:underline", rule === "refused_by_buyer" && "text-refused")}>
              {FATE_WORDS[rule] ?? ruleLabel(rule)}
            </span>
          </IntentLink>
        </li>
      ))}
      {rest === 0 ? null : <li className="py-0.5 text-ink-3 tabular-nums">{count(rest)} for other reasons</li>}
      {stage.open === 0 ? null : <li className="py-0.5 text-waiting tabular-nums">{count(stage.open)} on their way</li>}
    </ul>
  );
}
