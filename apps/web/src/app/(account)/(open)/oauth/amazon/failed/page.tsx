import type { Metadata } from "next";
import Link from "next/link";
import { forwardPage, REFUSAL_WORDS, refusalOf } from "../../../../../../features/connect/refusal-words.ts";
import { buttonClass } from "../../../../../../ui/button.tsx";

export const metadata: Metadata = { title: "The store is not connected" };

interface Props {
  readonly searchParams: Promise<{ why?: string; workspace?: string }>;
}

export default async function AuthorisationFailedPage({ searchParams }: Props) {
  const { why, workspace } = await searchParams;
  const refusal = refusalOf(why) ?? "amazon";
  const { title, text, forward } = REFUSAL_WORDS[refusal];
  const { path, label } = forwardPage(refusal);
  const slug = workspace !== undefined && /^[a-z0-9-]{1,64}$/.test(workspace) ? workspace : null;
  return (
    <>
      <h1 className="text-title">{title}</h1>
      <p className="mt-2 text-ink-2">{text}</p>
      <p className="mt-2">{forward}</p>
      <Link href={slug === null ? "/w" : `/w/${slug}/${path}`} className={`${buttonClass("primary", "large")} mt-6`}>
        {label}
      </Link>
    </>
  );
}
