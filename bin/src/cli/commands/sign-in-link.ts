import { AppError } from "@heed/core/errors";
import { Temporal } from "@heed/core/time";
import { closeDb, openDb } from "@heed/db/client";
import { createSignInLink } from "@heed/db/identity/sign-in-link";
import { z } from "zod";
import { stateFolder } from "../../repository.ts";
import { demoOwners } from "../../stack/demo-data.ts";
import { authSecretOf } from "../../stack/secrets.ts";
import { defineCommand, type ExitCode } from "../command.ts";
import { type Instance, withInstance } from "../instance.ts";

export const signInLink = defineCommand({
  usage: "[--email ADDRESS] [--json]",
  options: {
    email: z.email().optional().describe("who signs in; the owner of the demo's first workspace without it"),
    json: z.boolean().default(false).describe("a JSON line"),
  },
  words: { least: 0, most: 0 },
  run: ({ options }, io) =>
    withInstance<ExitCode>({ env: io.env, folder: stateFolder }, async (instance) => {
      const email = options.email ?? demoOwner(instance);
      const secret = io.env["NEXTAUTH_SECRET"] ?? authSecretOf(instance.keys);
      const db = openDb(instance.databases.DATABASE_URL, { max: 1 });
      try {
        const now = Temporal.Now.instant();
        const { url, expires } = await createSignInLink(db, { email, authUrl: instance.url, secret, now });
        io.print(options.json ? JSON.stringify({ email, url, expires: expires.toString() }) : url);
        return 0;
      } finally {
        await closeDb(db);
      }
    }),
});

function demoOwner({ local }: Instance): string {
  const [owner] = demoOwners();
  if (!local || owner === undefined) throw new AppError("INVALID", "Say who signs in: --email ADDRESS");
  return owner.email;
}
