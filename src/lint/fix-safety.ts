import type { Block, Inline, List } from '../model/article.ts';
import { type Data, plainData } from '../model/data.ts';
import { type Edit, indexEndingBehind, type Span } from '../text/index.ts';
import type { RuleContext, RuleContextResult } from './context.ts';

/** The edits of some fixes, and those among them that may do more than change words. */
export interface FixEdits {
  readonly edits: readonly Edit[];
  readonly renames: readonly Edit[];
  readonly links: readonly Edit[];
  readonly conversions: readonly Edit[];
}

/**
 * Whether edits change only words. An edited part keeps its keys, sections, blocks, code and URLs, every other part stays
 * the same, a part that one of `renames` touches may get another name, and one that one of `links` touches keeps its
 * characters. In place of the parts that one of `conversions` touches there may be others, which its rule has verified.
 */
export function sameStructure(
  before: RuleContextResult,
  after: RuleContextResult,
  { edits, renames, links, conversions }: FixEdits,
): boolean {
  if (!before.context || !after.context) return false;
  const [touched, renamed, linked, converted] = [edits, renames, links, conversions].map(amongEdits);
  const isNew = amongEdits(moved(conversions, edits));
  const left = partsOf(before.context).filter(({ span }) => !converted?.(span));
  const right = partsOf(after.context).filter(({ span }) => !isNew(span));
  return (
    left.length === right.length &&
    left.every(({ span, whole, skeleton, nameless, characters }, index) => {
      const other = right[index];
      if (!other) return false;
      if (linked?.(span)) return characters() === other.characters();
      if (renamed?.(span)) return nameless() === other.nameless();
      return touched?.(span) ? skeleton() === other.skeleton() : whole() === other.whole();
    })
  );
}

/** Tests whether a place touches one of the edits, which do not overlap. */
function amongEdits(some: readonly Pick<Edit, 'span'>[]): (place: Span) => boolean {
  const spans = some.map(({ span }) => span).sort((a, b) => a.start - b.start || a.end - b.end);
  return (place) => {
    const first = spans[indexEndingBehind(spans, place.start - 1)];
    return first !== undefined && first.start <= place.end;
  };
}

/** Some of the edits, with the spans of their new texts after all edits. */
function moved(some: readonly Edit[], all: readonly Edit[]): readonly Pick<Edit, 'span'>[] {
  const sorted = [...all].sort((a, b) => a.span.start - b.span.start || a.span.end - b.span.end);
  const own = new Set(some);
  const found: Pick<Edit, 'span'>[] = [];
  let shift = 0;
  for (const edit of sorted) {
    const start = edit.span.start + shift;
    if (own.has(edit)) found.push({ span: { start, end: start + edit.text.length } });
    shift += edit.text.length - (edit.span.end - edit.span.start);
  }
  return found;
}

/** A field, a heading or a block of a note. */
interface Part {
  readonly span: Span;
  /** The whole content. */
  whole(): string;
  /** The content without its words. */
  skeleton(): string;
  /** The content without its name. */
  nameless(): string;
  /** The letters and digits in it, sorted. */
  characters(): string;
}

function partsOf({ note: { fields, headline, sections, footnotes } }: RuleContext): readonly Part[] {
  const part = (span: Span, whole: unknown, skeleton: unknown, nameless: unknown): Part => ({
    span,
    whole: () => JSON.stringify(whole),
    skeleton: () => JSON.stringify(skeleton),
    nameless: () => JSON.stringify(nameless),
    characters: () => [...charactersOf(whole)].sort().join(''),
  });
  return [
    ...fields.map(({ name, nameSpan, value }) => {
      const span = { start: nameSpan.start, end: value.span.end };
      return part(span, [name, plainData(value)], [name, dataSkeleton(value)], scalarsOf(value));
    }),
    ...(headline ? [part(headline.span, headline.text, '#', headline.text)] : []),
    ...sections.flatMap(({ kind, id, heading, blocks }) => [
      ...(heading ? [part(heading.span, [kind, id, heading.text], [kind, id], 'heading')] : []),
      ...blocks.map(({ span, block }) =>
        part(span, block, blockSkeleton(block), block.type === 'heading' ? 'heading' : block),
      ),
    ]),
    ...footnotes().map(({ label, span, prose }) =>
      part(span, [label, prose], [label, prose.map(blockSkeleton)], prose),
    ),
  ];
}

/** The letters and digits of all texts, URLs and titles. Names of fields such as `type` do not count. */
function charactersOf(content: unknown): string {
  if (typeof content === 'string') return content.replace(/[^\p{L}\p{N}]/gu, '');
  if (Array.isArray(content)) return content.map(charactersOf).join('');
  if (typeof content !== 'object' || content === null) return '';
  const { type: _, ...fields } = content as Record<string, unknown>;
  return Object.values(fields).map(charactersOf).join('');
}

function scalarsOf(value: Data): unknown {
  if (value.kind === 'scalar') return value.value;
  return value.kind === 'sequence' ? value.items.map(scalarsOf) : value.entries.map((entry) => scalarsOf(entry.value));
}

function dataSkeleton(value: Data): unknown {
  if (value.kind === 'scalar') return typeof value.value;
  if (value.kind === 'sequence') return value.items.map(dataSkeleton);
  return value.entries.map((entry) => [entry.name, dataSkeleton(entry.value)]);
}

function blockSkeleton(block: Block): unknown {
  switch (block.type) {
    case 'paragraph':
    case 'heading':
      return [block.type, inlineSkeletons(block.tokens)];
    case 'blockquote':
      return [block.type, block.alert, block.tokens.map(blockSkeleton)];
    case 'list': {
      const year = yearAsList(block);
      if (year) return blockSkeleton(year);
      return [
        block.type,
        block.ordered,
        block.start,
        block.items.map(({ checked, tokens }) => [checked, tokens.map(blockSkeleton)]),
      ];
    }
    case 'table':
      return [
        block.type,
        block.align,
        [block.header, ...block.rows].map((row) => row.map(({ tokens }) => inlineSkeletons(tokens))),
      ];
    case 'code':
    case 'hr':
      return block;
  }
}

/** The paragraph in a list of one item that begins with a year, such as `2028. `. A fix may escape the period. */
function yearAsList({ ordered, start = 1, items }: List): Block | undefined {
  const [only, ...more] = items;
  const [first, ...rest] = only?.tokens ?? [];
  const isYear = ordered && start >= 1000 && more.length === 0 && rest.length === 0;
  return isYear && first?.type === 'paragraph' ? first : undefined;
}

function inlineSkeletons(inlines: readonly Inline[]): unknown {
  return inlines
    .filter(({ type }) => type !== 'text')
    .map((inline) => {
      if (inline.type === 'link') return ['link', inline.href, inlineSkeletons(inline.tokens)];
      if (inline.type === 'image') return ['image', inline.href];
      return 'tokens' in inline ? [inline.type, inlineSkeletons(inline.tokens)] : inline;
    });
}
