import type { Instant } from "@heed/core/time";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import type { Breaker } from "./ports.ts";
import { GERMANY, gatewayTo, ORDER } from "./testing/gateway-fixture.ts";
import type { Script, StandIn } from "./testing/stand-in.ts";
import { htmlPage, json, problem, resetConnection, startStandIn, token } from "./testing/stand-in.ts";

let amazon: StandIn;
beforeEach(async () => {
  amazon = await startStandIn();
});
afterEach(() => amazon.stop());

/** A breaker that counts what it is told. */
function counting(waitUntil: Instant | null = null) {
  const told: string[] = [];
  const breaker: Breaker = {
    ask: async () => ({ waitUntil, failures: told.filter((what) => what === "outage").length }),
    goodAnswer: async () => void told.push("good"),
    outage: async () => void told.push("outage"),
  };
  return { told, breaker };
}

describe("the breaker", () => {
  test("keeps a call from being made while it is open", async () => {
    const fixture = gatewayTo(amazon.endpoint);
    const until = fixture.clock.now().add({ hours: 1 });
    const { gateway } = gatewayTo(amazon.endpoint, { breaker: counting(until).breaker, random: () => 0 });
    expect(await gateway.requestReview(ORDER, GERMANY)).toEqual({ kind: "retry", after: until });
    expect(amazon.calls).toHaveLength(0);
    expect(amazon.tokenCalls).toHaveLength(0);
  });

  test.each<[string, Script, string[]]>([
    ["a connection that breaks", resetConnection, ["outage"]],
    ["a server error", json(503, { errors: [{ code: "X", message: "", details: "" }] }), ["outage"]],
    ["a page that is no answer", htmlPage, ["outage"]],
    ["a refusal", problem(403, "not available for this amazonOrderId"), []],
    ["a success", json(201, {}), []],
  ])("takes %s for what it is", async (...[, script, expected]) => {
    const { told, breaker } = counting();
    amazon.answer(script);
    await gatewayTo(amazon.endpoint, { breaker }).gateway.requestReview(ORDER, GERMANY);
    expect(told).toEqual(expected);
  });

  test("hears of the good answer after failures", async () => {
    const { told, breaker } = counting();
    amazon.answer(json(500, {}), json(200, { _links: { actions: [] } }));
    await gatewayTo(amazon.endpoint, { breaker }).gateway.getSolicitationActions(ORDER, GERMANY);
    expect(told).toEqual(["outage", "good"]);
  });
});

describe("two client secrets", () => {
  const refused: Script = json(401, { error: "invalid_client", error_description: "" });
  const secretOf = (call: { body: string } | undefined) =>
    (JSON.parse(call?.body ?? "{}") as { client_secret?: string }).client_secret;

  test("are tried newest first, and the older one while Amazon does not know the newer", async () => {
    amazon.answerTokens(refused, token("Atza|1"));
    const { gateway } = gatewayTo(amazon.endpoint, { secrets: async () => ["new"] });
    amazon.answer(json(201, {}));
    expect(await gateway.requestReview(ORDER, GERMANY)).toEqual({ kind: "accepted" });
    expect(amazon.tokenCalls.map(secretOf)).toEqual(["new", "secret"]);
  });

  test("cost one request when the newer one is good", async () => {
    const { gateway } = gatewayTo(amazon.endpoint, { secrets: async () => ["new", "secret"] });
    amazon.answer(json(201, {}));
    await gateway.requestReview(ORDER, GERMANY);
    expect(amazon.tokenCalls.map(secretOf)).toEqual(["new"]);
  });
});
