/** Runs once when the server starts: a missing setting stops it here and not at the first visitor. */
export async function register(): Promise<void> {
  const { env } = await import("./env.ts");
  env();
}
