import type { Passage } from '../../model/passage.ts';
import { inAllPassages, type TextMatch } from '../passages.ts';
import { APOSTROPHES } from '../prose/apostrophes.ts';
import { possibleRewrites, type Rewrite, rewritesIn } from '../prose/rewrites.ts';
import type { Rule } from '../rule.ts';

export const apostrophe: Rule = {
  id: 'apostrophe',
  group: 'words',
  what: 'An apostrophe in a plural, or a possessive without one or with one in the wrong place.',
  why: 'A plural has no apostrophe (*MPs*, *the 1990s*), and a possessive has one: after the s of a plural (*two companies’ boards*), and before it otherwise (*children’s*). The AP Stylebook and the Chicago Manual agree. The writer chose the punctuation, so the rule also checks quotations, but does not change them.',
  severity: 'warning',
  fix: 'unsafe',
  bad: { body: "In the 1990's, all the taxi's in the city were yellow." },
  good: { body: 'In the 1990s, all the taxis in the city were yellow.' },
  isLocal: true,
  *check(context) {
    if (context.language !== 'en') return;
    const possible = possibleRewrites(context, APOSTROPHES);
    if (possible.length > 0) yield* inAllPassages(context, (passage) => misplaced(passage, possible));
  },
};

function* misplaced({ text }: Passage, rewrites: readonly Rewrite[]): Generator<TextMatch> {
  for (const { span, slip, edit } of rewritesIn(text, rewrites)) {
    const problem = /['’]/.test(slip) ? 'wrong' : 'missing';
    const message = `${problem} apostrophe in '${slip}'`;
    yield { message, advice: `Write '${edit.text}'.`, span, edits: [edit], isSafe: false };
  }
}
