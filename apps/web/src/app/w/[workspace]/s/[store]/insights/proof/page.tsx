import type { Metadata } from "next";
import { ProofView } from "../../../../../../../features/proof/proof-view.tsx";
import type { Place } from "../../../../../../../features/shell/paths.ts";
import { pageTitle } from "../../../../../../../server/page-title.ts";

interface Props {
  readonly params: Promise<Place>;
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return { title: await pageTitle("Proof", await params) };
}

export default function ProofPage() {
  return <ProofView />;
}
