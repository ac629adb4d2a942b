/** Tells something in passing. The library for it is loaded when the first thing is told. */
export async function say(text: string): Promise<void> {
  const { toast } = await import("sonner");
  toast(text);
}
