import type { Metadata } from "next";
import { ConfirmEmail } from "../../../features/account/confirm-email.tsx";

export const metadata: Metadata = { title: "Confirm your address", referrer: "same-origin" };

interface Props {
  readonly searchParams: Promise<{ token?: string }>;
}

/** Opening the link changes nothing, since mail scanners open links too: the button does. */
export default async function ConfirmEmailPage({ searchParams }: Props) {
  return <ConfirmEmail token={(await searchParams).token ?? ""} />;
}
