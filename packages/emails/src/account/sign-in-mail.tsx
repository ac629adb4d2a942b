import { Button, Link, render, Text } from "react-email";
import { AccountLayout } from "./account-layout.tsx";

export interface SignInMailInput {
  /** The magic link; it holds a token, so the mail must not be logged. */
  readonly url: string;
  readonly expiresMinutes: number;
}

export interface AccountMail {
  readonly subject: string;
  readonly html: string;
  readonly text: string;
}

const paragraph = { color: "#171717", fontSize: "15px", lineHeight: "24px" };
const button = {
  backgroundColor: "#171717",
  borderRadius: "6px",
  color: "#ffffff",
  fontSize: "15px",
  padding: "10px 16px",
};
const address = { color: "#525252", fontSize: "13px", wordBreak: "break-all" as const };

export function SignInMail({ url, expiresMinutes }: SignInMailInput) {
  return (
    <AccountLayout
      title="Sign in to Heed"
      preview={`The link is valid for ${expiresMinutes} minutes.`}
      reason="You get this mail because somebody entered this address on the sign-in page. If it was not you, ignore it."
    >
      <Text style={paragraph}>This link signs you in. It works once and is valid for {expiresMinutes} minutes.</Text>
      <Button href={url} style={button}>
        Sign in
      </Button>
      <Text style={paragraph}>If the button does not work, copy this address into your browser:</Text>
      <Link href={url} style={address}>
        {url}
      </Link>
    </AccountLayout>
  );
}

/** The mail with a magic link, as HTML and plain text. React escapes whatever stands in the link. */
export async function renderSignInMail(input: SignInMailInput): Promise<AccountMail> {
  const url = requireHttp(input.url);
  return {
    subject: "Sign in to Heed",
    html: await render(<SignInMail url={url} expiresMinutes={input.expiresMinutes} />),
    text: [
      "Sign in to Heed",
      `This link signs you in. It works once and is valid for ${input.expiresMinutes} minutes.`,
      url,
      "You get this mail because somebody entered this address on the sign-in page. If it was not you, ignore it.",
      "",
    ].join("\n\n"),
  };
}

/** @throws TypeError where the link is no web address: it would be ours to fix, not the reader's. */
function requireHttp(url: string): string {
  const parsed = new URL(url);
  if (parsed.protocol !== "https:" && parsed.protocol !== "http:") {
    throw new TypeError("a sign-in link must be a web address");
  }
  return parsed.href;
}
