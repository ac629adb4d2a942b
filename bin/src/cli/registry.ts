import type { Command } from "./command.ts";
import { accessMatrix } from "./commands/access-matrix.ts";
import { demo } from "./commands/demo.ts";
import { importOrders } from "./commands/import-orders.ts";
import { migrate } from "./commands/migrate.ts";
import { readNotice } from "./commands/read-notice.ts";
import { signInLink } from "./commands/sign-in-link.ts";
import { sync } from "./commands/sync.ts";

/** All commands, in the order of `--help`. A new one is a file in `commands/` and a line here. */
export const COMMANDS: readonly Command[] = [demo, importOrders, readNotice, sync, migrate, signInLink, accessMatrix];
