import type { Block } from '../../model/article.ts';
import type { Data } from '../../model/data.ts';
import type { Passage } from '../../model/passage.ts';
import type { Span } from '../../text/index.ts';
import type { RuleContext } from '../context.ts';
import type { Rule, Violation } from '../rule.ts';

const ANY = /[ \t](?:\n|$)/;
/** GitHub reads the box of a task only if a space follows it. */
const EMPTY_TASK = /(?:^|\n)[ \t>]*(?:[-*+]|\d{1,9}[.)])[ \t]+\[[ xX]\]$/;
const TRAILING = /(?<![ \t])[ \t]+(?=\n|$)/g;

export const trailingSpace: Rule = {
  id: 'trailing-space',
  group: 'spaces',
  what: 'Whitespace at the end of a line.',
  why: 'Trailing whitespace is invisible, and editors that remove it cause needless changes. markdownlint (MD009) reports it too. Two spaces break a line in Markdown (CommonMark 6.7), and a visible backslash does the same. Code, multi-line values in front matter and the space after the box of an empty task are left alone.',
  severity: 'warning',
  fix: 'safe',
  bad: { body: 'The lab opened. \nIt has twelve robots.' },
  good: { body: 'The lab opened.\nIt has twelve robots.' },
  *check(context) {
    const { text } = context.source;
    if (context.note.data || !ANY.test(text)) return;
    const from = context.note.frontMatter?.end ?? 0;
    const isInValue = containedIn(multilineValues(context));
    for (const span of trailing(text.slice(0, from), 0)) if (!isInValue(span.start)) yield violationAt(span, false);
    const isVerbatim = containedIn(verbatimSpans(context));
    const isInParagraph = containedIn(
      context.passages.filter(({ kind }) => kind === 'paragraph').map(({ span }) => span),
    );
    for (const span of trailing(text.slice(from), from)) {
      const breaks = isInParagraph(span.start) && text.slice(span.start, span.end).endsWith('  ');
      if (!isVerbatim(span.start)) yield violationAt(span, breaks);
    }
  },
};

function* trailing(text: string, from: number): Generator<Span> {
  for (const { 0: spaces, index } of text.matchAll(TRAILING))
    if (!EMPTY_TASK.test(text.slice(Math.max(0, index - 80), index)))
      yield { start: from + index, end: from + index + spaces.length };
}

function violationAt(span: Span, breaksLine: boolean): Violation {
  const fix = { edits: [{ span, text: breaksLine ? '\\' : '' }], isSafe: true };
  if (!breaksLine) return { message: 'trailing whitespace', span, fix };
  const message = 'line break from two trailing spaces';
  return {
    message,
    advice: 'Use a backslash for the line break, or join the lines.',
    span,
    severity: 'information',
    fix,
  };
}

/** Returns a test for offsets inside the spans. It must be asked in ascending order. */
function containedIn(spans: readonly Span[]): (offset: number) => boolean {
  const sorted = [...spans].sort((a, b) => a.start - b.start);
  let next = 0;
  let end = -1;
  return (offset) => {
    for (let span = sorted[next]; span && span.start <= offset; span = sorted[++next]) end = Math.max(end, span.end);
    return offset < end;
  };
}

/** Front matter values of several lines, such as block scalars. */
function multilineValues({ note: { fields }, source: { text } }: RuleContext): readonly Span[] {
  return fields
    .flatMap(({ value }) => [...scalarsIn(value)])
    .filter(({ start, end }) => text.slice(start, end).includes('\n'));
}

function* scalarsIn(value: Data): Generator<Span> {
  if (value.kind === 'scalar') yield value.span;
  else if (value.kind === 'sequence') for (const item of value.items) yield* scalarsIn(item);
  else for (const entry of value.entries) yield* scalarsIn(entry.value);
}

/** Comments and code, also inside lists and quotations: whitespace there may have a meaning. */
function verbatimSpans({ note: { sections, comments } }: RuleContext): readonly Span[] {
  const blocks = sections.flatMap((section) => section.blocks);
  return [
    ...comments().map(({ span }) => span),
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

/** The parts of a span outside its passages. */
function* between({ start, end }: Span, passages: readonly Passage[]): Generator<Span> {
  let from = start;
  for (const { span } of passages) {
    yield { start: from, end: span.start };
    from = span.end + 1;
  }
  yield { start: from, end };
}
