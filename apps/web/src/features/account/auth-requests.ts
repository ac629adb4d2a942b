/** The three requests of signing in and out; next-auth wants its own token with each. */

async function post(path: string, fields: Readonly<Record<string, string>>): Promise<string> {
  const csrf = await fetch("/api/auth/csrf");
  const { csrfToken }: { csrfToken: string } = await csrf.json();
  const answer = await fetch(`/api/auth/${path}`, {
    method: "POST",
    body: new URLSearchParams({ ...fields, csrfToken, json: "true" }),
  });
  const { url }: { url: string } = await answer.json();
  return url;
}

/** Asks for a link. Gives the address to go on to: the same whether or not the account exists. */
export function requestLink({ email, next }: { email: string; next: string }): Promise<string> {
  return post("signin/email", { email, callbackUrl: next });
}

/** Gives the address at Google to go on to. */
export const startGoogle = (next: string): Promise<string> => post("signin/google", { callbackUrl: next });

export async function signOut(): Promise<void> {
  window.location.assign(await post("signout", { callbackUrl: "/" }));
}
