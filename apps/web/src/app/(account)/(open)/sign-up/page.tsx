import type { Metadata } from "next";
import Link from "next/link";
import { redirect } from "next/navigation";
import { GoogleButton } from "../../../../features/account/google-button.tsx";
import { SignInForm } from "../../../../features/account/sign-in-form.tsx";
import { getViewer } from "../../../../server/auth/get-viewer.ts";
import { googleConfigured } from "../../../../server/auth/options.ts";

export const metadata: Metadata = { title: "Sign up" };

const NEXT = "/new-workspace";

/** The same link by mail as for signing in: an address that has no account gets one when its link is used. */
export default async function SignUpPage() {
  if ((await getViewer()) !== null) redirect(NEXT);
  return (
    <>
      <h1 className="text-title">Start with Heed</h1>
      <p className="mt-1 text-ink-2">
        Enter your address, and we send you a link that opens your account. The next step is your workspace.
      </p>
      {googleConfigured() ? <GoogleButton next={NEXT} /> : null}
      <SignInForm next={NEXT} />
      <p className="mt-6 text-small text-ink-2">
        You have an account?{" "}
        <Link href="/sign-in" className="text-accent underline underline-offset-2">
          Sign in
        </Link>
      </p>
    </>
  );
}
