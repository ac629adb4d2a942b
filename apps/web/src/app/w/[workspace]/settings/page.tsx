import type { Metadata } from "next";
import { SettingsView } from "../../../../features/workspace/settings-view.tsx";
import { orNotFound } from "../../../../server/or-not-found.ts";
import { call } from "../../../../trpc/server.tsx";

interface Props {
  readonly params: Promise<{ workspace: string }>;
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { name } = await orNotFound(call.workspace.current(await params));
  return { title: `Settings · ${name}` };
}

export default async function SettingsPage({ params }: Props) {
  await orNotFound(call.workspace.current(await params));
  return <SettingsView />;
}
