import type { Metadata } from "next";
import { AbsentPage } from "../features/account/absent-page.tsx";

export const metadata: Metadata = { title: "Not found" };

export default function PageNotFound() {
  return <AbsentPage />;
}
