import { isSellerId } from "@heed/core/marketplace/consent";
import type { Metadata } from "next";
import Link from "next/link";
import { AppstorePanel } from "../../../../../features/connect/appstore-panel.tsx";
import { requireViewer } from "../../../../../server/auth/require-viewer.ts";
import { ApiProvider } from "../../../../../trpc/client.tsx";
import { call } from "../../../../../trpc/server.tsx";
import { buttonClass } from "../../../../../ui/button.tsx";

export const metadata: Metadata = { title: "Connect your Amazon account" };

interface Props {
  readonly searchParams: Promise<{ amazon_callback_uri?: string; amazon_state?: string; selling_partner_id?: string }>;
}

/** Amazon's Appstore sends sellers here; whoever has no session signs in first and comes back. */
export default async function AppstoreLoginPage({ searchParams }: Props) {
  await requireViewer();
  const asked = await searchParams;
  const { amazon_callback_uri: amazonCallbackUri, amazon_state: amazonState, selling_partner_id: sellerId } = asked;
  const complete = amazonCallbackUri !== undefined && amazonState !== undefined && isSellerId(sellerId ?? "");
  if (!complete || sellerId === undefined) return <Incomplete />;
  const workspaces = await call.workspace.list();
  return (
    <ApiProvider>
      <h1 className="text-title">Connect your Amazon account</h1>
      <p className="mt-1 text-ink-2">
        You began in Amazon's Appstore with the account <span className="font-mono">{sellerId}</span>. Choose the
        workspace that it should belong to.
      </p>
      <AppstorePanel workspaces={workspaces} begun={{ amazonCallbackUri, amazonState, sellerId }} />
    </ApiProvider>
  );
}

function Incomplete() {
  return (
    <>
      <h1 className="text-title">This link is incomplete</h1>
      <p className="mt-2 text-ink-2">
        It does not say which Amazon account began. Start again from Heed's page in Amazon's Appstore, or connect the
        store from here.
      </p>
      <Link href="/w" className={`${buttonClass("primary", "large")} mt-6`}>
        Go to your workspaces
      </Link>
    </>
  );
}
