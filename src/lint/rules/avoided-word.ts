import type { AvoidedWords } from '../../model/house.ts';
import { memoize } from '../memoize.ts';
import { inAllPassages } from '../passages.ts';
import { isQuotedAt } from '../prose/quotations.ts';
import { beginsSentence } from '../prose/sentences.ts';
import { anyOf, listed } from '../prose/word-list.ts';
import type { Rule } from '../rule.ts';

export const avoidedWord: Rule = {
  id: 'avoided-word',
  group: 'words',
  what: 'A word that the house avoids, such as press release praise.',
  why: 'Praise from a press release becomes the claim of the writer once it is printed. An editor decides whether the word is right this time, so this is only a suggestion. Quotations and names are left alone.',
  severity: 'information',
  options: ['words.avoid'],
  bad: { body: 'The lab has a groundbreaking robot.\n\nIts director said, "We sleep, and the lab does not."' },
  good: { body: 'The lab has a robot that mends itself.\n\nIts director said, "It is a groundbreaking robot."' },
  *check(context) {
    const { all, reasons } = reasonsByWord(context.house.words.avoid);
    yield* inAllPassages(
      context,
      function* (passage) {
        const { text } = passage;
        const isTitled = passage === context.headline || passage.kind === 'heading';
        for (const { span, found, word } of listed(text, all)) {
          const isName =
            !isTitled && /^[A-Z]/.test(found) && word === word.toLowerCase() && !beginsSentence(text, span.start);
          if (isName || CEREMONY.test(text.slice(span.start, span.end + 12)) || isQuotedAt(passage, span)) continue;
          const message = `avoided word '${word}'`;
          const because = reasons.get(word);
          const advice = because
            ? `Remove the word or state the fact: ${because}.`
            : 'Remove the word or state the fact.';
          yield { message, advice, span };
        }
      },
      anyOf(all),
    );
  },
};

/** A ceremony that breaks ground literally. */
const CEREMONY = /^groundbreaking ceremon/i;

const reasonsByWord = memoize((avoid: readonly AvoidedWords[]) => {
  const reasons = new Map(avoid.flatMap(({ words, because }) => words.map((word) => [word, because] as const)));
  return { all: [...reasons.keys()], reasons };
});
