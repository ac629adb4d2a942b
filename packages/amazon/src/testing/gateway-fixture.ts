import type { Endpoint } from "../agent.ts";
import { createGateway } from "../gateway.ts";
import type { Gateway, GatewayOptions } from "../gateway-types.ts";
import type { MemoryCallLog } from "../memory-stores.ts";
import { memoryCallLog, memoryRateStore, memoryTokenStore } from "../memory-stores.ts";
import type { JumpingClock } from "./jumping-clock.ts";
import { jumpingClock } from "./jumping-clock.ts";

export interface GatewayFixture {
  readonly gateway: Gateway;
  readonly clock: JumpingClock;
  readonly calls: MemoryCallLog;
  readonly options: GatewayOptions;
}

/** A gateway over in-process stores, with short deadlines and no randomness. */
export function gatewayTo(endpoint: Endpoint, changes: Partial<GatewayOptions> = {}): GatewayFixture {
  const clock = jumpingClock();
  const calls = memoryCallLog();
  const options: GatewayOptions = {
    credentials: { clientId: "client", clientSecret: "secret", refreshToken: "Atzr|1" },
    region: "EU",
    sellerId: "A1SELLER",
    storeId: "store-1",
    clock,
    tokens: memoryTokenStore(),
    rates: memoryRateStore(),
    calls,
    endpoint,
    random: () => 1,
    timeoutMs: 1500,
    ...changes,
  };
  return { gateway: createGateway(options), clock, calls, options };
}

export const ORDER = "302-1234567-7654321";
export const GERMANY = "A1PA6795UKMFR9";
