import { type NextRequest, NextResponse } from "next/server";
import { env, isDevelopment } from "./env.ts";
import { originAllowed } from "./server/trpc/origin.ts";

/** Before every page and route: refuses foreign writes, and gives each page a policy with a nonce of its own. */
export function proxy(request: NextRequest): NextResponse {
  const ownOrigin = new URL(env().AUTH_URL).origin;
  const asked = { method: request.method, path: request.nextUrl.pathname, origin: request.headers.get("origin") };
  if (!originAllowed(asked, ownOrigin)) {
    return NextResponse.json({ error: "This request does not come from our own pages." }, { status: 403 });
  }
  const nonce = crypto.randomUUID().replaceAll("-", "");
  const policy = contentSecurityPolicy(nonce, { secure: ownOrigin.startsWith("https:") });
  const headers = new Headers(request.headers);
  headers.set("x-nonce", nonce);
  headers.set("x-heed-path", `${request.nextUrl.pathname}${request.nextUrl.search}`);
  headers.set("content-security-policy", policy);
  const response = NextResponse.next({ request: { headers } });
  response.headers.set("content-security-policy", policy);
  return response;
}

export const config = { matcher: ["/((?!_next/static|_next/image|icon.svg).*)"] };

/** Scripts by nonce only. Styles may be inline: menus and charts place themselves by style attributes. */
function contentSecurityPolicy(nonce: string, { secure }: { readonly secure: boolean }): string {
  const development = isDevelopment ? " 'unsafe-eval'" : "";
  return [
    "default-src 'self'",
    `script-src 'self' 'nonce-${nonce}' 'strict-dynamic'${development}`,
    "style-src 'self' 'unsafe-inline'",
    "img-src 'self' data:",
    "font-src 'self'",
    "connect-src 'self'",
    "object-src 'none'",
    "base-uri 'none'",
    "form-action 'self'",
    "frame-src 'self'",
    "frame-ancestors 'none'",
    ...(secure ? ["upgrade-insecure-requests"] : []),
  ].join("; ");
}
