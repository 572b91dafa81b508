import { type Attribution, type Inline, type Link, plainText } from '../model/article.ts';
import type { NoteBlock } from '../model/note.ts';
import type { Vocabulary } from '../model/vocabulary.ts';

/** The last `Source: …` line of a body. */
export interface SourceLine {
  readonly block: NoteBlock;
  /** The language of its label. */
  readonly lang: string;
  /** Empty if no text follows the label. */
  readonly attributions: readonly Attribution[];
}

/** The source line, if the last block of a body is one. Its label may be bold. */
export function findSourceLine(blocks: readonly NoteBlock[], vocabulary: Vocabulary): SourceLine | undefined {
  const block = blocks.at(-1);
  if (block?.type !== 'paragraph' || block.block.type !== 'paragraph') return undefined;
  for (const [label, { lang, semicolon }] of vocabulary.sourceLabels) {
    const tokens = afterLabel(block.block.tokens, label);
    if (!tokens) continue;
    const attributions = split(tokens, semicolon).map(attributionOf);
    return { block, lang, attributions: attributions.filter(({ name }) => name !== '') };
  }
  return undefined;
}

/** Whether a line begins with a source label and a colon. */
export function startsWithSourceLabel(line: string, { sourceLabels }: Vocabulary): boolean {
  return [...sourceLabels.keys()].some((label) => withoutLabel(line, label) !== undefined);
}

function withoutLabel(text: string, label: string): string | undefined {
  if (text.slice(0, label.length).toLowerCase() !== label.toLowerCase()) return undefined;
  const colon = /^\s*[:：]\s*/.exec(text.slice(label.length));
  return colon ? text.slice(label.length + colon[0].length) : undefined;
}

/** `Source: x`, `**Source:** x`, `**Source**: x` and `**Source: x**` without the label. */
function afterLabel([first, ...rest]: readonly Inline[], label: string): readonly Inline[] | undefined {
  if (first?.type === 'text') {
    const after = withoutLabel(first.text, label);
    return after === undefined ? undefined : [{ type: 'text', text: after }, ...rest];
  }
  if (first?.type !== 'strong') return undefined;
  const [next, ...others] = rest;
  if (next?.type === 'text') {
    const after = withoutLabel(plainText(first.tokens) + next.text, label);
    if (after !== undefined && next.text.endsWith(after)) return [{ type: 'text', text: after }, ...others];
  }
  const inner = afterLabel(first.tokens, label);
  return inner && (plainText(inner) === '' ? rest : [{ ...first, tokens: inner }, ...rest]);
}

/** The inlines between separators, without spaces around them. A separator inside a link or emphasis does not count. */
function split(tokens: readonly Inline[], separator: string): Inline[][] {
  const parts: Inline[][] = [[]];
  for (const token of tokens) {
    const [first = '', ...more] = token.type === 'text' ? token.text.split(separator) : [];
    if (token.type === 'text') parts.at(-1)?.push({ type: 'text', text: first });
    else parts.at(-1)?.push(token);
    for (const text of more) parts.push([{ type: 'text', text }]);
  }
  return parts.map(trimmed);
}

function trimmed(tokens: readonly Inline[]): Inline[] {
  return tokens
    .map((token, index) => {
      if (token.type !== 'text') return token;
      const text = index === 0 ? token.text.trimStart() : token.text;
      return { type: token.type, text: index === tokens.length - 1 ? text.trimEnd() : text };
    })
    .filter((token) => token.type !== 'text' || token.text !== '');
}

/** One link is a name and a URL, plain text is a name, and anything else keeps its formatting. */
function attributionOf(tokens: readonly Inline[]): Attribution {
  const name = plainText(tokens).trim();
  const only = tokens.length === 1 ? tokens[0] : undefined;
  if (only?.type === 'text') return { name };
  if (only?.type === 'link' && isPlain(only)) return { name, url: only.href };
  return { name, tokens };
}

function isPlain(link: Link): boolean {
  return link.title === undefined && link.tokens.every(({ type }) => type === 'text');
}
