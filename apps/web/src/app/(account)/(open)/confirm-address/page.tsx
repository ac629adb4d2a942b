import type { Metadata } from "next";
import { CONFIRMATION_WORDS, confirmationOf } from "../../../../features/connect/confirmation-words.ts";
import { Button } from "../../../../ui/button.tsx";

export const metadata: Metadata = { title: "Confirm an address" };

interface Props {
  readonly searchParams: Promise<{ token?: string; done?: string }>;
}

/** Mail scanners open links: this page changes nothing, its button does. A plain form, for it needs no script. */
export default async function ConfirmAddressPage({ searchParams }: Props) {
  const { token, done } = await searchParams;
  const answer = confirmationOf(done);
  if (answer !== null || token === undefined) {
    const { title, text } = CONFIRMATION_WORDS[answer ?? "unknown"];
    return (
      <>
        <h1 className="text-title">{title}</h1>
        <p className="mt-2 text-ink-2">{text}</p>
      </>
    );
  }
  return (
    <>
      <h1 className="text-title">Receive buyers' answers here?</h1>
      <p className="mt-2 text-ink-2">
        Answers that buyers write to a store's messages will be forwarded to this mailbox. Heed does not read them and
        keeps them no longer than 24 hours.
      </p>
      <form method="post" action="/confirm-address/accept" className="mt-6 flex flex-col">
        <input type="hidden" name="token" value={token} />
        <Button type="submit" variant="primary" size="large">
          Yes, forward them here
        </Button>
      </form>
      <p className="mt-3 text-small text-ink-3">Do nothing if you do not want them: nothing will be forwarded.</p>
    </>
  );
}
