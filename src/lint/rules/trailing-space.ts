import type { Block } from '../../model/article.ts';
import type { Data } from '../../model/data.ts';
import type { Passage } from '../../model/passage.ts';
import type { Span } from '../../text/index.ts';
import type { RuleContext } from '../context.ts';
import type { Rule, Violation } from '../rule.ts';

const ANY = /[ \t](?:\n|$)/;
const TRAILING = /(?<![ \t])[ \t]+(?=\n|$)/g;

export const trailingSpace: Rule = {
  id: 'trailing-space',
  group: 'spaces',
  what: 'A line ends in blanks.',
  why: 'Nobody sees them, and every tool that takes them off shows up as a change of the story. Two of them break the line in Markdown (CommonMark 6.7), which a backslash at its end says so that it can be seen. In code, and in a block of text in the front matter, they stay.',
  severity: 'warning',
  fix: 'safe',
  bad: { body: 'The lab opened. \nIt has twelve robots.' },
  good: { body: 'The lab opened.\nIt has twelve robots.' },
  *check(context) {
    const { text } = context.source;
    if (context.note.data || !ANY.test(text)) return;
    const from = context.note.frontMatter?.end ?? 0;
    const isInValue = finder(valuesOverLines(context));
    for (const span of trailing(text.slice(0, from), 0)) if (!isInValue(span.start)) yield hit(span, false);
    const isKept = finder(keptPlaces(context));
    const isInParagraph = finder(context.passages.filter(({ kind }) => kind === 'paragraph').map(({ span }) => span));
    for (const span of trailing(text.slice(from), from)) {
      const breaks = isInParagraph(span.start) && text.slice(span.start, span.end).endsWith('  ');
      if (!isKept(span.start)) yield hit(span, breaks);
    }
  },
};

function* trailing(text: string, from: number): Generator<Span> {
  for (const { 0: blanks, index } of text.matchAll(TRAILING))
    yield { start: from + index, end: from + index + blanks.length };
}

function hit(span: Span, breaksLine: boolean): Violation {
  const fix = { edits: [{ span, text: breaksLine ? '\\' : '' }], isSafe: true };
  if (!breaksLine) return { message: 'the line ends in blanks', span, fix };
  const message = 'the line is broken by two blanks that nobody sees';
  return {
    message,
    advice: 'Write a backslash in their place, or join the lines.',
    span,
    severity: 'information',
    fix,
  };
}

/** Whether an offset is in one of the places; offsets are asked for in order. */
function finder(places: readonly Span[]): (offset: number) => boolean {
  const sorted = [...places].sort((a, b) => a.start - b.start);
  let next = 0;
  let end = -1;
  return (offset) => {
    for (let place = sorted[next]; place && place.start <= offset; place = sorted[++next])
      end = Math.max(end, place.end);
    return offset < end;
  };
}

/** Values of the front matter that go over lines: a block of text, or one that is folded. */
function valuesOverLines({ note: { fields }, source: { text } }: RuleContext): readonly Span[] {
  return fields
    .flatMap(({ value }) => [...scalarsIn(value)])
    .filter(({ start, end }) => text.slice(start, end).includes('\n'));
}

function* scalarsIn(value: Data): Generator<Span> {
  if (value.kind === 'scalar') yield value.span;
  else if (value.kind === 'sequence') for (const item of value.items) yield* scalarsIn(item);
  else for (const entry of value.entries) yield* scalarsIn(entry.value);
}

/** Code, code in lists and quotations but for the prose beside it, and comments. */
function keptPlaces({ note: { sections, comments = [] } }: RuleContext): readonly Span[] {
  const blocks = sections.flatMap((section) => section.blocks);
  return [
    ...comments.map(({ span }) => span),
    ...blocks.flatMap(({ block, span, passages = [] }) => (hasCode(block) ? [...between(span, passages)] : [])),
    ...blocks.flatMap(({ passages = [] }) => passages.flatMap(codeIn)),
  ];
}

function codeIn({ marks }: Passage): readonly Span[] {
  return marks.filter(({ type }) => type === 'codespan').map(({ span }) => span);
}

function hasCode(block: Block): boolean {
  if (block.type === 'code') return true;
  if (block.type === 'blockquote') return block.tokens.some(hasCode);
  return block.type === 'list' && block.items.some(({ tokens }) => tokens.some(hasCode));
}

/** What of a place is none of its passages', each with the blanks behind it. */
function* between({ start, end }: Span, passages: readonly Passage[]): Generator<Span> {
  let from = start;
  for (const { span } of passages) {
    yield { start: from, end: span.start };
    from = span.end + 1;
  }
  yield { start: from, end };
}
