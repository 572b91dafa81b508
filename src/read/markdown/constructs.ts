import { type Span, span, VERBATIM } from '../../text/index.ts';
import { MATH } from './lexer/math.ts';

/**
 * A construct of another Markdown dialect or of a site generator. Here it is text, so readers see it as typed.
 */
export interface Construct {
  /** What the construct is called, without an article: `attribute list`. */
  readonly name: string;
  /** Has the flags `g` and `m`, and takes linear time. Code is masked before the search, see `VERBATIM`. */
  readonly pattern: RegExp;
  /** What to write instead: one imperative sentence. */
  readonly advice: string;
}

/** A construct that is a whole line. Its first group is what comes before: indentation and the markers of quotes. */
function line(name: string, pattern: string, advice: string): Construct {
  return { name, pattern: new RegExp(`^([ \\t>]*)${pattern}[ \\t]*$`, 'gm'), advice };
}

function inline(name: string, pattern: RegExp, advice: string): Construct {
  return { name, pattern, advice };
}

const REMOVE = 'Remove it, because only another program reads it.';
const WORDS = 'Write it as plain text.';

/** Not a link to a template's expression, which may have spaces. */
export const SPACED_LINK: Construct = inline(
  'link with a space in its URL',
  /!\[[^[\]\n]*\]\((?!<|[^()\n]*\{[{%])[^()\s<>"]+(?: +[^()\s<>"]+)+(?:[ \t]+"[^"\n]*")?\)|\[[^[\]\n]*\]\((?!<|[^()\n]*\{[{%])[^()\s<>"]+(?: +[^()\s<>"]+)*(?:\/[^()\s<>"]*|\.[a-z]{2,5})(?:[ \t]+"[^"\n]*")?\)/gm,
  'Put the URL between < and >.',
);

export const UNDEFINED_FOOTNOTE: Construct = inline(
  'undefined footnote',
  /\[\^[^[\]\s]{1,100}\]/gm,
  'Define it on a line of its own, as in `[^1]: Register, page 4.`',
);

/** In the order in which they are tried: what one has found, the others do not find again. */
export const CONSTRUCTS: readonly Construct[] = [
  line('container', ':{3,}(?:[ \\t]*[\\w{.-][^\\n]*)?', 'Write a quote that starts with `> [!NOTE]`.'),
  line('admonition', '(?:!!!|\\?\\?\\?\\+?)[ \\t]+[a-z][^\\n]*', 'Write a quote that starts with `> [!NOTE]`.'),
  line('alert', '\\[![a-zA-Z]+\\][-+]?', 'Use a kind such as NOTE, at the top level, with text in the lines below.'),
  line('table of contents', '(?:\\[TOC\\]|\\[toc\\]|\\[\\[_?(?:TOC|toc)_?\\]\\]|\\{:toc\\})', REMOVE),
  line('abbreviation', '\\*\\[[^\\]\\n]+\\]:[^\\n]*', 'Write the full name in the text.'),
  line('definition', ':[ \\t]+\\S[^\\n]*', 'Write a list, with the term in bold.'),
  line('display math', '(?:\\$\\$[^\\n]*|[^\\n$]*\\$\\$)', WORDS),
  line('grid table', '\\+(?:[-=]{3,}\\+)+', 'Write a table with bars: `| City | Ships |`.'),
  line('line block', '\\|[ \\t]+[^\\s|][^|\\n]*', 'Add a backslash to the end of each line instead.'),
  line('attribute list', '\\{:?[ \\t]*(?:[#.][\\w-]+|[\\w-]+=[^{}\\n]*)[^{}\\n]*\\}', REMOVE),
  { name: 'block id', pattern: /(?<=[ \t])()\^[A-Za-z][\w-]*[ \t]*$/gm, advice: REMOVE },
  inline(
    'attribute list',
    /\{:[^{}\n]*\}|\{[#.][A-Za-z][^{}\n]*\}|(?<=[)\]\ufdd0\ufffc*_])\{[\w-]+=[^{}\n]*\}/gm,
    REMOVE,
  ),
  inline('shortcode', /\{\{[<%][^\n]{0,500}?[>%]\}\}|\{%[^\n]{0,500}?%\}/gm, REMOVE),
  UNDEFINED_FOOTNOTE,
  inline('wiki link', /!?\[\[[^[\]\n]+\]\]/gm, 'Write [text](https://…).'),
  inline('citation', /\[-?@[A-Za-z_][^[\]\n]*\]/gm, 'Name the source in the text, or link to it.'),
  SPACED_LINK,
  inline(
    'link without a definition',
    /(?<![\w\]\\])!?\[(?![\^@!])[^[\]\n]+\]\[(?!\^)[^[\]\n]*\]/gm,
    'Define the label, as in `[label]: https://…`, or write [text](https://…).',
  ),
  inline('highlight', /(?<![=\w<>!])==(?=[^\s=])[^=\n]*[^\s=]==(?![=\w])/gm, 'Use **bold** or *italics*.'),
  inline('superscript', /(?<=[\w)])\^[\w+-]{1,20}\^(?!\^)/gm, 'Write `<sup>…</sup>`.'),
  inline('subscript', /(?<=[A-Za-z)])~\d{1,3}[+-]?~(?!~)/gm, 'Write `<sub>…</sub>`.'),
  inline('math', MATH, WORDS),
];

export interface FoundConstruct {
  readonly construct: Construct;
  readonly span: Span;
}

/** Whether a text could contain a construct: a quick test that rules out most texts. */
const POSSIBLE = /[[{^$~]|==|^[ \t>]*(?:[:|+*]|!!!|\?\?\?)/m;

/** The constructs of other dialects in a text without code, by start. The text may have several lines. */
export function constructsIn(text: string): readonly FoundConstruct[] {
  if (!POSSIBLE.test(text)) return [];
  const found: FoundConstruct[] = [];
  let rest = text;
  for (const construct of CONSTRUCTS) {
    for (const { 0: match, 1: lead = '', index } of rest.matchAll(construct.pattern))
      found.push({ construct, span: span(index + lead.length, index + match.trimEnd().length) });
    rest = rest.replace(construct.pattern, (match) => VERBATIM.repeat(match.length));
  }
  return found.sort((a, b) => a.span.start - b.span.start);
}
