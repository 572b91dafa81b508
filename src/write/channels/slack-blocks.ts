import type { RichTextBlock, RichTextBlockElement, RichTextElement, RichTextList } from '@slack/types';
import { type Mark, type MarkKind, type RichText, sliceRich } from './rich-text.ts';

/** The marks that are elements of their own. The others are the style of a text. */
const BLOCKS: readonly MarkKind[] = ['quote', 'item', 'pre', 'heading'];

/** A stretch of text that has the same marks from its start to its end. */
interface Run {
  readonly start: number;
  readonly end: number;
  /** Outer before inner. */
  readonly open: readonly Mark[];
}

/** The deepest list that Slack shows. */
const DEEPEST = 8;

/**
 * A text as `rich_text` blocks. Each heading starts a block, as long as there are no more than `max`.
 * @param max at least 1.
 */
export function richTextBlocks(rich: RichText, max: number): readonly RichTextBlock[] {
  const blocks: RichTextBlockElement[][] = [];
  const begun = new Set<Mark>();
  const isElement = ({ kind }: Mark): boolean => BLOCKS.includes(kind);
  const inline = { text: rich.text, marks: rich.marks.filter((mark) => !isElement(mark)) };
  for (const { start, end, open } of runsOf({ text: rich.text, marks: rich.marks.filter(isElement) })) {
    const isCode = open.some(({ kind }) => kind === 'pre');
    const [from, to] = isCode ? [start, end] : trimmed(rich.text, start, end);
    if (from >= to) continue;
    const isTopHeading = open.length === 1 && open[0]?.kind === 'heading';
    if (blocks.length === 0 || (isTopHeading && blocks.length < max)) blocks.push([]);
    const element = elementOf(sliceRich(inline, from, to), open, begun);
    add(blocks.at(-1) ?? [], element);
  }
  return blocks.map((elements) => ({ type: 'rich_text', elements }));
}

/** The runs of a text between the starts and ends of marks. */
function runsOf({ text, marks }: RichText): readonly Run[] {
  const offsets = new Set([0, ...marks.flatMap(({ start, end }) => [start, end]), text.length]);
  const sorted = [...offsets].sort((a, b) => a - b);
  const runs: Run[] = [];
  let next = 0;
  let open: readonly Mark[] = [];
  for (const [index, end] of sorted.slice(1).entries()) {
    const start = sorted[index] ?? 0;
    while ((marks[next]?.start ?? Number.POSITIVE_INFINITY) <= start) open = [...open, ...marks.slice(next, ++next)];
    open = open.filter((mark) => mark.end > start);
    runs.push({ start, end, open });
  }
  return runs;
}

/** A stretch without the white space at its ends. */
function trimmed(text: string, start: number, end: number): readonly [from: number, to: number] {
  const inside = text.slice(start, end);
  const from = start + inside.length - inside.trimStart().length;
  return [from, Math.max(from, start + inside.trimEnd().length)];
}

/** @param begun the items of which an earlier run is the start. */
function elementOf(part: RichText, open: readonly Mark[], begun: Set<Mark>): RichTextBlockElement {
  const border = open.some(({ kind }) => kind === 'quote') ? ({ border: 1 } as const) : {};
  if (open.some(({ kind }) => kind === 'pre'))
    return { type: 'rich_text_preformatted', elements: [{ type: 'text', text: part.text }], ...border };
  const elements = textElements(
    part,
    open.some(({ kind }) => kind === 'heading'),
  );
  const item = open.findLast(({ kind }) => kind === 'item');
  if (item && !begun.has(item)) {
    begun.add(item);
    // The lists of Slack start at 1.
    if (item.number === 0) return { type: 'rich_text_section', elements: [{ type: 'text', text: '0. ' }, ...elements] };
    const depth = open.filter(({ kind }) => kind === 'item').length - 1;
    return {
      type: 'rich_text_list',
      style: item.number === undefined ? 'bullet' : 'ordered',
      ...(depth > 0 ? { indent: Math.min(depth, DEEPEST) } : {}),
      ...(item.number === undefined || item.number === 1 ? {} : { offset: item.number - 1 }),
      ...border,
      elements: [{ type: 'rich_text_section', elements }],
    } satisfies RichTextList & { offset?: number };
  }
  return { type: 'border' in border ? 'rich_text_quote' : 'rich_text_section', elements };
}

/** Adds an element: an item of the same list to the list, and text below text to its section. */
function add(elements: RichTextBlockElement[], next: RichTextBlockElement): void {
  const last = elements.at(-1);
  if (last?.type === 'rich_text_section' && next.type === 'rich_text_section') {
    last.elements.push({ type: 'text', text: '\n' }, ...next.elements);
    return;
  }
  if (last?.type === 'rich_text_list' && next.type === 'rich_text_list' && goesOn(last, next)) {
    last.elements.push(...next.elements);
    return;
  }
  elements.push(next);
}

function goesOn(list: RichTextList & { offset?: number }, next: RichTextList & { offset?: number }): boolean {
  const isSame = list.style === next.style && list.indent === next.indent && list.border === next.border;
  return isSame && (list.style === 'bullet' || (next.offset ?? 0) === (list.offset ?? 0) + list.elements.length);
}

const STYLES: Readonly<Partial<Record<MarkKind, 'bold' | 'italic' | 'strike' | 'code'>>> = {
  bold: 'bold',
  italic: 'italic',
  strike: 'strike',
  code: 'code',
};

/** The text and links of a section. @param isBold whether all of it is bold. */
function textElements(part: RichText, isBold: boolean): RichTextElement[] {
  return runsOf(part).map(({ start, end, open }) => {
    const names = open.flatMap(({ kind }) => STYLES[kind] ?? []);
    const style = Object.fromEntries((isBold ? ['bold', ...names] : names).map((name) => [name, true]));
    const url = open.find(({ kind }) => kind === 'link')?.url;
    const element = {
      text: part.text.slice(start, end),
      ...(Object.keys(style).length === 0 ? {} : { style }),
    };
    return url === undefined ? { type: 'text', ...element } : { type: 'link', url, ...element };
  });
}
