/** Geometry of the path diagram in a box of 1000 × 200: bars as high as their counts, bands between them, what falls out below. */
export const BOX = { width: 1000, height: 200 } as const;

const BAR_WIDTH = 8;
const TALLEST = 128;
/** A count above zero is never invisible. */
const LEAST = 2;
const BEND = 26;
const WIDEST_FALL = 44;

export interface StageShape {
  readonly x: number;
  readonly height: number;
  /** Outline of the band to the next bar; null at the last. */
  readonly band: string | null;
  /** Outline of the ribbon of those who fall out; null where nobody does. */
  readonly fall: string | null;
}

export interface StageCount {
  readonly count: number;
  /** Of these, how many fell out before the next stage; the rest of the difference is still on its way. */
  readonly fallen: number;
}

export function pathShapes(stages: readonly StageCount[]): readonly StageShape[] {
  const first = stages[0]?.count ?? 0;
  const step = BOX.width / Math.max(1, stages.length);
  return stages.map(({ count, fallen }, index) => {
    const x = index * step;
    const height = heightOf(count, first);
    const next = stages[index + 1];
    if (next === undefined) return { x, height, band: null, fall: null };
    const passing = Math.min(heightOf(next.count, first), height);
    const falling = Math.min(heightOf(fallen, first), height);
    return {
      x,
      height,
      band: passing === 0 ? null : band(x + BAR_WIDTH, x + step, passing),
      fall: falling === 0 ? null : fall({ x: x + BAR_WIDTH, from: height - falling, to: height }),
    };
  });
}

function heightOf(count: number, first: number): number {
  if (count <= 0 || first <= 0) return 0;
  return Math.max(LEAST, (count / first) * TALLEST);
}

function band(from: number, to: number, height: number): string {
  return `M${from} 0H${to}V${height}H${from}Z`;
}

/** A ribbon that leaves the bar to the right and turns down to the edge of the box. */
function fall({ x, from, to }: { x: number; from: number; to: number }): string {
  const width = Math.min(to - from, WIDEST_FALL);
  const inner = x + BEND;
  const outer = inner + width;
  return [
    `M${x} ${from}`,
    `C${outer} ${from} ${outer} ${from + BEND} ${outer} ${to + BEND}`,
    `V${BOX.height}`,
    `H${inner}`,
    `V${to + BEND}`,
    `C${inner} ${to} ${x + BEND / 2} ${to} ${x} ${to}`,
    "Z",
  ].join("");
}
