"use client";

import { CircleUser, Laptop, LogOut, Moon, Sun } from "lucide-react";
import { useTheme } from "next-themes";
import { Menu, MenuItem, MenuLabel, MenuLink, MenuSeparator } from "../../ui/menu.tsx";
import type { TriggerElement } from "../../ui/on-demand.tsx";
import { signOut } from "../account/auth-requests.ts";

const THEMES = [
  { key: "system", word: "System", Icon: Laptop },
  { key: "light", word: "Light", Icon: Sun },
  { key: "dark", word: "Dark", Icon: Moon },
] as const;

export function AccountMenuItems({ trigger }: { trigger: TriggerElement }) {
  const { theme, setTheme } = useTheme();
  return (
    <Menu trigger={trigger} side="top" className="w-56">
      <MenuLabel>Theme</MenuLabel>
      {THEMES.map(({ key, word, Icon }) => (
        <MenuItem key={key} onSelect={() => setTheme(key)} checked={theme === key}>
          <Icon aria-hidden className="size-4 text-ink-2" strokeWidth={1.75} />
          {word}
        </MenuItem>
      ))}
      <MenuSeparator />
      <MenuLink href="/account/profile">
        <CircleUser aria-hidden className="size-4 text-ink-2" strokeWidth={1.75} />
        Your account
      </MenuLink>
      <MenuItem onSelect={() => void signOut()}>
        <LogOut aria-hidden className="size-4 text-ink-2" strokeWidth={1.75} />
        Sign out
      </MenuItem>
    </Menu>
  );
}
