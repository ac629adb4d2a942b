/** The one question for a second factor that is open in this tab; calls that need it at once share it. */
interface Question {
  readonly answer: Promise<boolean>;
  readonly settle: (given: boolean) => void;
}

let open: Question | null = null;
const listeners = new Set<() => void>();

export function askForFactor(): Promise<boolean> {
  if (typeof window === "undefined") return Promise.resolve(false);
  if (open !== null) return open.answer;
  const { promise, resolve } = Promise.withResolvers<boolean>();
  open = { answer: promise, settle: resolve };
  tell();
  return promise;
}

export function answerFactor(given: boolean): void {
  open?.settle(given);
  open = null;
  tell();
}

export const isFactorAsked = (): boolean => open !== null;

export function onFactorAsked(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

function tell(): void {
  for (const listener of listeners) listener();
}
