import { afterEach, describe, expect, it } from "vitest";
import { type DefineFunctions, type Rig, startRig } from "../testing/rig.ts";

let rig: Rig | null = null;

async function start(functions: DefineFunctions): Promise<Rig> {
  rig = await startRig({ functions });
  return rig;
}

afterEach(async () => {
  await rig?.stop();
  rig = null;
});

describe("an event", () => {
  it("runs the function that it triggers, with its data", async () => {
    const seen: unknown[] = [];
    const { inngest, settle } = await start((client) => [
      client.createFunction({ id: "greet", triggers: [{ event: "app/hello" }] }, ({ event }) => void seen.push(event.data)),
    ]);
    await inngest.send({ name: "app/hello", data: { to: "you" } });
    await settle();
    expect(seen).toEqual([{ to: "you" }]);
  });
});
