import { outsideQuotations, type TextMatch } from '../passages.ts';
import { confusedWords } from '../prose/confusions/index.ts';
import type { Rule } from '../rule.ts';

export const confusedWord: Rule = {
  id: 'confused-word',
  group: 'words',
  what: 'A word that sounds or looks like the right one, such as *it’s* for *its* or *then* for *than*.',
  why: 'A dictionary has both words, so no spelling checker sees the slip, and readers see nothing else. The AP Stylebook and the Guardian style guide list the pairs. The rule reports a word only where the words beside it leave no other reading. Quotations are left alone.',
  severity: 'warning',
  fix: 'unsafe',
  bad: { body: "The company raised it's forecast for the year." },
  good: { body: 'The company raised its forecast for the year.' },
  *check(context) {
    if (context.language === 'en') yield* outsideQuotations(context, ({ text }) => confused(text));
  },
};

function* confused(text: string): Generator<TextMatch> {
  for (const { span, right } of confusedWords(text)) {
    const message = `'${text.slice(span.start, span.end)}' instead of '${right}'`;
    yield { message, advice: `Write '${right}'.`, span, edits: [{ span, text: right }], isSafe: false };
  }
}
