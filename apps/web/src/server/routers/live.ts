import { router, workspaceStream } from "../trpc/procedure.ts";

/** A page that hears nothing still has its right to look checked again. */
const CHECK_EVERY_MS = 30_000;

export const liveRouter = router({
  /** Topics that changed; access is checked again at each one and every 30 s, and the stream ends with it. */
  changes: workspaceStream({ scope: "workspace", role: "viewer", factor: 1 }).subscription(async function* ({
    ctx,
    signal,
  }) {
    const ended = new AbortController();
    const onAbort = () => ended.abort();
    signal?.addEventListener("abort", onAbort);
    const timer = setInterval(() => {
      ctx.checkAgain().catch(onAbort);
    }, CHECK_EVERY_MS);
    try {
      for await (const topic of ctx.services.live.changes(ctx.access.tenantId, ended.signal)) {
        await ctx.checkAgain();
        yield topic;
      }
    } finally {
      clearInterval(timer);
      signal?.removeEventListener("abort", onAbort);
    }
  }),
});
