import { readFileSync } from "node:fs";
import type { AgentOptions } from "node:https";
import { Agent } from "node:https";

/** A local stand-in of Amazon: its port on 127.0.0.1 and the file of the authority that signed its certificate. */
export interface Endpoint {
  readonly port: number;
  readonly caPath: string;
}

type CreateConnection = Agent["createConnection"];

/**
 * Leads every connection to a local port, while the Host header and the server name of TLS stay Amazon's, so that the
 * client and its URLs are the same in the sandbox and in earnest.
 */
class RedirectAgent extends Agent {
  readonly #target: { readonly host: string; readonly port: number; readonly ca: string };

  constructor(endpoint: Endpoint, options: AgentOptions) {
    super(options);
    this.#target = { host: "127.0.0.1", port: endpoint.port, ca: readFileSync(endpoint.caPath, "utf8") };
  }

  override createConnection(...[options, callback]: Parameters<CreateConnection>): ReturnType<CreateConnection> {
    const servername = options.servername ?? options.host;
    return super.createConnection(
      { ...options, ...this.#target, ...(servername == null ? {} : { servername }) },
      callback,
    );
  }
}

const agents = new Map<string, Agent>();

/** One pool of connections per target in this process; idle connections do not keep the process alive. */
export function agentFor(endpoint: Endpoint | undefined): Agent {
  const key = endpoint === undefined ? "" : `${endpoint.port} ${endpoint.caPath}`;
  const known = agents.get(key);
  if (known !== undefined) return known;
  const options = { keepAlive: true, maxCachedSessions: 100 };
  const agent = endpoint === undefined ? new Agent(options) : new RedirectAgent(endpoint, options);
  agents.set(key, agent);
  return agent;
}
