import type { Metadata } from "next";
import Link from "next/link";
import { ConfirmForm } from "../../../../../features/account/confirm-form.tsx";
import { buttonClass } from "../../../../../ui/button.tsx";

export const metadata: Metadata = { title: "Finish signing in", referrer: "same-origin" };

interface Props {
  readonly searchParams: Promise<{ token?: string; email?: string; callbackUrl?: string }>;
}

/** Opening a link changes nothing, since mail scanners open links too: the button does. */
export default async function ConfirmPage({ searchParams }: Props) {
  const { token, email, callbackUrl } = await searchParams;
  if (!token || !email) return <CutLink />;
  return (
    <>
      <h1 className="text-title">Finish signing in</h1>
      <p className="mt-1 break-words text-ink-2">
        You asked to sign in as <b className="font-medium text-ink">{email}</b>.
      </p>
      <ConfirmForm token={token} email={email} callbackUrl={callbackUrl ?? "/w"} />
    </>
  );
}

/** Some mail programs break long addresses. */
function CutLink() {
  return (
    <>
      <h1 className="text-title">This link is not complete</h1>
      <p className="mt-1 text-ink-2">Copy the whole address from the mail, or ask for another link.</p>
      <Link href="/sign-in" className={`${buttonClass("primary", "large")} mt-6`}>
        Ask for another link
      </Link>
    </>
  );
}
