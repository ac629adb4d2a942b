import Link from "next/link";

const LINK = "rounded-badge underline underline-offset-2 hover:text-ink";

export function PublicFooter() {
  return (
    <footer className="flex flex-wrap items-center justify-between gap-3 border-t border-hairline py-8 text-small text-ink-3">
      <span>Heed is open source under Apache-2.0 and not affiliated with Amazon.</span>
      <span className="flex gap-4">
        <Link href="/pricing" className={LINK}>
          Pricing
        </Link>
        <Link href="/sign-in" className={LINK}>
          Sign in
        </Link>
      </span>
    </footer>
  );
}
