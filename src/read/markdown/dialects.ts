/** A construct of a Markdown dialect that ends with its line, so that joining it with the next line would break it. */
interface LineBound {
  /** With its article. */
  readonly name: string;
  readonly line: RegExp;
}

/** To Markdown, all of these are lines of a paragraph. */
const LINE_BOUND: readonly LineBound[] = [
  { name: 'a table', line: /^(?=.*-)(?=.*\|)[-|: \t]+$/ },
  { name: 'a grid table', line: /^\+(?:[-=:]+\+)+$/ },
  { name: 'a line block', line: /^\|[ \t][^|]*$/ },
  { name: 'display math', line: /^(?:\$\$|\\\[$|\\\]$)|\$\$$/ },
  { name: 'a fenced container', line: /^:{3,}/ },
  { name: 'an admonition', line: /^(?:!!!|\?\?\?\+?)[ \t]/ },
  { name: 'an attribute list', line: /^\{:?[ \t]*[.#:\w][^{}]*\}$/ },
  { name: 'a definition list', line: /^[:~][ \t]+\S/ },
  { name: 'a block identifier', line: /^\^[\w-]+$/ },
];

/** The name of the construct in a text of several lines that another Markdown dialect binds to its line, or undefined. */
export function lineBoundConstruct(text: string): string | undefined {
  if (!text.includes('\n')) return undefined;
  for (const line of text.split('\n')) {
    const content = line.trim();
    // Nearly all lines begin with a letter.
    if (/^[A-Za-z0-9\u0080-\uffff]/.test(content) && !content.endsWith('$$')) continue;
    const found = LINE_BOUND.find((construct) => construct.line.test(content));
    if (found) return found.name;
  }
  return undefined;
}
