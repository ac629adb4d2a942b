import { createStripeGateway } from "@heed/stripe/gateway";
import { localEndpoint } from "@heed/stripe/local-endpoint";
import { z } from "zod";
import { defineCommand } from "../command.ts";

const TIMEOUT = 30_000;

export const provisionStripe = defineCommand({
  usage: "[--json]",
  options: { json: z.boolean().default(false).describe("one JSON line for each object") },
  words: { least: 0, most: 0 },
  async run({ options }, io) {
    const secretKey = io.env["STRIPE_SECRET_KEY"] ?? "";
    if (secretKey === "") {
      io.say("STRIPE_SECRET_KEY is missing: set it to the secret key of the account whose prices are to be set up.");
      return 2;
    }
    const endpoint = localEndpoint(io.env["HEED_STRIPE_URL"]);
    const done = await createStripeGateway({ secretKey, endpoint, timeoutMs: TIMEOUT }).provision();
    for (const line of done) io.print(options.json ? JSON.stringify(line) : `${line.done.padEnd(8)} ${line.what}`);
    return 0;
  },
});
