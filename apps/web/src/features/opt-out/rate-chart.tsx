"use client";

import { REFERENCE_RATE } from "@heed/core/analytics/opt-out-rate";
import { Area, CartesianGrid, ComposedChart, Line, ReferenceLine, Tooltip, XAxis, YAxis } from "recharts";
import { Measured, type Size } from "../../ui/measured.tsx";
import { percent } from "../number-words.ts";
import { dayTicks, rateTicks } from "./rate-axis.ts";
import { dayLabel, rateWords } from "./rate-words.ts";
import type { RollingPoint } from "./rolling-rate.ts";

const TICK = { fill: "var(--ink-3)", fontSize: 12 };
const AXIS = { tick: TICK, tickLine: false, axisLine: false } as const;
const REFERENCE_LABEL = {
  value: "first public sample 1.3 %",
  position: "insideBottomLeft",
  fill: "var(--ink-3)",
  fontSize: 12,
} as const;

/** The rate with its interval; loaded on demand, since the library is larger than the rest of the page. */
export function RateChart({ points }: { points: readonly RollingPoint[] }) {
  return <Measured>{(size) => <SizedChart points={points} size={size} />}</Measured>;
}

function SizedChart({ points, size }: { points: readonly RollingPoint[]; size: Size }) {
  const rates = rateTicks(points);
  return (
    <ComposedChart {...size} data={[...points]} margin={{ top: 12, right: 24, bottom: 0, left: 0 }} accessibilityLayer>
      <CartesianGrid vertical={false} stroke="var(--hairline)" />
      <XAxis
        {...AXIS}
        dataKey="day"
        ticks={[...dayTicks(points)]}
        interval={0}
        tickFormatter={dayLabel}
        tickMargin={8}
        padding={{ left: 16, right: 8 }}
      />
      <YAxis
        {...AXIS}
        domain={[0, rates.at(-1) ?? 1]}
        allowDataOverflow
        ticks={[...rates]}
        tickFormatter={percent}
        width={52}
      />
      <Tooltip
        content={({ payload }) => <PointTip point={payload?.[0]?.payload} />}
        cursor={{ stroke: "var(--control)" }}
        isAnimationActive={false}
      />
      <Area
        dataKey="interval"
        type="linear"
        stroke="none"
        fill="var(--series-1)"
        fillOpacity={0.14}
        isAnimationActive={false}
        activeDot={false}
      />
      <ReferenceLine y={REFERENCE_RATE} stroke="var(--control)" strokeDasharray="4 4" label={REFERENCE_LABEL} />
      <Line
        dataKey="rate"
        type="linear"
        stroke="var(--series-1)"
        strokeWidth={2}
        dot={<LonePoint points={points} />}
        isAnimationActive={false}
      />
    </ComposedChart>
  );
}

interface LonePointProps {
  readonly points: readonly RollingPoint[];
  readonly index?: number;
  readonly cx?: number;
  readonly cy?: number;
}

/** A dot only where no line would show the point: its neighbours have no rate. */
function LonePoint({ points, index = 0, cx, cy }: LonePointProps) {
  const lone = points[index - 1]?.rate == null && points[index + 1]?.rate == null;
  return lone && cx !== undefined && cy !== undefined ? <circle cx={cx} cy={cy} r={3} fill="var(--series-1)" /> : null;
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
