import { describe, expect, it } from "vitest";
import { at } from "../testing.ts";
import { mustStop, rampLimit } from "./sender-ramp.ts";

const start = at("2026-03-01T00:00:00Z");
const sender = { startedAt: start, ownDomain: false, stopped: null };

describe("the ramp of a sender", () => {
  it.each([
    ["before the first mail", { ...sender, startedAt: null }, 0, 50],
    ["in the first three days", sender, 71, 50],
    ["from the fourth day", sender, 72, 200],
    ["in the first week", sender, 167, 200],
    ["after it", sender, 168, 1000],
    ["on an own domain", { ...sender, ownDomain: true }, 0, null],
  ])("%s", (...[, facts, hours, limit]) => {
    expect(rampLimit(facts, start.epochMilliseconds + hours * 3_600_000)).toBe(limit);
  });
});

describe("a sender stops", () => {
  it.each([
    [{ mails: 500, complaints: 0, hardBounces: 20 }, null],
    [{ mails: 500, complaints: 0, hardBounces: 21 }, "hard_bounces"],
    [{ mails: 500, complaints: 1, hardBounces: 0 }, "complaints"],
    [{ mails: 10, complaints: 0, hardBounces: 2 }, null],
    [{ mails: 10, complaints: 0, hardBounces: 3 }, "hard_bounces"],
    [{ mails: 0, complaints: 0, hardBounces: 0 }, null],
  ])("%o: %s", (record, stop) => {
    expect(mustStop(record)).toBe(stop);
  });
});
