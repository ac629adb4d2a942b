/** The sentences of a notice's text in order, each once; what is too short to tell anything is left out. */
export function sentencesOf(text: string): readonly string[] {
  const lines = text.split(/\n+/).flatMap((line) => line.split(/(?<=[.!?。！？؟])\s+|(?<=[。！？])/));
  const sentences = lines.map((line) => line.replace(/\s+/g, " ").trim()).filter((line) => line.length >= 8);
  return [...new Set(sentences)].slice(0, 60);
}
