/** What the browser's refusal means to somebody who waits for its dialog (WebAuthn level 3, §5.1: names of errors). */
export function passkeyWords(thrown: unknown): string {
  if (!(thrown instanceof Error)) return UNKNOWN;
  return (
    WORDS[thrown.name] ?? (thrown.name === "WebAuthnError" || thrown instanceof DOMException ? UNKNOWN : thrown.message)
  );
}

const UNKNOWN = "Your browser could not use a passkey here. Try an authenticator app instead.";

const WORDS: Readonly<Record<string, string>> = {
  NotAllowedError: "Nothing was confirmed, or it took too long. Try again.",
  AbortError: "Nothing was confirmed. Try again.",
  InvalidStateError: "This device or key has a passkey for your account already.",
  NotSupportedError: "This device or key cannot make such a passkey. Try another one.",
  SecurityError: "Passkeys do not work at this address. They need https and the address that your mails lead to.",
};
