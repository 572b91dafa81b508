import type { Typography } from '../../model/house.ts';
import { type Span, VERBATIM } from '../../text/index.ts';
import { maskCodeLike } from '../../typography/index.ts';
import { inAllPassages, matches, passEdits, passMatches, type TextMatch } from '../passages.ts';
import type { Rule } from '../rule.ts';

const TYPED = /\.\.|\. \./;
/** Spaced full stops, and more or fewer than three, except in paths (`../a`), ranges (`1..5`) and hidden files. */
const ODD = new RegExp(`(?<![.\\d/\\\\${VERBATIM}]|\\. ?)(?:\\.(?: \\.){2,}|\\.{2,})(?![.\\d/\\\\${VERBATIM}])`, 'g');

export const ellipsis: Rule = {
  id: 'ellipsis',
  group: 'punctuation',
  what: 'An ellipsis in the wrong style, or with too few or too many full stops.',
  why: 'An ellipsis is three full stops; a fourth one ends the sentence before it (Chicago Manual of Style). Spaced full stops can break apart at the end of a line.',
  severity: 'warning',
  fix: 'safe',
  options: ['typography.ellipsis'],
  bad: { body: 'The lab waited . . . and opened.' },
  good: { body: 'The lab waited... and opened.' },
  isLocal: true,
  *check(context) {
    const { typography } = context.house;
    const mark = typography.ellipsis === 'character' ? '…' : '...';
    yield* passMatches(context, 'ellipsis', `wrong ellipsis; the house uses '${mark}'`);
    yield* inAllPassages(context, ({ text }) => odd(text, typography, mark), TYPED);
  },
};

function* odd(text: string, typography: Typography, mark: string): Generator<TextMatch> {
  const taken = new Set<number>();
  for (const name of ['ellipsis', 'han-ellipsis'])
    for (const { span } of passEdits(typography, name, text))
      for (let at = span.start; at < span.end; at++) taken.add(at);
  for (const { span, found } of matches(maskCodeLike(text), ODD)) {
    const [stops] = found;
    if (taken.has(span.end - 1)) continue;
    const edits = [{ span, text: mark }];
    if (stops.includes(' ')) {
      const start = span.start + keptStop(text, span, stops);
      const spaced = [{ span: { start, end: span.end }, text: mark }];
      yield { message: 'ellipsis with spaces between its full stops', span: { start, end: span.end }, edits: spaced };
    } else if (stops.length === 2)
      yield { message: 'two full stops in a row', advice: 'Use one full stop, or three for an ellipsis.', span };
    else if (stops.length > 4 || (stops.length === 4 && !endsSentence(text, span.end)))
      yield { message: 'ellipsis with too many full stops', span, edits };
  }
}

/** The length of the full stop that ends the abbreviation or the sentence before four spaced ones: `U.S. . . .`. */
function keptStop(text: string, { start, end }: Span, stops: string): number {
  if (stops.length !== 7) return 0;
  if (ABBREVIATED.test(text.slice(Math.max(0, start - 12), start))) return 2;
  return /[\p{L}\p{N}"'”’)]$/u.test(text.slice(0, start)) && endsSentence(text, end) ? 1 : 0;
}

/** `U.S` of `U.S.`, `Inc` of `Inc.` */
const ABBREVIATED = /(?:^|[^A-Za-z])(?:(?:[A-Za-z]\.)+[A-Za-z]|Inc|Ltd|Corp|Co|Jr|Sr|St|etc|al)$/;

/** The fourth full stop ends the sentence. */
function endsSentence(text: string, at: number): boolean {
  return /^["'”’)]*(?:$|\s+["'“‘(]?[^a-z\s])/.test(text.slice(at, at + 8));
}
