import type { Passage } from '../../model/passage.ts';
import type { TextMatch } from '../passages.ts';
import { numbersIn, numbersOf, type Quantity } from '../prose/numbers.ts';
import type { Rule } from '../rule.ts';
import { nearestNumber, saysTheSame } from '../source-text/same-number.ts';
import { quoteSource, readSourceText, type SourceText, shortened } from '../source-text/source-text.ts';
import { inStory } from '../source-text/story.ts';

export const sourceNumber: Rule = {
  id: 'source-number',
  group: 'source',
  what: 'A number that the source text does not have.',
  why: 'Readers remember a wrong number, and proofreading alone does not find it. The rule compares each number with the text that `source_text` or `check --source` names. Digits and words, *million* and 万 are the same, and a rounded number may be rounded. In the insight and the laws it is a suggestion, because they say more than the source.',
  severity: 'warning',
  bad: { body: 'The lab opened with 45 robots.', sourceText: 'The lab opened on Tuesday with 40 robots.' },
  good: { body: 'The lab opened with 40 robots.', sourceText: 'The lab opened on Tuesday with forty robots.' },
  *check(context) {
    const { sourceText } = context;
    if (!sourceText) return;
    const source = readSourceText(sourceText);
    if (source.language !== undefined)
      yield* inStory(context, (passage) => missingNumbers(passage, source, passage === context.headline));
  },
};

function* missingNumbers(passage: Passage, source: SourceText, isTitle: boolean): Generator<TextMatch> {
  const { text } = passage;
  for (const number of isTitle ? numbersIn(text, true) : numbersOf(text)) {
    const { span, role } = number;
    const written = text.slice(span.start, span.end);
    if (role === 'date' || isCountedByWriter(text, number, written)) continue;
    if (role === 'label' ? isNamed(written, source) : isThere(number, written, source)) continue;
    yield {
      message: `number '${shortened(written, 30)}' is not in the source`,
      advice: advice(text, number, source),
      span,
    };
  }
}

/** `the two companies` and `three of them` count what the source lists. */
function isCountedByWriter(text: string, { span: { start, end }, value, unit }: Quantity, written: string): boolean {
  if (/^[\d$£€¥]/.test(written) || unit !== '' || value > 4) return false;
  const before = text.slice(Math.max(0, start - 16), start);
  return (
    /(?:\b(?:the|these|those|its|their|his|her|other|all|first|last|next|another|every)|[这那其前后两]) ?$/i.test(
      before,
    ) || /^ of\b/.test(text.slice(end))
  );
}

function isNamed(written: string, { source, keys }: SourceText): boolean {
  const digits = /\d[\d.,]*\d|\d/.exec(written)?.[0] ?? written;
  return keys.has(digits.replaceAll(',', '')) || keys.has(written.toLowerCase()) || source.text.includes(digits);
}

function isThere(number: Quantity, written: string, { numbers: known }: SourceText): boolean {
  return known.some((one) => saysTheSame(number, one, written));
}

function advice(text: string, number: Quantity, source: SourceText): string {
  const near = nearestNumber(text, number, source.source.text, source.numbers);
  if (!near) return 'Check it against the source.';
  return `Compare ${quoteSource(source, ...around(source.source.text, near))}.`;
}

/** From a few words before a number to a few after it, in one line. */
function around(text: string, { span }: Quantity): readonly [start: number, end: number] {
  const before = /(?:[^\s\n]+[ ]){0,3}[^\s\n]*$/.exec(text.slice(Math.max(0, span.start - 40), span.start))?.[0] ?? '';
  const after = /^[^\s\n]*(?:[ ][^\s\n]+){0,3}/.exec(text.slice(span.end, span.end + 40))?.[0] ?? '';
  return [span.start - before.length, span.end + after.length];
}
