import Link from "next/link";
import { buttonClass } from "../../ui/button.tsx";

export function AbsentPage() {
  return (
    <main className="mx-auto flex max-w-reading flex-col items-start gap-3 px-6 py-16">
      <h1 className="text-title">There is nothing at this address</h1>
      <p className="text-ink-2">
        It may have been typed wrong, or it belongs to a workspace that you are not a member of.
      </p>
      <Link href="/w" className={`${buttonClass("secondary")} mt-2`}>
        Go to your workspaces
      </Link>
    </main>
  );
}
