"use client";

import { REFERENCE_RATE } from "@heed/core/analytics/opt-out-rate";
import type { Plateau } from "@heed/core/analytics/plateau";
import {
  Area,
  CartesianGrid,
  ComposedChart,
  Line,
  ReferenceArea,
  ReferenceLine,
  Tooltip,
  XAxis,
  YAxis,
} from "recharts";
import { Measured, type Size } from "../../ui/measured.tsx";
import { percent } from "../number-words.ts";
import { dayLabel } from "./day-label.ts";

export interface WeekPoint {
  readonly week: string;
  readonly refused: number;
  readonly settled: number;
  readonly rate: number | null;
  readonly interval: readonly [number, number] | null;
}

const AXIS = { tick: { fill: "var(--ink-3)", fontSize: 12 }, tickLine: false, axisLine: false } as const;

/** The weekly rate with its interval, the published sample, and the band of the expected plateau; loaded on demand. */
export function WeekChart({ points, plateau }: { points: readonly WeekPoint[]; plateau: Plateau | null }) {
  return <Measured>{(size) => <Sized points={points} plateau={plateau} size={size} />}</Measured>;
}

interface SizedProps {
  readonly points: readonly WeekPoint[];
  readonly plateau: Plateau | null;
  readonly size: Size;
}

function Sized({ points, plateau, size }: SizedProps) {
  return (
    <ComposedChart {...size} data={[...points]} margin={{ top: 12, right: 24, bottom: 0, left: 0 }} accessibilityLayer>
      <CartesianGrid vertical={false} stroke="var(--hairline)" />
      <XAxis dataKey="week" tickFormatter={(week) => dayLabel(String(week))} minTickGap={32} {...AXIS} />
      <YAxis tickFormatter={(share) => percent(Number(share))} width={56} domain={[0, "auto"]} {...AXIS} />
      <ReferenceLine
        y={REFERENCE_RATE}
        stroke="var(--ink-3)"
        strokeDasharray="2 4"
        ifOverflow="extendDomain"
        label={{
          value: `2017 sample, ${percent(REFERENCE_RATE)}`,
          position: "insideBottomLeft",
          fill: "var(--ink-3)",
          fontSize: 12,
        }}
      />
      {plateau === null ? null : (
        <>
          <ReferenceArea y1={plateau.low} y2={plateau.high} fill="var(--accent)" fillOpacity={0.08} />
          <ReferenceLine
            y={plateau.rate}
            stroke="var(--accent)"
            strokeDasharray="4 4"
            label={{ value: "expected plateau", position: "insideBottomRight", fill: "var(--ink-3)", fontSize: 12 }}
          />
        </>
      )}
      <Area
        dataKey="interval"
        stroke="none"
        fill="var(--accent)"
        fillOpacity={0.16}
        isAnimationActive={false}
        connectNulls
      />
      <Line
        dataKey="rate"
        stroke="var(--accent)"
        strokeWidth={2}
        dot={{ r: 2 }}
        isAnimationActive={false}
        connectNulls
      />
      <Tooltip
        labelFormatter={(week) => `Week of ${dayLabel(String(week))}`}
        formatter={(value) =>
          Array.isArray(value) ? value.map((one) => percent(Number(one))).join(" – ") : percent(Number(value))
        }
        contentStyle={{ background: "var(--surface)", border: "1px solid var(--hairline)", borderRadius: 8 }}
      />
    </ComposedChart>
  );
}
