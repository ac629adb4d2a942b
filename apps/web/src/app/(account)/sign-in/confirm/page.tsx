import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { ConfirmForm } from "../../../../features/account/confirm-form.tsx";

export const metadata: Metadata = { title: "Finish signing in", referrer: "same-origin" };

interface Props {
  readonly searchParams: Promise<{ token?: string; email?: string; callbackUrl?: string }>;
}

/** Opening a link changes nothing, since mail scanners open links too: the button does. */
export default async function ConfirmPage({ searchParams }: Props) {
  const { token, email, callbackUrl } = await searchParams;
  if (!token || !email) redirect("/sign-in/error?error=Verification");
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
