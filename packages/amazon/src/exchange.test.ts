import { request } from "node:https";
import { expect, test } from "vitest";
import { exchange } from "./exchange.ts";

test("a request that was never seen counts as sent: it must not be made twice", async () => {
  const made = await exchange(100, () => Promise.reject(new Error("unseen")));
  expect(made).toMatchObject({ kind: "broken", reason: "reset" });
});

test("a request that finds nobody listening was not sent", async () => {
  const made = await exchange(
    1000,
    () => new Promise((_resolve, reject) => request({ host: "127.0.0.1", port: 1 }).on("error", reject).end()),
  );
  expect(made.kind).toBe("not_sent");
});
