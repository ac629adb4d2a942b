import { z } from "zod";
import { type DemoOptions, type DemoResult, runDemo } from "../../demo/run-demo.ts";
import { defineCommand } from "../command.ts";

export const demo = defineCommand({
  usage: "[--json] [--orders N] [--days N] [--plant lost|double|leak]",
  options: {
    json: z.boolean().default(false).describe("one JSON object as the last line of stdout"),
    orders: z.coerce
      .number()
      .int()
      .min(1)
      .max(100_000)
      .default(2_000)
      .describe("orders at the start; a tenth more follow"),
    days: z.coerce.number().int().min(1).max(365).default(35).describe("how far the virtual clock runs"),
    plant: z.enum(["lost", "double", "leak"]).optional().describe("a bug on purpose, to see that it is found"),
  },
  words: { least: 0, most: 0 },
  async run({ options }, io) {
    const input: DemoOptions = { ...options, plant: options.plant, env: io.env, say: io.say };
    const { summary, examples } = await runDemo(input);
    for (const example of examples) io.say(example);
    const { lost, double, leak, early, late, ledgerMissing } = summary;
    const clean = lost + double + leak + early + late + ledgerMissing === 0;
    io.print(options.json ? JSON.stringify(summary) : describe(summary));
    return clean ? 0 : 1;
  },
});

function describe(summary: DemoResult["summary"]): string {
  return Object.entries(summary)
    .map(([name, value]) => `${name.padEnd(16)} ${typeof value === "object" ? JSON.stringify(value) : String(value)}`)
    .join("\n");
}
