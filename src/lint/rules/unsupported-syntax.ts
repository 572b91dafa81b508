import { nearest, suggestion } from '../../model/nearest.ts';
import type { Note } from '../../model/note.ts';
import { originOf, type Passage } from '../../model/passage.ts';
import { constructsIn, SPACED_LINK, UNDEFINED_FOOTNOTE } from '../../read/markdown/constructs.ts';
import { MATH } from '../../read/markdown/lexer/math.ts';
import { OBJECT, type Span, VERBATIM } from '../../text/index.ts';
import type { RuleContext } from '../context.ts';
import { matches } from '../passages.ts';
import type { Rule, Violation } from '../rule.ts';

export const unsupportedSyntax: Rule = {
  id: 'unsupported-syntax',
  group: 'markup',
  what: 'Unclosed Markdown formatting, or syntax of another dialect, that readers see as typed.',
  why: 'CommonMark and GitHub Flavored Markdown have no attribute lists, containers, citations or math. Other programs do, but a post must work in all of them. The rule also reports a link with a space in its URL or with an undefined label. Asterisks, tildes, backticks and brackets without a partner are warnings.',
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
  const rest = text + written.slice(at);
  const unescaped = rest.replace(MATH_OR_ESCAPE, (found) => (found.startsWith('$') ? found : VERBATIM.repeat(2)));
  // Behind the last end, each start would be searched to the end of the text.
  const end = unescaped.lastIndexOf('-->') + 3;
  const blank = (comment: string) => comment.replace(/[^\n]/g, ' ');
  return unescaped.slice(0, end).replace(/<!--[\s\S]*?-->/g, blank) + unescaped.slice(end);
}

/** A pair of marks of which a text has only one. */
interface Unclosed {
  /** Matches the mark where it begins or ends words. Has the flag `g`. */
  readonly pattern: RegExp;
  readonly mark: string;
  readonly advice: string;
  /** Text beside the mark in which it is something else. */
  readonly isOther?: (text: string, at: Span) => boolean;
  /** Whether it is only reported if the text has no other. */
  readonly isAlone?: true;
}

const WORD = '[\\p{L}\\p{N}"“‘\'(《「]';
/** Types of C before a pointer: `char **argv`. */
const POINTER = /\b(?:char|int|void|const|float|double|struct|unsigned)\W*$/;

const UNCLOSED: readonly Unclosed[] = [
  {
    // `**bold` and `bold**`, but not `2 ** 3`, `**kwargs` of a call or a pointer.
    pattern: new RegExp(
      `(?<![\\w*])\\*\\*(?=${WORD})|(?<=[\\p{L}\\p{N}.,;:!?)"”’。，！？；：」》])\\*\\*(?![*\\w])`,
      'gu',
    ),
    mark: '**',
    advice: 'Add two asterisks after the words, or a backslash before each of these.',
    isOther: (text, { start }) => POINTER.test(text.slice(Math.max(0, start - 12), start)),
  },
  {
    // One asterisk in the middle of a text, if no other is there: `price*` and `*excluding tax` are a footnote.
    pattern: /(?<=[a-z,;] )\*(?=[a-z]{2})/g,
    mark: '*',
    advice: 'Add an asterisk after the words, or a backslash before this one.',
    isAlone: true,
  },
  {
    // One underscore before two words. `_blank` and `_id` are names.
    pattern: /(?<=^|[ (“"])_(?=[a-zA-Z][a-z]+ [a-z])/g,
    mark: '_',
    advice: 'Add an underscore after the words, or a backslash before this one.',
    isAlone: true,
  },
  {
    pattern: new RegExp(`(?<![~\\w])~~(?=${WORD})|(?<=[\\p{L}\\p{N}.,!?])~~(?![~\\w])`, 'gu'),
    mark: '~~',
    advice: 'Add two tildes after the words, or remove these.',
  },
  {
    pattern: /(?<=^|[\s(])`(?=[\w$./-])(?!\w+')/g,
    mark: '`',
    advice: 'Add a backtick after the code, or a backslash before this one.',
  },
  {
    pattern: /(?<=[\p{L}\p{N}.!?'’"”])\]\((?=[^\s)]*[/.:#]|\ufdd0)(?![^()\n]*\{[{%])/gu,
    mark: '](',
    advice: 'Write the link as [text](https://…), without a space in the URL.',
  },
];

/** Marks that open or close something which has no other end, so that readers see them. */
function* unclosed(passage: Passage): Generator<Violation> {
  const { text, span } = passage;
  if (!/\*|~~|`|\]\(|(?:^|[ (“"])_[A-Za-z]/.test(text)) return;
  for (const { pattern, mark, advice, isOther, isAlone } of UNCLOSED) {
    const first = text.indexOf(mark);
    const isOnly = text.indexOf(mark, first + mark.length) === -1;
    if (first === -1 || (isAlone && !isOnly)) continue;
    for (const { span: at } of matches(text, pattern)) {
      const place = exactSpan(passage, at);
      if (!place || place.start < span.start || isOther?.(text, at)) continue;
      yield {
        severity: 'warning',
        message: `unclosed '${mark}' is printed as typed`,
        advice: mark === '**' && !isOnly ? 'Remove the space between the asterisks and the words.' : advice,
        span: place,
      };
    }
  }
}

/** The source of some characters, if it has them as they are and not escaped. */
function exactSpan(passage: Passage, { start, end }: Span): Span | undefined {
  const origin = originOf(passage, start);
  if (!origin?.isExact) return undefined;
  const from = origin.span.start + start - origin.at;
  return { start: from, end: from + end - start };
}

function shortened(text: string): string {
  const one = text.replace(/\s+/g, ' ');
  return one.length > 24 ? `${one.slice(0, 23)}…` : one;
}
