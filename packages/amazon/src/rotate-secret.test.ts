import { afterEach, beforeEach, expect, test } from "vitest";
import { rotateClientSecret } from "./rotate-secret.ts";
import type { StandIn } from "./testing/stand-in.ts";
import { json, problem, startStandIn, token } from "./testing/stand-in.ts";

let amazon: StandIn;
beforeEach(async () => {
  amazon = await startStandIn();
});
afterEach(() => amazon.stop());

const rotate = () =>
  rotateClientSecret({ clientId: "client", secrets: ["secret"], endpoint: amazon.endpoint, timeoutMs: 1500 });

test("a new secret is asked for once, with a token that belongs to no seller", async () => {
  amazon.answerTokens(token("Atza|grantless"));
  amazon.answer((response) => response.writeHead(204).end());
  await rotate();
  expect(JSON.parse(amazon.tokenCalls[0]?.body ?? "")).toMatchObject({
    grant_type: "client_credentials",
    scope: "sellingpartnerapi::client_credential:rotation",
  });
  expect(amazon.calls.map(({ method, path }) => `${method} ${path}`)).toEqual([
    "POST /applications/2023-11-30/clientSecret",
  ]);
  expect(amazon.calls[0]?.headers["x-amz-access-token"]).toBe("Atza|grantless");
});

test("an application that has no queue for it, or whose own secret is refused, is told", async () => {
  amazon.answer(problem(400, "Application is not enrolled for rotation notification."));
  await expect(rotate()).rejects.toMatchObject({ code: "UPSTREAM", details: { status: 400 } });
  amazon.answerTokens(json(401, { error: "invalid_client" }));
  await expect(rotate()).rejects.toMatchObject({ details: { status: 401 } });
  expect(amazon.calls).toHaveLength(1);
});
