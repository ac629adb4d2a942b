import type { Metadata } from "next";
import { AcceptInvitation } from "../../../../features/team/accept-invitation.tsx";
import { requireViewer } from "../../../../server/auth/require-viewer.ts";
import { orNotFound } from "../../../../server/or-not-found.ts";
import { ApiProvider } from "../../../../trpc/client.tsx";
import { call } from "../../../../trpc/server.tsx";

export const metadata: Metadata = { title: "Invitation", referrer: "same-origin" };

interface Props {
  readonly params: Promise<{ token: string }>;
}

/** Opening the link joins nobody: the button does, signed in with the invited address. */
export default async function InvitationPage({ params }: Props) {
  const viewer = await requireViewer();
  const { token } = await params;
  const invitation = await orNotFound(call.team.invitation({ token }));
  return (
    <ApiProvider>
      <AcceptInvitation token={token} invitation={invitation} email={viewer.email} />
    </ApiProvider>
  );
}
