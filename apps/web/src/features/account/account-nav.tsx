"use client";

import { usePathname } from "next/navigation";
import { Segmented } from "../../ui/segmented.tsx";

const PAGES = [
  { key: "profile", label: "Profile", href: "/account/profile" },
  { key: "security", label: "Security", href: "/account/security" },
  { key: "sessions", label: "Sessions", href: "/account/sessions" },
  { key: "workspaces", label: "Workspaces", href: "/account/workspaces" },
] as const;

export function AccountNav() {
  const current = usePathname().split("/")[2] ?? "";
  return (
    <div className="flex">
      <Segmented label="Account" segments={PAGES} current={current} />
    </div>
  );
}
