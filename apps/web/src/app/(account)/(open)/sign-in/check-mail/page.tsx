import type { Metadata } from "next";
import Link from "next/link";
import { env } from "../../../../../env.ts";

export const metadata: Metadata = { title: "Check your mail" };

export default function CheckMailPage() {
  const sandboxed = env().HEED_SANDBOX_URL !== undefined;
  return (
    <>
      <h1 className="text-title">Check your mail</h1>
      <p className="mt-1 text-ink-2">
        If the address is right, a link is on its way. It works once, for 15 minutes, and only in the browser where you
        press its button.
      </p>
      {sandboxed ? (
        <p className="mt-4 rounded-box border border-hairline bg-sunken px-3 py-2.5 text-small text-ink-2">
          This is a demo: no mail leaves it. Yours lies in the{" "}
          <Link href="/sandbox/mail" className="text-accent underline underline-offset-2">
            sandbox mailbox
          </Link>
          .
        </p>
      ) : null}
      <p className="mt-6 text-small text-ink-2">
        Nothing came?{" "}
        <Link href="/sign-in" className="text-accent underline underline-offset-2">
          Ask for another link
        </Link>
      </p>
    </>
  );
}
