import { statfs } from "node:fs/promises";
import { dirname } from "node:path";

const NEEDED = 1_000_000_000;

/** Refuses to start where the disk would fill up on the way: half-written state is worse than none. */
export async function requireDiskSpace(folder: string, needed = NEEDED): Promise<void> {
  const free = await freeBytes(folder);
  if (free >= needed) return;
  throw new Error(
    `${gigabytes(free)} free at ${folder}, and Heed needs ${gigabytes(needed)}. Please free some disk space and try again.`,
  );
}

async function freeBytes(folder: string): Promise<number> {
  try {
    const { bavail, bsize } = await statfs(folder);
    return bavail * bsize;
  } catch (error) {
    const above = dirname(folder);
    if (above === folder) throw error;
    return freeBytes(above);
  }
}

function gigabytes(bytes: number): string {
  return `${(bytes / 1_000_000_000).toFixed(1)} GB`;
}

/** Whether an error, or the text that a child printed, says that the disk is full. */
export function saysDiskFull(text: string): boolean {
  return /ENOSPC|No space left on device|: No space\b/i.test(text);
}
