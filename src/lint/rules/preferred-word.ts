import type { PreferredWord } from '../../model/house.ts';
import type { Passage } from '../../model/passage.ts';
import { spacedWord } from '../../model/words.ts';
import type { RuleContext } from '../context.ts';
import { memoize } from '../memoize.ts';
import { inAllPassages } from '../passages.ts';
import { isQuotedAt } from '../prose/quotations.ts';
import { rightIn } from '../prose/replacements.ts';
import { beginsSentence } from '../prose/sentences.ts';
import { anyOf, listed } from '../prose/word-list.ts';
import type { Rule } from '../rule.ts';

export const preferredWord: Rule = {
  id: 'preferred-word',
  group: 'words',
  what: 'A word for which the house prefers another.',
  why: 'A house uses one word for one thing, and the shorter of two that mean the same. The AP Stylebook, Orwell and Strunk give the same advice. Quotations and names are left alone.',
  severity: 'warning',
  fix: 'unsafe',
  options: ['words.prefer'],
  bad: { body: 'The lab utilizes robots at night.\n\nIts director said, "We sleep, and the lab does not."' },
  good: { body: 'The lab uses robots at night.\n\nIts director said, "We utilize the night."' },
  *check(context) {
    const { all, uses } = preferencesByWord(context.house.words.prefer);
    yield* inAllPassages(
      context,
      function* (passage) {
        const words = [...listed(passage.text, all)];
        if (words.length === 0) return;
        const isRight = rightIn(passage.text, context.house);
        for (const { span, found, word } of words) {
          const preferred = uses.get(word);
          const isName =
            isCapitalized(found) && word === word.toLowerCase() && !mayBeCapitalized(passage, span.start, context);
          if (!preferred || isName || isRight(span) || isQuotedAt(passage, span)) continue;
          const { use, because } = preferred;
          if (spacedWord(found) === use) continue;
          const message = `'${word}' instead of '${use}'`;
          const advice = because ? `Use '${use}': ${because}.` : `Use '${use}'.`;
          yield { message, advice, span, edits: [{ span, text: inCaseOf(found, word, use) }], isSafe: false };
        }
      },
      anyOf(all),
    );
  },
};

const preferencesByWord = memoize((prefer: readonly PreferredWord[]) => {
  const uses = new Map(prefer.flatMap((preferred) => preferred.not.map((word) => [word, preferred])));
  return { all: [...uses.keys()], uses };
});

function isCapitalized(word: string): boolean {
  return word.charAt(0) !== word.charAt(0).toLowerCase();
}

/** Any word is capitalized at the start of a sentence and in a headline, so it need not be a name. */
function mayBeCapitalized(passage: Passage, at: number, { headline }: RuleContext): boolean {
  return passage === headline || passage.kind === 'heading' || beginsSentence(passage.text, at);
}

/** Returns the preferred word, capitalized if the writer capitalized a word that the list has in lower case. */
function inCaseOf(found: string, listedAs: string, use: string): string {
  if (!isCapitalized(found) || isCapitalized(listedAs)) return use;
  return use.charAt(0).toUpperCase() + use.slice(1);
}
