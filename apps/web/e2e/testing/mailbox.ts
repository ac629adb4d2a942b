import { vi } from "vitest";
import { instance } from "./instance.ts";

interface Line {
  readonly id: string;
  readonly direction: string;
  readonly to: readonly string[];
}

/** The newest link to a path of ours that was mailed to this address, such as `/invite/`. */
export function linkTo(email: string, path: string): Promise<string> {
  const found = async () => {
    const link = await findLink(email, path);
    if (link === null) throw new Error(`No mail to ${email} leads to ${path}.`);
    return link;
  };
  return vi.waitFor(found, { timeout: 20_000, interval: 100 });
}

async function findLink(email: string, path: string): Promise<string | null> {
  const { mail } = await read<{ mail: readonly Line[] }>("/mail?limit=50");
  for (const { id } of mail.filter(({ direction, to }) => direction === "sent" && to.includes(email))) {
    const { text } = await read<{ text: string | null }>(`/mail/${encodeURIComponent(id)}`);
    const link = (text ?? "").match(/https?:\/\/\S+/g)?.find((one) => new URL(one).pathname.startsWith(path));
    if (link !== undefined) return link;
  }
  return null;
}

async function read<T>(path: string): Promise<T> {
  const answer = await fetch(new URL(path, instance().sandboxUrl));
  if (!answer.ok) throw new Error(`The sandbox's mailbox answered ${answer.status} for ${path}.`);
  return (await answer.json()) as T;
}
