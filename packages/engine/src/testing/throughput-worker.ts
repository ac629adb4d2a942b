import { startWorker } from "./rig.ts";

process.on("disconnect", () => process.exit());

/** The worker of `throughput.ts`: tells its serve address, takes the engine's. */
const worker = await startWorker();
process.send?.(worker.serveUrl);
process.once("message", (engineUrl) => {
  worker.define(String(engineUrl), (client) => [
    client.createFunction({ id: "none", checkpointing: false, triggers: [{ event: "bench/none" }] }, () => 1),
    client.createFunction({ id: "one", checkpointing: false, triggers: [{ event: "bench/one" }] }, async ({ step }) => {
      await step.run("a", () => 1);
    }),
    ...(["three", "three-checkpoint", "three-buffered"] as const).map((id) =>
      client.createFunction(
        {
          id,
          checkpointing: id === "three" ? false : id === "three-checkpoint" ? true : { bufferedSteps: 10 },
          triggers: [{ event: `bench/${id}` }],
        },
        async ({ step }) => {
          await step.run("a", () => 1);
          await step.run("b", () => 2);
          await step.run("c", () => 3);
        },
      ),
    ),
    client.createFunction({ id: "sleep", triggers: [{ event: "bench/sleep" }] }, async ({ step }) => {
      await step.sleepUntil("soon", new Date(Date.now() + 500));
      await step.run("a", () => 1);
    }),
  ]);
  process.send?.("ready");
});
