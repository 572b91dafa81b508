import type { MarkedToken, Token, Tokens } from 'marked';
import { withoutComments } from './html.ts';
import type { FootnoteReferenceToken } from './lexer/footnote.ts';
import { linesOf } from './places.ts';
import type { SourceBlock } from './source-block.ts';
import type { Content, Followed, InlineNode, Nested, TextLine } from './tree.ts';
import { decodeReferences, ESCAPE, unescapeText } from './unescape.ts';

/** Most consumers look at few texts, so the inlines and the lines are found on demand. */
export class LazyContent implements Content {
  readonly text: string;
  readonly #tokens: readonly Token[];
  readonly #findLines: () => readonly TextLine[];
  #inlines: Followed | undefined;
  #lines: readonly TextLine[] | undefined;

  constructor(text: string, tokens: readonly Token[], findLines: () => readonly TextLine[]) {
    this.text = text;
    this.#tokens = tokens;
    this.#findLines = findLines;
  }

  get inlines(): Followed {
    this.#inlines ??= followed(this.text, this.#tokens);
    return this.#inlines;
  }

  get lines(): readonly TextLine[] {
    this.#lines ??= this.#findLines();
    return this.#lines;
  }
}

/** The content of a paragraph or a heading that starts on a line. The box of a task is not part of it. */
export function contentOf(
  { text: whole, tokens = [] }: Tokens.Paragraph | Tokens.Text | Tokens.Heading,
  sourceBlock: SourceBlock,
  line: number,
): Content {
  const [first] = tokens;
  const isTask = first?.type === 'checkbox';
  const text = isTask ? whole.slice(first.raw.length) : whole;
  return new LazyContent(text, isTask ? tokens.slice(1) : tokens, () => linesOf(text, sourceBlock, line));
}

function followed(text: string, tokens: readonly Token[]): Followed {
  const found = follow(text, tokens, 0);
  return found.end === undefined ? follow(text, tokens, undefined) : found;
}

/** The nodes of tokens whose `raw` together are the text from an offset on. */
function follow(text: string, tokens: readonly Token[], from: number | undefined): Followed {
  let end = from;
  const nodes: InlineNode[] = [];
  for (const token of tokens) {
    if (end !== undefined && !text.startsWith(token.raw, end)) end = undefined;
    const node = nodeOf(token as MarkedToken | FootnoteReferenceToken, text, end);
    if (node) nodes.push(node);
    if (end !== undefined) end += token.raw.length;
  }
  pairTags(nodes);
  return { nodes, end };
}

const TAG = /^<(?:(\/?)(sub|sup)|(br)[ \t]*\/?)>$/i;

/** Makes tags of `<br>` and of each `<sub>` and `<sup>` with its end, in place. What is not balanced stays HTML. */
function pairTags(nodes: InlineNode[]): void {
  const open: { readonly index: number; readonly name: string }[] = [];
  for (const [index, { type, raw, at }] of nodes.entries()) {
    const [, slash, script, br] = (type === 'html' && TAG.exec(raw)) || [];
    const name = script?.toLowerCase();
    if (br !== undefined) nodes[index] = { type: 'tag', raw, at, name: 'br', isEnd: false };
    if (name !== 'sub' && name !== 'sup') continue;
    const start = open.at(-1);
    if (slash === '') open.push({ index, name });
    else if (start?.name === name) {
      open.pop();
      const { raw: opener = '', at: from } = nodes[start.index] ?? {};
      nodes[start.index] = { type: 'tag', raw: opener, at: from, name, isEnd: false };
      nodes[index] = { type: 'tag', raw, at, name, isEnd: true };
    }
  }
}

function nested(text: string, tokens: readonly Token[], from: number | undefined, to: number): Nested {
  if (from !== undefined) {
    const { nodes, end } = follow(text, tokens, from);
    if (end === to) return { inlines: nodes, isFollowed: true };
  }
  return { inlines: follow(text, tokens, undefined).nodes, isFollowed: false };
}

function nodeOf(
  token: MarkedToken | FootnoteReferenceToken,
  text: string,
  at: number | undefined,
): InlineNode | undefined {
  const { type, raw } = token;
  switch (type) {
    case 'text':
    case 'br':
      return { type, raw, at };
    case 'escape':
    case 'codespan':
      return { type, raw, at, text: token.text };
    case 'html':
      return { type: raw.startsWith('<!--') ? 'comment' : 'html', raw, at };
    case 'em':
    case 'strong':
    case 'del': {
      const width = type === 'strong' || raw.startsWith('~~') ? 2 : 1;
      const start = at === undefined ? undefined : at + width;
      const { inlines, isFollowed } = nested(text, token.tokens, start, (at ?? 0) + raw.length - width);
      return { type, raw, at, width, inlines, isFollowed };
    }
    case 'link':
    case 'image':
      return linkNode(token, text, at);
    case 'footnote-reference':
      return { type: 'footnote', raw, at, label: token.label };
    case 'checkbox':
      return undefined;
    default:
      throw new Error(`marked gave an inline token of type ${type}`);
  }
}

function linkNode(token: Tokens.Link | Tokens.Image, text: string, at: number | undefined): InlineNode {
  const { type, raw, title } = token;
  if (token.type === 'link' && token.autolink) {
    // Between angle brackets a backslash is a backslash. Before punctuation in a bare URL, it is there for other programs.
    const [href, text] = raw.startsWith('<')
      ? [decodeReferences(token.href), token.text]
      : [unescapeText(token.href), token.text.replace(ESCAPE, '$1')];
    return { type, raw, at, href, text, isAutolink: true, labelLength: 0, inlines: [], isFollowed: false };
  }
  const labelLength = token.tokens.reduce((length, { raw }) => length + raw.length, 0);
  const open = type === 'image' ? 2 : 1;
  const start = at === undefined ? undefined : at + open;
  const { inlines, isFollowed } = nested(text, token.tokens, start, (start ?? 0) + labelLength);
  const href = unescapeText(token.href);
  // Readers see the URL of a link without a text, as that of an autolink.
  const isAutolink = type === 'link' && href !== '' && decodeReferences(withoutComments(token.text).text).trim() === '';
  const words = isAutolink ? href : token.text;
  // One literal each: spreading optional parts takes longer than finding the inlines.
  return title
    ? {
        type,
        raw,
        at,
        href,
        title: unescapeText(title),
        text: words,
        isAutolink,
        labelLength,
        inlines,
        isFollowed,
      }
    : { type, raw, at, href, text: words, isAutolink, labelLength, inlines, isFollowed };
}
