import { type Attribution, type Inline, type Link, plainText } from '../model/article.ts';
import type { NoteBlock } from '../model/note.ts';
import type { Vocabulary } from './vocabulary.ts';

/** The last `Source: …` line of a body. */
export interface SourceLine {
  readonly block: NoteBlock;
  /** The language of its label. */
  readonly lang: string;
  readonly attribution: Attribution;
}

/** The source line, when the last block of a body is one. */
export function findSourceLine(blocks: readonly NoteBlock[], vocabulary: Vocabulary): SourceLine | undefined {
  const block = blocks.at(-1);
  if (block?.block.type !== 'paragraph') return undefined;
  const [first, ...rest] = block.block.tokens;
  if (first?.type !== 'text') return undefined;
  for (const [label, lang] of vocabulary.sourceLabels) {
    const after = withoutLabel(first.text, label);
    if (after === undefined) continue;
    const tokens: Inline[] = after === '' ? rest : [{ type: 'text', text: after }, ...rest];
    return { block, lang, attribution: attributionOf(tokens) };
  }
  return undefined;
}

/** Does this line begin as a source line does? */
export function startsWithSourceLabel(line: string, { sourceLabels }: Vocabulary): boolean {
  return [...sourceLabels.keys()].some((label) => withoutLabel(line, label) !== undefined);
}

function withoutLabel(text: string, label: string): string | undefined {
  if (text.slice(0, label.length).toLowerCase() !== label.toLowerCase()) return undefined;
  const colon = /^\s*[:：]\s*/.exec(text.slice(label.length));
  return colon ? text.slice(label.length + colon[0].length) : undefined;
}

/** What the line says: one link is a name and an address, plain text a name; anything more keeps its marks. */
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
