import type { SessionOrigin } from "@heed/db/identity/auth-adapter";
import { NextRequest } from "next/server";
import NextAuth from "next-auth";
import { env } from "../../../../env.ts";
import { authAction } from "../../../../server/auth/auth-action.ts";
import { authOptions } from "../../../../server/auth/options.ts";
import { deviceWords, networkPart } from "../../../../server/auth/request-origin.ts";
import { networkOf, signInAllowed } from "../../../../server/auth/sign-in-limit.ts";
import { EMAIL } from "../../../../server/routers/names.ts";
import { services } from "../../../../server/runtime.ts";
import { keepableText } from "../../../../server/trpc/keepable-input.ts";

interface Context {
  readonly params: Promise<{ nextauth: string[] }>;
}

/** The token of a link is used by POST only, so opening the address again leads back to the page with the button. */
export async function GET(request: NextRequest, context: Context): Promise<Response> {
  if (await isLink(context)) {
    return Response.redirect(new URL(`/sign-in/confirm${request.nextUrl.search}`, env().AUTH_URL));
  }
  return NextAuth(request, context, authOptions());
}

export async function POST(request: NextRequest, context: Context): Promise<Response> {
  if (await isLink(context)) return NextAuth(await asCallback(request), context, authOptions(originOf(request)));
  if (await isAskingForLink(context)) {
    const form = await request.clone().formData();
    const { data: email } = EMAIL.safeParse(form.get("email"));
    if (email === undefined) return toError("NoAddress", 400);
    const attempt = {
      email,
      network: networkOf(request.headers.get("x-forwarded-for")),
      now: services().clock.now(),
    };
    if (!(await signInAllowed(services().db, attempt))) {
      return toError("TooMany", 429);
    }
  }
  return NextAuth(request, context, authOptions());
}

/** Where the form of the sign-in page goes on to. */
const toError = (error: string, status: number): Response =>
  Response.json({ url: new URL(`/sign-in/error?error=${error}`, env().AUTH_URL) }, { status });

function originOf({ headers }: NextRequest): SessionOrigin {
  const network = networkPart(networkOf(headers.get("x-forwarded-for")));
  return { device: deviceWords(headers.get("user-agent")), network };
}

/** next-auth takes the token from the query of a GET: the posted form becomes that. */
async function asCallback(request: NextRequest): Promise<NextRequest> {
  const form = await request.formData();
  const url = new URL("/api/auth/callback/email", env().AUTH_URL);
  for (const name of ["token", "email", "callbackUrl"]) {
    const value = form.get(name);
    if (typeof value === "string") url.searchParams.set(name, keepableText(value));
  }
  return new NextRequest(url, { headers: request.headers });
}

async function isLink({ params }: Context): Promise<boolean> {
  return authAction((await params).nextauth) === "link";
}

async function isAskingForLink({ params }: Context): Promise<boolean> {
  return authAction((await params).nextauth) === "ask for a link";
}
