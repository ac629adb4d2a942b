"use client";

import { useTheme } from "next-themes";
import { Toaster as Sonner } from "sonner";

export function Toaster() {
  const { resolvedTheme } = useTheme();
  return (
    <Sonner
      theme={resolvedTheme === "dark" ? "dark" : "light"}
      position="bottom-right"
      visibleToasts={3}
      duration={4000}
      toastOptions={{
        unstyled: true,
        classNames: {
          toast:
            "flex w-full items-center gap-3 rounded-box border border-hairline bg-surface px-4 py-3 text-body text-ink shadow-float",
          content: "min-w-0 flex-1",
          actionButton: "shrink-0 rounded-item px-2 py-1 font-medium whitespace-nowrap text-accent hover:bg-hover",
        },
      }}
    />
  );
}
