interface Waiting<Input, Output> {
  readonly input: Input;
  readonly resolve: (output: Output) => void;
  readonly reject: (error: unknown) => void;
}

export interface BatcherOptions<Input, Output> {
  /** Gets at least one input, answers one output for each, in order. */
  readonly flush: (inputs: readonly Input[]) => Promise<readonly Output[]>;
  readonly limit: number;
}

/**
 * Joins what concurrent callers hand in while an earlier flush is running, so that a busy engine commits once for
 * many runs and an idle one at once. One flush at a time.
 */
export function createBatcher<Input, Output>(
  options: BatcherOptions<Input, Output>,
): (input: Input) => Promise<Output> {
  const waiting: Waiting<Input, Output>[] = [];
  let running = false;

  async function drain() {
    while (waiting.length > 0) await flushSome(waiting.splice(0, options.limit), options);
    running = false;
  }

  return (input) =>
    new Promise((resolve, reject) => {
      waiting.push({ input, resolve, reject });
      if (running) return;
      running = true;
      // Callers that are woken by the same answer of the database come in the same turn: let them in.
      setImmediate(() => void drain());
    });
}

async function flushSome<Input, Output>(
  batch: readonly Waiting<Input, Output>[],
  options: BatcherOptions<Input, Output>,
) {
  try {
    const outputs = await options.flush(batch.map((one) => one.input));
    batch.forEach((one, index) => {
      const output = outputs[index];
      if (output === undefined) one.reject(new Error("A flush answered fewer outputs than it got inputs"));
      else one.resolve(output);
    });
  } catch (error) {
    for (const one of batch) one.reject(error);
  }
}
