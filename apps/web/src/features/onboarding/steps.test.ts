import { describe, expect, it } from "vitest";
import { isDone, nextStep, STEPS } from "./steps.ts";

const address = (kind: "sender" | "notice", state: "not_proven" | "receiving" | "proven") => ({
  id: kind,
  kind,
  marketplaceId: "ATVPDKIKX0DER",
  localPart: kind,
  full: kind,
  state,
  testedAt: null,
  lastMailAt: null,
});

type Facts = NonNullable<Parameters<typeof isDone>[1]>;
const fresh: Facts = {
  authorisation: "active",
  addresses: [address("sender", "not_proven"), address("notice", "not_proven")],
  firstFlowAt: null,
};

describe("the steps of setting up", () => {
  it("begin with connecting a store", () => {
    expect(nextStep(null)).toBe("connect");
    expect(nextStep({ ...fresh, authorisation: "revoked" })).toBe("connect");
  });

  it("are done by what was seen, not by a tick", () => {
    expect(nextStep(fresh)).toBe("sender");
    expect(nextStep({ ...fresh, addresses: [address("sender", "receiving"), address("notice", "not_proven")] })).toBe(
      "notices",
    );
    expect(nextStep({ ...fresh, addresses: [address("sender", "receiving"), address("notice", "proven")] })).toBe(
      "flow",
    );
  });

  it("need every notice address to receive", () => {
    const addresses = [address("sender", "receiving"), address("notice", "receiving"), address("notice", "not_proven")];
    expect(nextStep({ ...fresh, addresses })).toBe("notices");
    expect(isDone("notices", { ...fresh, addresses: [] })).toBe(false);
  });

  it("can be left out and come back to: a later one may be done before an earlier", () => {
    const store = { ...fresh, firstFlowAt: {} as Facts["firstFlowAt"] };
    expect(STEPS.map((step) => isDone(step, store))).toEqual([true, true, false, false, true]);
  });
});
