import Link from "next/link";
import type { ReactNode } from "react";
import { Wordmark } from "../../ui/wordmark.tsx";

export default function AccountLayout({ children }: { children: ReactNode }) {
  return (
    <div className="flex min-h-dvh flex-col">
      <header className="px-6 py-5">
        <Link href="/" aria-label="Heed, home">
          <Wordmark />
        </Link>
      </header>
      <main className="mx-auto flex w-full max-w-sm flex-1 flex-col justify-center px-6 pb-32">{children}</main>
    </div>
  );
}
