import { listWorkspaces } from "@heed/db/identity/list-workspaces";
import { procedure, router } from "../trpc/procedure.ts";

export const workspaceRouter = router({
  /** The workspaces that this person may enter. */
  list: procedure({ scope: "user", factor: 1 }).query(({ ctx }) =>
    listWorkspaces(ctx.services.db, { userId: ctx.viewer.userId }),
  ),
  /** The one in the address, with what this person is in it. */
  current: procedure({ scope: "workspace", role: "viewer", factor: 1 }).query(({ ctx }) => ({
    ...ctx.workspace,
    role: ctx.access.role,
    email: ctx.viewer.email,
  })),
});
