import { signAsAmazon } from "@heed/sandbox/buyers/dkim";
import { readKeys } from "@heed/sandbox/keys";
import postgres from "postgres";
import { instance } from "./instance.ts";

const US = "ATVPDKIKX0DER";

/** The address at which a workspace's US store receives notices. */
export async function noticeAddress(workspaceStore: string): Promise<string> {
  const sql = postgres(instance().systemUrl, { max: 1 });
  try {
    const [row] = await sql<{ localPart: string }[]>`
      select local_part as "localPart" from address
      where kind = 'notice' and store_id = ${workspaceStore} and marketplace_id = ${US}`;
    if (row === undefined) throw new Error("The store has no notice address.");
    return `${row.localPart}@in.heed.localhost`;
  } finally {
    await sql.end();
  }
}

interface Notice {
  readonly to: string;
  readonly orderId: string;
  /** Without Amazon's signature it is a forgery: the sender's domain asks for one. */
  readonly signed: boolean;
}

/** Lets the notice of an opted-out buyer arrive, as Amazon words it in English. */
export async function sendNotice({ to, orderId, signed }: Notice): Promise<void> {
  const mail = noticeText({ to, orderId });
  const key = { domain: "amazon.com", privateKey: readKeys(instance().sandboxFolder).dkim };
  const raw = signed ? await signAsAmazon(mail, key) : mail;
  const answer = await fetch(new URL("/mail/inbound", instance().sandboxUrl), {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify({ to, rawBase64: raw.toString("base64") }),
  });
  if (answer.status !== 201) throw new Error(`The sandbox did not take the mail: ${answer.status}`);
}

function noticeText({ to, orderId }: { to: string; orderId: string }): Buffer {
  const lines = [
    "From: auto-communication@amazon.com",
    `To: ${to}`,
    "Subject: Your message to a buyer could not be delivered",
    `Date: ${new Date().toUTCString().replace("GMT", "+0000")}`,
    `Message-ID: <${crypto.randomUUID()}@amazon.com>`,
    "MIME-Version: 1.0",
    "Content-Type: text/plain; charset=utf-8",
    "",
    "Dear Seller,",
    "",
    `We were unable to deliver the message you sent for order ${orderId} because the buyer has chosen to opt out of receiving unsolicited messages from sellers.`,
    "",
  ];
  return Buffer.from(lines.join("\r\n"), "utf8");
}
