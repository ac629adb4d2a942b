import { gunzipSync } from "node:zlib";
import { Temporal } from "@heed/core/time";
import { describe, expect, it, onTestFinished } from "vitest";
import { joinLocally } from "../clock/virtual.ts";
import { answerValidator } from "../testing/model-schema.ts";
import { hasSpec } from "../testing/published-spec.ts";
import { exampleBuyer, exampleOrder, exampleWorld, startTestSandbox } from "../testing.ts";

const US = "ATVPDKIKX0DER";
const PATH = "/reports/2021-06-30";

/** A seller with one order that came back, and the clock under our hand. */
async function seller() {
  const sandbox = await startTestSandbox({ clock: { virtualFrom: "2026-11-20T12:00:00Z" } });
  onTestFinished(() => sandbox.stop());
  const order = exampleOrder({ fulfilledBy: "amazon", returnedAt: "2026-11-19T10:00:00Z" });
  await sandbox.control("POST", "/world", exampleWorld({ orders: [order], buyers: [exampleBuyer()] }));
  const token = await sandbox.token(exampleWorld().stores[0]?.refreshToken ?? "");
  const ask = async (method: string, path: string, body?: unknown) =>
    sandbox.amazon(`${PATH}${path}`, { method, token, ...(body !== undefined && { body: JSON.stringify(body) }) });
  const create = (reportType: string) =>
    ask("POST", "/reports", {
      reportType,
      marketplaceIds: [US],
      dataStartTime: "2026-11-18T00:00:00Z",
      dataEndTime: "2026-11-20T00:00:00Z",
    });
  const { coordinator } = sandbox.running;
  const clock = coordinator === null ? null : joinLocally(coordinator, "test");
  const passUntil = async (seconds: number) => {
    const until = Temporal.Instant.from("2026-11-20T12:00:00Z").add({ seconds });
    await Promise.all([clock?.sleepUntil(until), coordinator?.run(until)]);
  };
  return { sandbox, order, ask, create, passUntil };
}

const idOf = (answer: { body: unknown }) => (answer.body as { reportId: string }).reportId;

describe("a report", () => {
  it("is queued, made, and then a packed document behind a link that only its seller is told", async () => {
    const { sandbox, order, ask, create, passUntil } = await seller();
    const reportId = idOf(await create("GET_FBA_FULFILLMENT_CUSTOMER_RETURNS_DATA"));
    const seen: string[] = [];
    for (const seconds of [0, 100, 300]) {
      await passUntil(seconds);
      const answer = await ask("GET", `/reports/${reportId}`);
      seen.push((answer.body as { processingStatus: string }).processingStatus);
      const validate = hasSpec ? answerValidator("reports_2021-06-30.json")("getReport", 200) : null;
      expect(validate === null || validate(answer.body) || validate.errors).toBe(true);
    }
    expect(seen).toEqual(["IN_QUEUE", "IN_PROGRESS", "DONE"]);
    const found = await ask("GET", `/documents/amzn1.spdoc.1.4.sandbox.${reportId}`);
    const { url } = found.body as { url: string };
    const { pathname, search } = new URL(url);
    const document = await sandbox.amazon(pathname + search, { host: "s3.amazonaws.com" });
    expect(gunzipSync(document.bytes).toString("utf8")).toContain(order.orderId);
    const forged = await sandbox.amazon(`${pathname}?expires=9999999999999&X-Amz-Signature=x`, {
      host: "s3.amazonaws.com",
    });
    expect(forged.status).toBe(403);
  });

  it("with nothing to tell is cancelled", async () => {
    const { ask, create, passUntil } = await seller();
    const reportId = idOf(await create("GET_SELLER_FEEDBACK_DATA"));
    await passUntil(600);
    expect((await ask("GET", `/reports/${reportId}`)).body).toMatchObject({ processingStatus: "CANCELLED" });
  });

  it("of the future, of another's marketplace or of no known type is refused", async () => {
    const { ask } = await seller();
    const good = { reportType: "GET_SELLER_FEEDBACK_DATA", marketplaceIds: [US] };
    for (const bad of [
      { ...good, dataEndTime: "2027-01-01T00:00:00Z" },
      { ...good, marketplaceIds: ["A1PA6795UKMFR9"] },
      { ...good, reportType: "BAD" },
      { ...good, marketplaceIds: [] },
    ]) {
      expect((await ask("POST", "/reports", bad)).status).toBe(400);
    }
  });
});
