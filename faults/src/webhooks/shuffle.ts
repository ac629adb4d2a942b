import type { Random } from "../random.ts";

export function repeated<T>(items: readonly T[], repeats: number): T[] {
  return Array.from({ length: repeats }, () => items).flat();
}

/** Fisher and Yates. */
export function shuffled<T>(items: readonly T[], random: Random): T[] {
  const mixed = [...items];
  for (let left = mixed.length - 1; left > 0; left -= 1) {
    const other = random.below(left + 1);
    const [a, b] = [mixed[left], mixed[other]];
    if (a !== undefined && b !== undefined) [mixed[left], mixed[other]] = [b, a];
  }
  return mixed;
}

/** As many at once as PROOF wants. */
export const AT_ONCE = 16;

export async function eachAtOnce<T>(items: readonly T[], work: (item: T) => Promise<void>): Promise<void> {
  const waiting = [...items];
  const take = async () => {
    for (let item = waiting.pop(); item !== undefined; item = waiting.pop()) await work(item);
  };
  await Promise.all(Array.from({ length: AT_ONCE }, take));
}
