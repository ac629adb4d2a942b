import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { startCluster, type TestCluster } from "./cluster.ts";

/** Where test files ask for the cluster; workers inherit it. */
export const CLUSTER_VARIABLE = "HEED_TEST_CLUSTER";

/**
 * One cluster per run, started when the first test file asks for it: pure tests never pay for it.
 * The vitest process owns it and stops it, however the test files end.
 */
export async function setup(): Promise<() => Promise<void>> {
  let cluster: Promise<TestCluster> | undefined;
  const server = createServer((_request, response) => {
    cluster ??= startCluster();
    cluster.then(
      ({ superUrl }) => response.end(superUrl),
      (error: unknown) => response.writeHead(500).end(String(error)),
    );
  });
  await listen(server);
  const { port } = server.address() as AddressInfo;
  process.env[CLUSTER_VARIABLE] = `http://127.0.0.1:${port}`;
  return async () => {
    server.close();
    await (await cluster?.catch(() => undefined))?.stop();
  };
}

const listen = (server: Server) => new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
