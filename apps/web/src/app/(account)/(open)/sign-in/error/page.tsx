import type { Metadata } from "next";
import Link from "next/link";
import { buttonClass } from "../../../../../ui/button.tsx";

export const metadata: Metadata = { title: "Sign-in did not work" };

interface Words {
  readonly title: string;
  readonly text: string;
}

const WORDS_OF_MAIL: Readonly<Record<string, Words>> = {
  Verification: {
    title: "This link does not work any more",
    text: "A link works once and for 15 minutes. Ask for another one; the old one cannot be used by anybody.",
  },
  TooMany: {
    title: "Too many links were asked for",
    text: "Look through your mail for the last one, or try again in some minutes.",
  },
  NoAddress: {
    title: "This is no e-mail address",
    text: "No link was sent. Look for a typing mistake, and ask again.",
  },
  EmailSignin: {
    title: "The mail could not be sent",
    text: "Our mail provider did not take it. Nothing is wrong with your account; try again in a moment.",
  },
};

const GOOGLE: Words = {
  title: "Google did not let you in",
  text: "The answer did not come, was not meant for this browser, or came too late. Nothing was changed. Try again, or ask for a link by mail.",
};

const OTHER: Words = {
  title: "Sign-in did not work",
  text: "Something went wrong on our side. Your account and your messages are not affected. Try again in a moment.",
};

const WORDS_OF_GOOGLE: Readonly<Record<string, Words>> = {
  AccessDenied: {
    title: "Google has not verified this address",
    text: "Nobody was signed in. Verify the address at Google, or ask for a link by mail.",
  },
  OAuthAccountNotLinked: {
    title: "This address has an account already",
    text: "Google does not vouch for addresses of other providers, so it cannot open that account. Ask for a link by mail: whoever reads it gets in.",
  },
};

function wordsOf(error: string): Words {
  const found = WORDS_OF_MAIL[error] ?? WORDS_OF_GOOGLE[error];
  return found ?? (error.startsWith("OAuth") || error === "Callback" ? GOOGLE : OTHER);
}

interface Props {
  readonly searchParams: Promise<{ error?: string }>;
}

export default async function SignInErrorPage({ searchParams }: Props) {
  const { title, text } = wordsOf((await searchParams).error ?? "");
  return (
    <>
      <h1 className="text-title">{title}</h1>
      <p className="mt-1 text-ink-2">{text}</p>
      <Link href="/sign-in" className={`${buttonClass("primary", "large")} mt-6`}>
        Ask for another link
      </Link>
    </>
  );
}
