"use client";

import { REFERENCE_RATE } from "@heed/core/analytics/opt-out-rate";
import {
  Area,
  CartesianGrid,
  ComposedChart,
  Line,
  ReferenceLine,
  ResponsiveContainer,
  Tooltip,
  XAxis,
  YAxis,
} from "recharts";
import { percent } from "../number-words.ts";
import { dayLabel, rateWords } from "./rate-words.ts";
import type { RollingPoint } from "./rolling-rate.ts";

const TICK = { fill: "var(--ink-3)", fontSize: 12 };
/** The axis shows at least the reference with room above it. */
const LEAST_TOP = 0.02;

/** The rate with its interval; loaded on demand, since the library is larger than the rest of the page. */
export function RateChart({ points }: { points: readonly RollingPoint[] }) {
  const top = Math.max(
    LEAST_TOP,
    ...points.map((point) => Math.min(point.interval?.[1] ?? 0, 3 * (point.rate ?? 0) + LEAST_TOP)),
  );
  const days = points.map(({ day }) => day);
  const ticks = [0, 1 / 3, 2 / 3, 1].map((share) => days[Math.round(share * (days.length - 1))] ?? "");
  return (
    <ResponsiveContainer width="100%" height="100%">
      <ComposedChart data={[...points]} margin={{ top: 12, right: 16, bottom: 0, left: 0 }} accessibilityLayer>
        <CartesianGrid vertical={false} stroke="var(--hairline)" />
        <XAxis
          dataKey="day"
          ticks={ticks}
          interval={0}
          tickFormatter={dayLabel}
          tick={TICK}
          tickLine={false}
          axisLine={false}
          tickMargin={8}
          padding={{ left: 8, right: 8 }}
        />
        <YAxis
          domain={[0, top]}
          allowDataOverflow
          tickCount={4}
          tickFormatter={percent}
          tick={TICK}
          tickLine={false}
          axisLine={false}
          width={52}
        />
        <Tooltip
          content={({ payload }) => <PointTip point={payload?.[0]?.payload} />}
          cursor={{ stroke: "var(--control)" }}
          isAnimationActive={false}
        />
        <Area
          dataKey="interval"
          stroke="none"
          fill="var(--series-1)"
          fillOpacity={0.14}
          isAnimationActive={false}
          activeDot={false}
        />
        <ReferenceLine
          y={REFERENCE_RATE}
          stroke="var(--control)"
          strokeDasharray="4 4"
          label={{
            value: "first public sample 1.3 %",
            position: "insideBottomRight",
            fill: "var(--ink-3)",
            fontSize: 12,
          }}
        />
        <Line
          dataKey="rate"
          type="linear"
          stroke="var(--series-1)"
          strokeWidth={2}
          dot={false}
          isAnimationActive={false}
        />
      </ComposedChart>
    </ResponsiveContainer>
  );
}

function PointTip({ point }: { point: RollingPoint | undefined }) {
  if (point === undefined) return null;
  return (
    <div className="rounded-box border border-hairline bg-surface px-3 py-2 text-micro font-normal shadow-float">
      <div className="text-ink-2">Week to {dayLabel(point.day)}</div>
      <div className="tabular-nums">{rateWords(point)}</div>
    </div>
  );
}
