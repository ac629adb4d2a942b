import { cloneDatabase, type TestDatabase } from "@heed/db/testing";
import { TEST_NOW } from "@heed/db/testing/factories";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { networkOf, signInAllowed } from "./sign-in-limit.ts";

let database: TestDatabase;

beforeAll(async () => {
  database = await cloneDatabase();
});

afterAll(() => database.drop());

const attempts = async (count: number, attempt: (n: number) => { email: string; network: string }) => {
  const answers: boolean[] = [];
  for (let n = 0; n < count; n += 1) answers.push(await signInAllowed(database.db, { ...attempt(n), now: TEST_NOW }));
  return answers.filter(Boolean).length;
};

describe("asking for sign-in links", () => {
  it("is limited for one address, however it is typed and wherever it is asked from", async () => {
    const typed = (n: number) => (n % 2 === 0 ? "Some.One@example.com " : "some.one@example.com");
    expect(await attempts(20, (n) => ({ email: typed(n), network: `10.0.0.${n}` }))).toBe(5);
  });

  it("is limited for one address, whatever is written behind it", async () => {
    const typed = (n: number) => `target@example.com,${n}`;
    expect(await attempts(20, (n) => ({ email: typed(n), network: `10.2.0.${n}` }))).toBe(5);
  });

  it("is limited for one network, whoever is asked for", async () => {
    expect(await attempts(1_000, (n) => ({ email: `person-${n}@example.com`, network: "192.0.2.7" }))).toBe(30);
  });

  it("is allowed again after a while", async () => {
    const later = { email: "some.one@example.com", network: "10.1.0.1", now: TEST_NOW.add({ hours: 2 }) };
    expect(await signInAllowed(database.db, later)).toBe(true);
  });
});

describe("the network of a request", () => {
  it("is what the nearest proxy saw, not what the sender claims", () => {
    expect(networkOf("203.0.113.9, 198.51.100.4")).toBe("198.51.100.4");
    expect(networkOf(null)).toBe("unknown");
  });
});
