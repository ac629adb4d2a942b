interface NotifyAction {
  readonly label: string;
  readonly onClick: () => void;
}

/** Says at the edge of the screen what was done, or why not; with the act that undoes it where there is one. */
export async function notify(text: string, action?: NotifyAction): Promise<void> {
  const { toast } = await import("sonner");
  toast(text, action === undefined ? {} : { action });
}
