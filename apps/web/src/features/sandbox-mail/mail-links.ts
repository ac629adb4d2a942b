/** Web addresses of a plain text, each once; the frame with the HTML form lets nobody follow links. */
export function linksOf(text: string): readonly string[] {
  const found = text.match(/https?:\/\/[^\s<>"']+/g) ?? [];
  return [...new Set(found)].filter((link) => URL.canParse(link));
}
