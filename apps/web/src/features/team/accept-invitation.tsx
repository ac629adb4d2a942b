"use client";

import { useMutation } from "@tanstack/react-query";
import type { Outputs } from "../../server/routers/app.ts";
import { useTRPC } from "../../trpc/client.tsx";
import { Button } from "../../ui/button.tsx";
import { FormNote } from "../../ui/form-note.tsx";
import { SignOutButton } from "../account/sign-out-button.tsx";
import { ROLE_WORDS } from "./role-words.ts";

type Invitation = Outputs["team"]["invitation"];

const CLOSED = {
  expired: "It was valid for seven days. Ask whoever invited you to send it again.",
  accepted: "An invitation works once. If you accepted it, the workspace is in your list.",
  revoked: "Whoever invited you has taken it back.",
} as const;

interface AcceptInvitationProps {
  readonly token: string;
  readonly invitation: Invitation;
  readonly email: string;
}

export function AcceptInvitation({ token, invitation, email }: AcceptInvitationProps) {
  if (invitation === null) {
    return (
      <Told
        title="This invitation does not work"
        text="It may have been sent again since: use the newest mail you got."
      />
    );
  }
  if (invitation.state !== "open") return <Told title="This invitation is closed" text={CLOSED[invitation.state]} />;
  if (!invitation.forMe) return <WrongPerson email={email} />;
  return <Accept token={token} invitation={invitation} email={email} />;
}

function Told({ title, text }: { title: string; text: string }) {
  return (
    <>
      <h1 className="text-title">{title}</h1>
      <p className="mt-1 text-ink-2">{text}</p>
      <a href="/w" className="mt-6 text-accent underline underline-offset-2">
        Go to your workspaces
      </a>
    </>
  );
}

/** Says nothing of the workspace: this person was not invited. */
function WrongPerson({ email }: { email: string }) {
  return (
    <>
      <h1 className="text-title">This invitation is for another address</h1>
      <p className="mt-1 mb-6 break-words text-ink-2">
        You are signed in as {email}. Sign out and open the link again with the address that got the mail.
      </p>
      <SignOutButton />
    </>
  );
}

type Open = Omit<AcceptInvitationProps, "invitation"> & { readonly invitation: NonNullable<Invitation> };

function Accept({ token, invitation, email }: Open) {
  const api = useTRPC();
  const accept = useMutation(
    api.team.accept.mutationOptions({ onSuccess: ({ slug }) => window.location.assign(`/w/${slug}`) }),
  );
  return (
    <>
      <h1 className="text-title break-words">Join {invitation.workspace.name}</h1>
      <p className="mt-1 break-words text-ink-2">
        As {ROLE_WORDS[invitation.role].title.toLowerCase()}: {ROLE_WORDS[invitation.role].text} You are signed in as{" "}
        {email}.
      </p>
      <FormNote error={accept.error?.message ?? null} className="mt-3" />
      {accept.error?.data?.code === "PAYMENT_REQUIRED" ? (
        <p className="mt-2">
          Your invitation stays open. Ask an owner of the workspace to choose a larger plan, then join here.
        </p>
      ) : null}
      <Button
        variant="primary"
        size="large"
        className="mt-6"
        busy={accept.isPending || accept.isSuccess}
        onClick={() => accept.mutate({ token })}
      >
        Join
      </Button>
    </>
  );
}
