import type { Typography } from '../../model/house.ts';
import { VERBATIM } from '../../text/index.ts';
import { maskAddresses } from '../../typography/index.ts';
import { inAllPassages, matches, type TextMatch } from '../passages.ts';
import type { Rule } from '../rule.ts';
import { passEdits, passMatches } from '../typography.ts';

const TYPED = /\.\.|\. \./;
/** Spaced full stops, and more or fewer than three: but for paths (`../a`), ranges (1..5) and `.` for hidden files. */
const ODD = new RegExp(`(?<![.\\d/\\\\${VERBATIM}]|\\. ?)(?:\\.(?: \\.){2,}|\\.{2,})(?![.\\d/\\\\${VERBATIM}])`, 'g');

export const ellipsis: Rule = {
  id: 'ellipsis',
  group: 'punctuation',
  what: 'An ellipsis is not written as the house writes it, or has too many or too few full stops.',
  why: 'An ellipsis is three full stops, and a fourth one ends the sentence before it (Chicago Manual of Style). Spaced ones come apart at the end of a line. Whether … or ... is printed is `typography.ellipsis` in `house.yaml`.',
  severity: 'warning',
  fix: 'safe',
  bad: { body: 'The lab waited . . . and opened.' },
  good: { body: 'The lab waited... and opened.' },
  *check(context) {
    const { typography } = context.house;
    const mark = typography.ellipsis === 'character' ? '…' : '...';
    yield* passMatches(context, 'ellipsis', { message: `the house prints an ellipsis as ${mark}` });
    yield* inAllPassages(context, ({ text }) => odd(text, typography, mark), TYPED);
  },
};

function* odd(text: string, typography: Typography, mark: string): Generator<TextMatch> {
  const taken = new Set<number>();
  for (const name of ['ellipsis', 'han-ellipsis'])
    for (const { span } of passEdits(typography, name, text))
      for (let at = span.start; at < span.end; at++) taken.add(at);
  for (const { span, found } of matches(maskAddresses(text), ODD)) {
    const [stops] = found;
    if (taken.has(span.end - 1)) continue;
    const edits = [{ span, text: mark }];
    if (stops.includes(' ')) yield { message: 'an ellipsis is written without spaces between its stops', span, edits };
    else if (stops.length === 2)
      yield { message: 'two full stops stand in a row', advice: 'Leave one, or three for an ellipsis.', span };
    else if (stops.length > 4 || (stops.length === 4 && !endsSentence(text, span.end)))
      yield { message: 'an ellipsis has three full stops', span, edits };
  }
}

/** Of four, one is the sentence's. */
function endsSentence(text: string, at: number): boolean {
  return /^["'”’)]*(?:$|\s+["'“‘(]?[^a-z\s])/.test(text.slice(at, at + 8));
}
