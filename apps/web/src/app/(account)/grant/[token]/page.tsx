import type { Metadata } from "next";
import { AcceptGrant } from "../../../../features/team/accept-grant.tsx";
import { requireViewer } from "../../../../server/auth/require-viewer.ts";
import { orNotFound } from "../../../../server/or-not-found.ts";
import { ApiProvider } from "../../../../trpc/client.tsx";
import { call } from "../../../../trpc/server.tsx";

export const metadata: Metadata = { title: "Access for your agency", referrer: "same-origin" };

interface Props {
  readonly params: Promise<{ token: string }>;
}

export default async function GrantPage({ params }: Props) {
  await requireViewer();
  const { token } = await params;
  const [offer, workspaces] = await Promise.all([orNotFound(call.grant.offered({ token })), call.workspace.list()]);
  const agencies = workspaces.filter(
    ({ kind, role, throughAgency }) => kind === "agency" && throughAgency === null && /owner|admin/.test(role),
  );
  return (
    <ApiProvider>
      <AcceptGrant token={token} offer={offer} agencies={agencies} />
    </ApiProvider>
  );
}
