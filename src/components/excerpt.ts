/** The first sentences of a text, up to about a number of characters. */
export function toFirstSentences(text: string, most = 140): string {
  const sentences = text.split(/(?<=[.?!…])\s+/);
  let excerpt = sentences[0] ?? '';
  for (const sentence of sentences.slice(1)) {
    if (excerpt.length + sentence.length >= most) break;
    excerpt += ` ${sentence}`;
  }
  return excerpt;
}
