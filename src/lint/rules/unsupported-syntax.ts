import { nearest, suggestion } from '../../model/nearest.ts';
import type { Note } from '../../model/note.ts';
import type { Passage } from '../../model/passage.ts';
import { constructsIn, SPACED_LINK, UNDEFINED_FOOTNOTE } from '../../read/markdown/constructs.ts';
import { MATH } from '../../read/markdown/lexer/math.ts';
import { OBJECT, type Span, VERBATIM } from '../../text/index.ts';
import type { RuleContext } from '../context.ts';
import { matches } from '../passages.ts';
import type { Rule, Violation } from '../rule.ts';

export const unsupportedSyntax: Rule = {
  id: 'unsupported-syntax',
  group: 'markup',
  what: 'Syntax of another Markdown dialect, which readers see as typed.',
  why: 'CommonMark and GitHub Flavored Markdown have no attribute lists, containers, citations or math. Other programs do, and a post for all of them is plain Markdown. The same holds for a link with a space in its URL, or with a label that nothing defines.',
  severity: 'information',
  fix: 'safe',
  bad: { body: 'A chipmaker opened a laboratory, see [the plan](lab plan.pdf).' },
  good: { body: 'A chipmaker opened a laboratory, see [the plan](<lab plan.pdf>).' },
  *check(context) {
    if (context.note.data) return;
    for (const passage of context.passages) {
      if (passage.kind === 'value') continue;
      yield* inText(passage, context);
      yield* unclosed(passage);
    }
  },
};

function* inText(passage: Passage, { source, note }: RuleContext): Generator<Violation> {
  const { start, end } = passage.span;
  const written = source.text.slice(start, end);
  for (const { construct, span } of constructsIn(masked(passage, written))) {
    const typed = written.slice(span.start, span.end);
    yield {
      message: `${construct.name} '${shortened(typed)}' is printed as typed`,
      advice: construct.advice,
      span: { start: start + span.start, end: start + span.end },
      ...(construct === SPACED_LINK ? bracketed(start + span.start, typed) : {}),
      ...(construct === UNDEFINED_FOOTNOTE ? misspelt(typed, note) : {}),
    };
  }
}

/** A note that readers are sent to and do not find is worse than a mark of another dialect. */
function misspelt(reference: string, { footnotes }: Note): Pick<Violation, 'advice' | 'severity'> {
  const label = reference.slice(2, -1);
  const labels = footnotes().map((footnote) => footnote.label);
  // `[^2]` is not meant for `[^1]`.
  const meant = label.length > 2 ? nearest(label, labels) : undefined;
  return { severity: 'warning', advice: meant ? suggestion(`[^${meant}]`) : UNDEFINED_FOOTNOTE.advice };
}

/** The fix that puts the URL of a link between angle brackets. */
function bracketed(at: number, link: string): Pick<Violation, 'fix'> {
  const found = /^!?\[[^\]]*\]\(([^"]*?)(?=[ \t]*(?:"[^"]*")?\)$)/.exec(link);
  const url = found?.[1];
  if (!found || url === undefined) return {};
  const end = at + found[0].length;
  const edits = [
    { span: { start: end - url.length, end: end - url.length }, text: '<' },
    { span: { start: end, end }, text: '>' },
  ];
  return { fix: { edits, isSafe: true, isLink: true } };
}

const MASKED: ReadonlySet<string> = new Set(['codespan', 'link', 'image', 'footnote']);

const MATH_OR_ESCAPE = new RegExp(`${MATH.source}|\\\\[!-/:-@[-\`{-~]`, 'gm');

/** The source of a passage without its code, links, images, footnotes and escapes, which are what they should be. */
function masked({ span, marks }: Passage, written: string): string {
  const own = marks.filter(({ type }) => MASKED.has(type));
  let text = '';
  let at = 0;
  for (const { type, span: place } of own.sort((a, b) => a.span.start - b.span.start)) {
    const [from, to] = [place.start - span.start, place.end - span.start];
    if (from < at) continue;
    text += written.slice(at, from) + written.slice(from, to).replace(/[^\n]/g, type === 'image' ? OBJECT : VERBATIM);
    at = to;
  }
  return (text + written.slice(at))
    .replace(MATH_OR_ESCAPE, (found) => (found.startsWith('$') ? found : VERBATIM.repeat(2)))
    .replace(/<!--[\s\S]*?-->/g, (comment) => comment.replace(/[^\n]/g, ' '));
}

const OPEN_BOLD = /(?<![\w*])\*\*(?=[\p{L}\p{N}"“‘'(《「])/gu;

/** Two asterisks that open bold text which nothing closes. */
function* unclosed({ text, origins, span }: Passage): Generator<Violation> {
  if (!text.includes('**')) return;
  for (const found of matches(text, OPEN_BOLD)) {
    const at: Span = found.span;
    const origin = origins.findLast((one) => one.at <= at.start);
    if (!origin?.isExact) continue;
    const start = origin.span.start + at.start - origin.at;
    if (start < span.start) continue;
    yield {
      message: "unclosed '**' is printed as typed",
      advice: 'Add two asterisks after the words, or a backslash before each of these.',
      span: { start, end: start + 2 },
    };
  }
}

function shortened(text: string): string {
  const one = text.replace(/\s+/g, ' ');
  return one.length > 24 ? `${one.slice(0, 23)}…` : one;
}
