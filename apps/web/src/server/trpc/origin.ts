/** Paths that prove themselves by a signature instead of an origin. */
const SIGNED = /^\/api\/webhooks\//;

interface Asked {
  readonly method: string;
  readonly path: string;
  readonly origin: string | null;
}

/** Whether a request may change something: every non-GET must come from our own pages. */
export function originAllowed({ method, path, origin }: Asked, ownOrigin: string): boolean {
  if (method === "GET" || method === "HEAD" || method === "OPTIONS") return true;
  return SIGNED.test(path) || origin === ownOrigin;
}
