import { randomBytes } from "node:crypto";
import { AppError } from "@heed/core/errors";
import { migrate as applyMigrations } from "@heed/db/migrate";
import { ensureRoles } from "@heed/db/roles";
import { z } from "zod";
import { defineCommand } from "../command.ts";

export const migrate = defineCommand({
  usage: "[--admin-url URL [--database NAME]]",
  options: {
    adminUrl: z.string().optional().describe("a superuser's address; the logins are made anew and printed once"),
    database: z
      .string()
      .regex(/^[a-z][a-z0-9_]*$/, "small letters, digits and _")
      .default("heed")
      .describe("its name"),
  },
  words: { least: 0, most: 0 },
  async run({ options }, io) {
    if (options.adminUrl !== undefined) {
      const urls = await ensureRoles({
        superUrl: options.adminUrl,
        database: options.database,
        passwords: newPasswords(),
      });
      await applyMigrations({ ownerUrl: urls.DATABASE_MIGRATE_URL });
      for (const [name, url] of Object.entries(urls)) io.print(`${name}=${url}`);
      io.say("Keep these; the passwords are not stored anywhere else.");
      return 0;
    }
    const ownerUrl = io.env["DATABASE_MIGRATE_URL"] ?? "";
    if (ownerUrl === "") {
      throw new AppError(
        "PRECONDITION_FAILED",
        "Set DATABASE_MIGRATE_URL to the owner's login, or give --admin-url. (npm start migrates its own database by itself.)",
      );
    }
    await applyMigrations({ ownerUrl });
    io.print("The database is up to date.");
    return 0;
  },
});

function newPasswords() {
  const password = () => randomBytes(18).toString("hex");
  return { owner: password(), app: password(), system: password(), engine: password(), check: password() };
}
