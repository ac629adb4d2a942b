import { createServer } from "node:http";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { realDns, sandboxDns } from "./dns.ts";

describe("the sandbox's name server", () => {
  let url = "";
  const asked: string[] = [];
  const server = createServer((request, response) => {
    asked.push(request.url ?? "");
    const name = new URL(request.url ?? "", "http://x").searchParams.get("name");
    if (name === "none") return response.writeHead(404).end("{}");
    if (name === "broken") return response.writeHead(500).end("oops");
    if (name === "redirect") return response.writeHead(302, { location: "http://127.0.0.1:1/" }).end();
    const answers = name === "split" ? [["v=DKIM1; p=AA", "BB"]] : ["10 mx.example"];
    response.writeHead(200).end(JSON.stringify({ answers }));
  });
  beforeAll(async () => {
    await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
    const address = server.address();
    url = typeof address === "object" && address !== null ? `http://127.0.0.1:${address.port}` : "";
  });
  afterAll(() => void server.close());

  it("answers records as node does: texts in parts, others plain", async () => {
    expect(await sandboxDns(url)("split", "TXT")).toEqual([["v=DKIM1; p=AA", "BB"]]);
    expect(await sandboxDns(url)("mail", "MX")).toEqual(["10 mx.example"]);
    expect(asked).toContain("/dns?name=split&type=TXT");
  });

  it("tells a missing name from a server that fails", async () => {
    await expect(sandboxDns(url)("none", "TXT")).rejects.toMatchObject({ code: "ENOTFOUND" });
    await expect(sandboxDns(url)("broken", "TXT")).rejects.toMatchObject({ code: "ESERVFAIL" });
  });

  it("follows no redirect", async () => {
    await expect(sandboxDns(url)("redirect", "TXT")).rejects.toThrow();
  });
});

it("the real one refuses types that mail checks never ask for", async () => {
  await expect(realDns("example.com", "SRV")).rejects.toMatchObject({ code: "ENOTFOUND" });
});
