import { type PathStage, STAGES } from "@heed/core/analytics/path";
import type { Outputs } from "../../server/routers/app.ts";

type OrderPath = Outputs["overview"]["get"]["path"];

/** The counted path as bars: what falls out before a bar belongs to the bar to its left. */
export function pathStages(path: OrderPath): readonly PathStage[] {
  return STAGES.map((stage, index) => {
    const next = STAGES[index + 1];
    const fallOuts = path.fallout
      .filter((fallOut) => fallOut.stage === next)
      .map(({ rule, count }) => ({ rule, count }))
      .toSorted((a, b) => b.count - a.count);
    const fallen = fallOuts.reduce((sum, { count }) => sum + count, 0);
    const open = next === undefined ? 0 : Math.max(0, path[stage] - fallen - path[next]);
    return { stage, count: path[stage], fallOuts, open };
  });
}
