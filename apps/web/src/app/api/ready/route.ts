import { readiness } from "../../../server/readiness.ts";
import { services } from "../../../server/runtime.ts";

/** Whether this process can do its work: 200, or 503 with what is missing. */
export async function GET(): Promise<Response> {
  const parts = await readiness(services());
  const ready = Object.values(parts).every((state) => state === "ok");
  return Response.json({ status: ready ? "ready" : "not ready", ...parts }, { status: ready ? 200 : 503 });
}
