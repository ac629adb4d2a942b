import NextAuth, { type NextAuthOptions } from "next-auth";

const HOME = "http://localhost:3000";

export interface AuthBrowser {
  readonly cookies: Map<string, string>;
  /** Opens an address of next-auth and follows it until it leads elsewhere. @returns where to */
  open(address: string): Promise<string>;
  /** Presses a button of ours: next-auth asks for its token against forged requests. @returns where it leads */
  press(address: string, form?: Readonly<Record<string, string>>): Promise<string>;
}

/** A browser that speaks to next-auth itself, as the route hands requests over, and keeps its cookies. */
export function authBrowser(options: NextAuthOptions): AuthBrowser {
  const cookies = new Map<string, string>();
  const ask = (method: "GET" | "POST", address: string, body: object = {}) =>
    call(options, { cookies, method, address, body });
  return {
    cookies,
    async open(address) {
      let at = new URL(address, HOME);
      while (at.origin === HOME && at.pathname.startsWith("/api/auth/")) {
        at = new URL((await ask("GET", at.href)).location, HOME);
      }
      return at.origin === HOME ? `${at.pathname}${at.search}` : at.href;
    },
    async press(address, form = {}) {
      const { csrfToken } = (await ask("GET", "/api/auth/csrf")).body as { csrfToken: string };
      return (await ask("POST", address, { ...form, csrfToken })).location;
    },
  };
}

interface Call {
  readonly cookies: Map<string, string>;
  readonly method: "GET" | "POST";
  readonly address: string;
  readonly body: object;
}

interface Said {
  location: string;
  body: unknown;
}

async function call(options: NextAuthOptions, { cookies, method, address, body }: Call): Promise<Said> {
  const url = new URL(address, HOME);
  const said: Said = { location: "", body: null };
  const query = { ...Object.fromEntries(url.searchParams), nextauth: url.pathname.split("/").slice(3) };
  const request = { method, query, body, headers: { host: url.host }, cookies: Object.fromEntries(cookies) };
  // As a handler of Next's older kind, which needs no server around it; the types know the newer one alone.
  const handle = NextAuth as unknown as (...args: unknown[]) => Promise<void>;
  await handle(request, answerInto(said, cookies), options);
  return said;
}

function answerInto(said: Said, cookies: Map<string, string>) {
  const response = {
    status: () => response,
    getHeader: () => undefined,
    setHeader: (name: string, value: string | readonly string[]) => {
      if (name.toLowerCase() === "location") said.location = String(value);
      if (name.toLowerCase() === "set-cookie") for (const line of [value].flat()) keepCookie(cookies, line);
      return response;
    },
    json: (value: unknown) => Object.assign(said, { body: value }),
    send: (value: unknown) => Object.assign(said, { body: value }),
    end: () => undefined,
  };
  return response;
}

function keepCookie(cookies: Map<string, string>, line: string): void {
  const [pair = ""] = line.split(";");
  const at = pair.indexOf("=");
  const value = decodeURIComponent(pair.slice(at + 1));
  if (value === "" || /max-age=0/i.test(line)) cookies.delete(pair.slice(0, at));
  else cookies.set(pair.slice(0, at), value);
}
