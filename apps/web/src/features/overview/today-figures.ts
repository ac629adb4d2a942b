import type { Outputs } from "../../server/routers/app.ts";
import { type Place, sectionPath } from "../shell/paths.ts";
import type { TodayFigure } from "./today-strip.tsx";

/** Each figure leads to the list of what it counts. */
export function todayFigures(today: Outputs["overview"]["get"]["today"], place: Place): readonly TodayFigure[] {
  const orders = sectionPath(place, "orders");
  return [
    {
      label: "Sent",
      value: today.sent,
      note: "last 24 hours",
      tone: "reached",
      shape: "disc",
      href: `${orders}?state=sent`,
    },
    {
      label: "Waiting",
      value: today.waiting,
      note: "due within 24 hours",
      tone: "waiting",
      shape: "ring",
      href: `${orders}?state=waiting`,
    },
    {
      label: "Refused by the buyer",
      value: today.refusedByBuyer,
      note: "last 24 hours",
      tone: "refused",
      shape: "square",
      href: sectionPath(place, "opt-outs"),
    },
    {
      label: "Needs you",
      value: today.needsYou,
      note: today.needsYou === 0 ? "nothing at the moment" : "see below what",
      tone: "waiting",
      shape: "diamond",
      href: `${orders}?state=needs_you`,
    },
  ];
}
