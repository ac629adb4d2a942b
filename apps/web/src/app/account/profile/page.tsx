import type { Metadata } from "next";
import { ProfileView } from "../../../features/account/profile-view.tsx";
import { orNotFound } from "../../../server/or-not-found.ts";
import { call } from "../../../trpc/server.tsx";

export const metadata: Metadata = { title: "Profile" };

export default async function ProfilePage() {
  return <ProfileView profile={await orNotFound(call.account.profile())} />;
}
