/** Calls `stop` and exits when a person or a supervisor ends this process; returns the function that takes it back. */
export function stopOnSignal(stop: () => Promise<void>): () => void {
  const end = (signal: NodeJS.Signals) => {
    const code = signal === "SIGINT" ? 130 : 143;
    stop().then(
      () => process.exit(code),
      () => process.exit(code),
    );
  };
  process.once("SIGINT", end);
  process.once("SIGTERM", end);
  return () => {
    process.removeListener("SIGINT", end);
    process.removeListener("SIGTERM", end);
  };
}
