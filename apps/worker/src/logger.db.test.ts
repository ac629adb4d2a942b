import { cloneDatabase } from "@heed/db/testing";
import { expect, it } from "vitest";
import { describeError } from "./logger.ts";

it("an error of the database is logged without the values that it quotes", async () => {
  const database = await cloneDatabase();
  const value = "a1b2c3d4e5f6g7h@marketplace.amazon.de";
  const failed = database.db.$client`select ${value}::text::int`;
  const error: unknown = await failed.then(
    () => null,
    (reason: unknown) => reason,
  );
  await database.drop();
  expect(String(error)).toContain(value);
  expect(JSON.stringify(describeError(error))).not.toContain("a1b2c3");
  expect(describeError(error)).toMatchObject({ name: "AppError", code: "INTERNAL" });
});
