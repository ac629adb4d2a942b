import { notFound } from "next/navigation";
import type { ReactNode } from "react";
import { mailIsSandboxed } from "../../server/sandbox-mail.ts";

/** Where mail really goes out there is no such address; said before anything is drawn, so that the status is 404. */
export default function SandboxLayout({ children }: { children: ReactNode }) {
  if (!mailIsSandboxed()) notFound();
  return children;
}
