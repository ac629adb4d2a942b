import Link from "next/link";
import { buttonClass } from "../../ui/button.tsx";
import { Wordmark } from "../../ui/wordmark.tsx";

/** At the top of the pages that anybody may read. */
export function PublicHeader() {
  return (
    <header className="flex h-16 items-center justify-between gap-3">
      <Link href="/" aria-label="Heed, to the first page" className="rounded-item">
        <Wordmark />
      </Link>
      <nav aria-label="Pages" className="flex items-center gap-2">
        <Link href="/pricing" className={buttonClass("ghost")}>
          Pricing
        </Link>
        <Link href="/sign-in" className={buttonClass("secondary")}>
          Sign in
        </Link>
      </nav>
    </header>
  );
}
