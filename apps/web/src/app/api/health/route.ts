/** The process answers. Whether it can work is told by /api/ready. */
export function GET(): Response {
  return Response.json({ status: "ok" });
}
