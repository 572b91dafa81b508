/** Characters that roff changes in a text, and how to keep them. */
const SPECIAL: Readonly<Record<string, string>> = {
  '\\': '\\e',
  '-': '\\-',
  "'": '\\(aq',
  '"': '\\(dq',
  '`': '\\(ga',
  '^': '\\(ha',
  '~': '\\(ti',
};

/** A line of text for roff. A full stop at its start would be a request. */
export function escaped(text: string): string {
  const plain = text
    .replace(/[\\\-'"`^~]/g, (character) => SPECIAL[character] ?? character)
    .replace(/[^\0-\x7f]/gu, (character) => {
      const hex = (character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0');
      return `\\[u${hex}]`;
    });
  return plain.startsWith('.') ? `\\&${plain}` : plain;
}

/** A text as one argument of a macro. */
export function quoted(text: string): string {
  return `"${escaped(text)}"`;
}
