import type { Passage } from '../../model/passage.ts';
import { inAllPassages, type TextMatch } from '../passages.ts';
import { confusedWords } from '../prose/confusions/index.ts';
import type { English } from '../prose/english.ts';
import { isQuotedAt } from '../prose/quotations.ts';
import type { Rule } from '../rule.ts';

export const confusedWord: Rule = {
  id: 'confused-word',
  group: 'words',
  what: 'A word that sounds or looks like the right one, such as *it’s* for *its* or *then* for *than*.',
  why: 'Both words are in the dictionary, so a spelling checker does not find the mistake, but readers do. The AP Stylebook and the Guardian style guide list the pairs. The rule reports a word only if the words next to it show that it is wrong. In a quotation, it reports only words that sound alike, because the writer chose the spelling; it changes no quotation.',
  severity: 'warning',
  fix: 'unsafe',
  needs: 'english',
  bad: { body: "The company raised it's forecast for the year." },
  good: { body: 'The company raised its forecast for the year.' },
  isLocal: true,
  *check(context) {
    const { language, prose, english } = context;
    if (language !== 'en') return;
    // V8 compiles a pattern once for a long text, and twice for several short ones.
    const [first] = confusedWords(prose, english, true);
    if (first) yield* inAllPassages(context, (passage) => confused(passage, english));
  },
};

/** A writer who knows of the slip in a quotation says so. */
const SIC = /^[^.!?]{0,40}[[(]sic[\])]/i;

function* confused(passage: Passage, english?: English): Generator<TextMatch> {
  const { text } = passage;
  for (const { span, right, isSpoken } of confusedWords(text, english)) {
    const isQuoted = isQuotedAt(passage, span);
    if (isQuoted && (isSpoken || SIC.test(text.slice(span.end, span.end + 50)))) continue;
    const message = `'${text.slice(span.start, span.end)}' instead of '${right}'`;
    const advice = `Write '${right}'.`;
    yield { message, advice, span, ...(isQuoted ? {} : { edits: [{ span, text: right }] }), isSafe: false };
  }
}
