import type { WaitableClock } from "@heed/core/time";
import { Temporal } from "@heed/core/time";
import { joinLocally } from "@heed/sandbox/clock/virtual";
import { DEMO_STORES } from "@heed/sandbox/demo/stores";
import type { TestSandbox } from "@heed/sandbox/testing";
import { exampleBuyer, exampleOrder, exampleWorld, startTestSandbox, TEST_NOW } from "@heed/sandbox/testing";
import { createGateway } from "../gateway.ts";
import type { Gateway, GatewayOptions } from "../gateway-types.ts";
import type { MemoryCallLog } from "../memory-stores.ts";
import { memoryCallLog, memoryRateStore, memoryTokenStore } from "../memory-stores.ts";

export interface InSandbox {
  readonly sandbox: TestSandbox;
  readonly clock: WaitableClock;
  readonly gateway: Gateway;
  readonly options: GatewayOptions;
  readonly calls: MemoryCallLog;
  readonly orderIds: readonly string[];
  /** Does the work while the virtual clock runs, and answers its result. */
  run<T>(work: () => Promise<T>): Promise<T>;
}

export const US = "ATVPDKIKX0DER";

/** A sandbox that holds this many orders, all inside the window of a review request, and a gateway to it. */
export async function inSandbox(orders: number): Promise<InSandbox> {
  const sandbox = await startTestSandbox();
  const { coordinator, amazonPort, caPath, settings } = sandbox.running;
  if (coordinator === null) throw new Error("The sandbox has no virtual clock");
  const orderIds = Array.from({ length: orders }, (_, index) => `111-0000001-${String(index + 1).padStart(7, "0")}`);
  const buyers = orderIds.map((_, index) => exampleBuyer({ alias: `buyer${index}@marketplace.amazon.com` }));
  const world = orderIds.map((orderId, index) =>
    exampleOrder({ orderId, alias: `buyer${index}@marketplace.amazon.com` }),
  );
  await sandbox.control("POST", "/world", exampleWorld({ orders: world, buyers }));
  const clock = joinLocally(coordinator, "test");
  const calls = memoryCallLog();
  const [store] = DEMO_STORES;
  const options: GatewayOptions = {
    credentials: { ...settings.application, refreshToken: store.refreshToken },
    region: store.region,
    sellerId: store.sellerId,
    storeId: "store-us",
    clock,
    tokens: memoryTokenStore(),
    rates: memoryRateStore(),
    calls,
    endpoint: { port: amazonPort, caPath },
    timeoutMs: 2000,
  };
  const until = Temporal.Instant.from(TEST_NOW).add({ hours: 24 });
  const run = async <T>(work: () => Promise<T>): Promise<T> => {
    const done = clock.track(work);
    const stopped = new AbortController();
    const running = coordinator.run(until, { signal: stopped.signal });
    try {
      return await done;
    } finally {
      stopped.abort();
      await running;
    }
  };
  return { sandbox, clock, gateway: createGateway(options), options, calls, orderIds, run };
}
