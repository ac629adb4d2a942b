import type { Metadata } from "next";
import Link from "next/link";
import { redirect } from "next/navigation";
import { GoogleButton } from "../../../../features/account/google-button.tsx";
import { SignInForm } from "../../../../features/account/sign-in-form.tsx";
import { getViewer } from "../../../../server/auth/get-viewer.ts";
import { googleConfigured } from "../../../../server/auth/options.ts";
import { ownPath } from "../../../../server/auth/own-path.ts";

export const metadata: Metadata = { title: "Sign in" };

interface Props {
  readonly searchParams: Promise<{ next?: string; error?: string }>;
}

export default async function SignInPage({ searchParams }: Props) {
  const { next: wanted, error } = await searchParams;
  // next-auth sends some failures here; the page beside this one has the words for them.
  if (error !== undefined) redirect(`/sign-in/error?error=${encodeURIComponent(error)}`);
  const next = ownPath(wanted);
  if ((await getViewer()) !== null) redirect(next);
  return (
    <>
      <h1 className="text-title">Sign in to Heed</h1>
      <p className="mt-1 text-ink-2">We send you a link. There is no password to remember, or to lose.</p>
      {googleConfigured() ? <GoogleButton next={next} /> : null}
      <SignInForm next={next} />
      <p className="mt-6 text-small text-ink-2">
        New here?{" "}
        <Link href="/sign-up" className="text-accent underline underline-offset-2">
          Sign up
        </Link>
      </p>
    </>
  );
}
