"use client";

import { CircleUser, Laptop, LogOut, Moon, Sun } from "lucide-react";
import { useTheme } from "next-themes";
import { cn } from "../../ui/cn.ts";
import { Menu, MenuItem, MenuLabel, MenuSeparator } from "../../ui/menu.tsx";
import { signOut } from "../account/auth-requests.ts";
import { useShell } from "./shell-data.ts";

const THEMES = [
  { key: "system", word: "System", Icon: Laptop },
  { key: "light", word: "Light", Icon: Sun },
  { key: "dark", word: "Dark", Icon: Moon },
] as const;

export function AccountMenu({ narrow }: { narrow: boolean }) {
  const { here } = useShell();
  const { theme, setTheme } = useTheme();
  return (
    <Menu
      side="top"
      className="w-56"
      trigger={
        <button
          type="button"
          aria-label={`Account ${here.email}`}
          className={cn(
            "flex h-8 min-w-0 items-center gap-2 rounded-item px-1.5 text-left text-ink-2 hover:bg-hover hover:text-ink max-md:h-11",
            narrow && "justify-center px-0 size-8",
          )}
        >
          <CircleUser aria-hidden className="size-4 shrink-0" strokeWidth={1.75} />
          {narrow ? null : <span className="truncate text-small">{here.email}</span>}
        </button>
      }
    >
      <MenuLabel>Theme</MenuLabel>
      {THEMES.map(({ key, word, Icon }) => (
        <MenuItem key={key} onSelect={() => setTheme(key)} checked={theme === key}>
          <Icon aria-hidden className="size-4 text-ink-2" strokeWidth={1.75} />
          {word}
        </MenuItem>
      ))}
      <MenuSeparator />
      <MenuItem onSelect={() => void signOut()}>
        <LogOut aria-hidden className="size-4 text-ink-2" strokeWidth={1.75} />
        Sign out
      </MenuItem>
    </Menu>
  );
}
