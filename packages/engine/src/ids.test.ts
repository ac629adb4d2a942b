import { describe, expect, it } from "vitest";
import { eventKey, keyOf, timeOrderedId } from "./ids.ts";

const uuid = /^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/;

describe("ids", () => {
  it("of runs are UUIDs of version 7 that sort by time", () => {
    const [early, late] = [timeOrderedId(1_795_000_000_000), timeOrderedId(1_795_000_000_001)];
    expect(early).toMatch(uuid);
    expect(early < late).toBe(true);
    expect(timeOrderedId(1)).not.toBe(timeOrderedId(1));
  });

  it("of events are kept where they are UUIDs, else hashed", () => {
    const id = timeOrderedId(1_795_000_000_000);
    expect(eventKey(id)).toBe(id);
    expect(eventKey("order-1")).toBe(eventKey("order-1"));
    expect(eventKey("order-1")).not.toBe(eventKey("order-2"));
  });

  it("of keys tell their parts apart", () => {
    expect(keyOf("a", "b")).not.toBe(keyOf("ab"));
    expect(keyOf("a", 1)).not.toBe(keyOf("a", "1"));
  });
});
