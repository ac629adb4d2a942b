/** Host and port of a stand-in on this machine; null: Stripe's own address. */
export function localEndpoint(url: string | undefined): { readonly host: string; readonly port: number } | null {
  if (url === undefined) return null;
  const { hostname, port } = new URL(url);
  return { host: hostname, port: Number(port) };
}
