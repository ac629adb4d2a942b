import { GeistMono } from "geist/font/mono";
import { GeistSans } from "geist/font/sans";
import type { Metadata, Viewport } from "next";
import { headers } from "next/headers";
import { ThemeProvider } from "next-themes";
import type { ReactNode } from "react";
import { holdEarlyClicks } from "../ui/early-clicks.ts";
import "./globals.css";

export const metadata: Metadata = {
  title: { default: "Heed", template: "%s – Heed" },
  description: "Sends the messages that an Amazon seller may send about an order, and none that the buyer refused.",
};

export const viewport: Viewport = { width: "device-width", initialScale: 1, viewportFit: "cover" };

export default async function RootLayout({ children }: { children: ReactNode }) {
  const nonce = (await headers()).get("x-nonce");
  return (
    <html lang="en" suppressHydrationWarning className={`${GeistSans.variable} ${GeistMono.variable}`}>
      <body>
        <script nonce={nonce ?? undefined} suppressHydrationWarning>{`(${holdEarlyClicks})()`}</script>
        <ThemeProvider attribute="class" disableTransitionOnChange {...(nonce === null ? {} : { nonce })}>
          {children}
        </ThemeProvider>
      </body>
    </html>
  );
}
