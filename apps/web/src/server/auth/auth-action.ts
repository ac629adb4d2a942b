/**
 * What next-auth takes a request for: the first two parts of the path, whatever follows them (next-auth 4.24,
 * next/index.js). A guard that compared the whole path would be walked around by one part more.
 */
export function authAction(parts: readonly string[]): "link" | "ask for a link" | "other" {
  const [action, provider] = parts;
  if (provider !== "email") return "other";
  if (action === "callback") return "link";
  return action === "signin" ? "ask for a link" : "other";
}
