import { z } from "zod";

const Settings = z.object({
  /** The folder from which the person called the command; paths on the command line are relative to it. */
  HEED_CALLED_FROM: z.string().optional(),
  PORT: z.coerce.number().int().min(1).max(65_535).default(3000),
  CHROMIUM_PATH: z.string().optional(),
  CI: z.string().optional(),
});

/** What the caller of a command may set by environment. */
export function settings(): z.infer<typeof Settings> {
  return Settings.parse(process.env);
}

/** The environment as it is, to be handed to child processes. */
export function environment(): NodeJS.ProcessEnv {
  return { ...process.env };
}
