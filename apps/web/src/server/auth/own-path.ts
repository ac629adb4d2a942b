/** Only a path of ours: an address from outside must not send people elsewhere. */
export function ownPath(next: string | undefined): string {
  return next !== undefined && /^\/(?![/\\])/.test(next) && !hasControlCharacter(next) ? next : "/w";
}

/** Browsers drop tabs and line ends out of addresses, so "/\t/evil.example" would become "//evil.example". */
const hasControlCharacter = (text: string): boolean => [...text].some((sign) => sign < " ");
