import Link from "next/link";
import { Badge } from "../../ui/badge.tsx";
import { cn } from "../../ui/cn.ts";
import { EmptyState } from "../../ui/empty-state.tsx";
import { Scroller } from "../../ui/scroller.tsx";
import { Time } from "../../ui/time.tsx";
import { Wordmark } from "../../ui/wordmark.tsx";
import { linksOf } from "./mail-links.ts";

interface MailLine {
  readonly id: string;
  readonly direction: "sent" | "received";
  readonly at: string;
  readonly from: string;
  readonly to: readonly string[];
  readonly subject: string;
}

interface MailViewProps {
  readonly list: readonly MailLine[];
  readonly chosen: MailLine | null;
  readonly mail: { readonly html: string | null; readonly text: string | null } | null;
  readonly asText: boolean;
}

/** A mail program for one: the list at the left, the mail as received at the right. */
export function MailView({ list, chosen, mail, asText }: MailViewProps) {
  return (
    <div className="flex min-h-dvh flex-col">
      <header className="flex h-12 items-center gap-3 border-b border-hairline px-4">
        <Link href="/" aria-label="Heed, home" className="flex shrink-0">
          <Wordmark />
        </Link>
        <h1 className="font-semibold">Sandbox mailbox</h1>
        <p className="truncate text-small text-ink-3 max-sm:hidden">
          No mail leaves this demo; everything it sends or gets lies here.
        </p>
      </header>
      {list.length === 0 ? (
        <main>
          <EmptyState title="No mail yet" text="What Heed sends, and the notices that come back, appear here." ghosts />
        </main>
      ) : (
        <main className="grid min-h-0 flex-1 grid-cols-[360px_minmax(0,1fr)] max-md:grid-cols-1">
          <Scroller label="Mails" className="border-r border-hairline md:h-[calc(100dvh-48px)] max-md:max-h-72">
            <ul>
              {list.map((line) => (
                <MailRow key={line.id} line={line} current={line.id === chosen?.id} />
              ))}
            </ul>
          </Scroller>
          {chosen === null || mail === null ? (
            <EmptyState title="This mail is gone" text="Choose another one from the list." />
          ) : (
            <Mail line={chosen} mail={mail} asText={asText || mail.html === null} />
          )}
        </main>
      )}
    </div>
  );
}

function MailRow({ line, current }: { line: MailLine; current: boolean }) {
  return (
    <li className="border-b border-hairline">
      <Link
        href={`/sandbox/mail?id=${encodeURIComponent(line.id)}`}
        prefetch={false}
        scroll={false}
        aria-current={current ? "true" : undefined}
        className={cn("focus-inset block px-4 py-2.5", current ? "bg-accent-soft" : "hover:bg-hover")}
      >
        <span className="flex items-baseline justify-between gap-2">
          <span className="truncate font-medium">{line.subject}</span>
          <Time at={line.at} zone="UTC" className="text-small text-ink-3" />
        </span>
        <span className="mt-0.5 flex items-center gap-2 text-small text-ink-2">
          <Badge>{line.direction === "sent" ? "Sent" : "Received"}</Badge>
          <span className="truncate">{line.direction === "sent" ? line.to.join(", ") : line.from}</span>
        </span>
      </Link>
    </li>
  );
}

interface MailProps {
  readonly line: MailLine;
  readonly mail: { readonly html: string | null; readonly text: string | null };
  readonly asText: boolean;
}

function Mail({ line, mail, asText }: MailProps) {
  const address = `/sandbox/mail?id=${encodeURIComponent(line.id)}`;
  const links = linksOf(mail.text ?? "");
  return (
    <article className="flex min-w-0 flex-col p-6 max-sm:p-4">
      <h2 className="text-title">{line.subject}</h2>
      <dl className="mt-2 grid grid-cols-[56px_minmax(0,1fr)] text-small">
        <dt className="text-ink-3">From</dt>
        <dd className="truncate">{line.from}</dd>
        <dt className="text-ink-3">To</dt>
        <dd className="truncate">{line.to.join(", ")}</dd>
        <dt className="text-ink-3">At</dt>
        <dd>
          <Time at={line.at} zone="UTC" show="absolute" /> UTC
        </dd>
      </dl>
      {links.length === 0 ? null : (
        <ul aria-label="Links in this mail" className="mt-3 flex flex-wrap gap-3 text-small">
          {links.map((link) => (
            <li key={link}>
              <a href={link} className="rounded-badge break-all text-accent underline underline-offset-2">
                Open the link to {new URL(link).pathname}
              </a>
            </li>
          ))}
        </ul>
      )}
      <nav aria-label="Form of the mail" className="mt-4 flex gap-3 border-b border-hairline pb-2 text-small">
        {mail.html === null ? null : (
          <Link
            href={address}
            aria-current={asText ? undefined : "true"}
            className="rounded-badge aria-[current]:font-medium"
          >
            As mail programs show it
          </Link>
        )}
        <Link
          href={`${address}&show=text`}
          aria-current={asText ? "true" : undefined}
          className="rounded-badge aria-[current]:font-medium"
        >
          Plain text
        </Link>
      </nav>
      {asText || mail.html === null ? (
        <pre className="mt-4 font-mono text-small break-words whitespace-pre-wrap">{mail.text}</pre>
      ) : (
        // Nothing is allowed in the frame: no script, no form, no navigation; our policy lets it load nothing from elsewhere.
        <iframe
          title={`Mail: ${line.subject}`}
          sandbox=""
          srcDoc={mail.html}
          className="mt-4 min-h-120 w-full flex-1 rounded-box border border-hairline bg-surface"
        />
      )}
    </article>
  );
}
