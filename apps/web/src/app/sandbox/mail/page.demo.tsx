import type { Metadata } from "next";
import { MailView } from "../../../features/sandbox-mail/mail-view.tsx";
import { listSandboxMail, readSandboxMail } from "../../../server/sandbox-mail.ts";

export const metadata: Metadata = { title: "Sandbox mailbox", robots: { index: false } };

interface Props {
  readonly searchParams: Promise<{ id?: string; show?: string }>;
}

/** What the product sent and received. */
export default async function SandboxMailPage({ searchParams }: Props) {
  const { id, show } = await searchParams;
  const list = await listSandboxMail();
  const chosen = id === undefined ? list[0] : list.find((mail) => mail.id === id);
  const mail = chosen === undefined ? null : await readSandboxMail(chosen.id);
  return <MailView list={list} chosen={chosen ?? null} mail={mail} asText={show === "text"} />;
}
