import { describe, expect, it } from "vitest";
import { commonStores, limitedStores, lowerRole } from "./limits.ts";

describe("a person of an agency in a client's workspace", () => {
  it.each([
    ["manager", "owner", "manager"],
    ["admin", "viewer", "viewer"],
    ["approver", "approver", "approver"],
  ] as const)("whom the grant makes %s and the agency %s is %s", (grant, agency, role) => {
    expect(lowerRole(grant, agency)).toBe(role);
  });

  it.each([
    { grant: "all", agency: "all", stores: "all" },
    { grant: ["a", "b"], agency: "all", stores: ["a", "b"] },
    { grant: "all", agency: ["b"], stores: ["b"] },
    { grant: ["a", "b"], agency: ["b", "c"], stores: ["b"] },
    { grant: ["a"], agency: ["c"], stores: [] },
  ] as const)("granted $grant and limited to $agency sees $stores", ({ grant, agency, stores }) => {
    expect(commonStores(grant, agency)).toEqual(stores);
  });
});

describe("the limits of a member", () => {
  const clients = new Map([["tea", ["a", "b"]]]);

  it.each([
    { storeIds: null, clientIds: null, stores: "all" },
    { storeIds: ["c"], clientIds: null, stores: ["c"] },
    { storeIds: null, clientIds: ["tea"], stores: ["a", "b"] },
    { storeIds: ["a", "c"], clientIds: ["tea"], stores: ["a", "c", "b"] },
    { storeIds: null, clientIds: ["gone"], stores: [] },
    { storeIds: [], clientIds: null, stores: [] },
  ] as const)("to stores $storeIds and clients $clientIds are $stores", ({ stores, ...limits }) => {
    expect(limitedStores(limits, clients)).toEqual(stores);
  });
});
