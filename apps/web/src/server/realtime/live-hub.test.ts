import { describe, expect, it } from "vitest";
import { createLiveHub } from "./live-hub.ts";

const note = (tenantId: string, topic: string) => JSON.stringify({ tenantId, topic });

describe("the live hub", () => {
  it("tells a tenant what changed, and no other tenant", async () => {
    const hub = createLiveHub();
    const end = new AbortController();
    const heard = hub.changes("a", end.signal)[Symbol.asyncIterator]();
    const first = heard.next();
    hub.publish(note("b", "orders"));
    hub.publish(note("a", "notices"));
    expect((await first).value).toBe("notices");
    end.abort();
    expect((await heard.next()).done).toBe(true);
  });

  it("tells a topic once while nobody has listened to it yet", async () => {
    const hub = createLiveHub();
    const end = new AbortController();
    const heard = hub.changes("a", end.signal)[Symbol.asyncIterator]();
    const first = heard.next();
    for (const topic of ["orders", "orders", "messages", "orders"]) hub.publish(note("a", topic));
    expect([(await first).value, (await heard.next()).value]).toEqual(["orders", "messages"]);
    end.abort();
  });

  it("drops what is no note of ours", async () => {
    const hub = createLiveHub();
    const end = new AbortController();
    const heard = hub.changes("a", end.signal)[Symbol.asyncIterator]();
    const first = heard.next();
    for (const payload of ["", "{", "null", note("a", "passwords")]) hub.publish(payload);
    end.abort();
    expect((await first).done).toBe(true);
  });
});
