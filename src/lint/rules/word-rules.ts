import type { AvoidedWords, PreferredWord } from '../../model/house.ts';
import type { Passage } from '../../model/passage.ts';
import { spacedWord } from '../../model/words.ts';
import type { Span } from '../../text/index.ts';
import type { RuleContext } from '../context.ts';
import { memoize } from '../memoize.ts';
import { listedWords } from '../passages.ts';
import { rightIn } from '../prose/replacements.ts';
import { beginsSentence } from '../prose/sentences.ts';
import type { FoundWord } from '../prose/word-list.ts';
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
    yield* listedWords(context, all, (passage) => {
      const isRight = rightIn(passage.text, context.house);
      return (listed) => {
        const { span, found, word } = listed;
        const preferred = uses.get(word);
        if (!preferred || isName(passage, listed, context) || isRight(span)) return undefined;
        const { use, because } = preferred;
        if (spacedWord(found) === use) return undefined;
        const message = `'${word}' instead of '${use}'`;
        const advice = because ? `Use '${use}': ${because}.` : `Use '${use}'.`;
        const fix = { edits: [{ span, text: inCaseOf(found, word, use) }], isSafe: false };
        return { message, advice, ...(fits(passage.text, span, use) ? fix : {}) };
      };
    });
  },
};

/** Whether a word can stand there without a repetition (`uses uses`) or a preposition between commas (`is, about, 80%`). */
function fits(text: string, { start, end }: Span, use: string): boolean {
  const [first = '', last = ''] = [/^\S+/, /\S+$/].map((pattern) => pattern.exec(use.toLowerCase())?.[0]);
  const before = /([^\s,]+)(,?)\s+$/.exec(text.slice(Math.max(0, start - 40), start));
  const after = /^(,?)\s+([\p{L}\p{N}'’-]+)|^,/u.exec(text.slice(end, end + 40));
  if (before?.[1]?.toLowerCase() === first || after?.[2]?.toLowerCase() === last) return false;
  return before?.[2] !== ',' || !after?.[0].startsWith(',');
}

const preferencesByWord = memoize((prefer: readonly PreferredWord[]) => {
  const uses = new Map(prefer.flatMap((preferred) => preferred.not.map((word) => [word, preferred])));
  return { all: [...uses.keys()], uses };
});

/**
 * Whether a word is capitalized because it is a name. The list has it in lower case, and it is not in a headline or at the
 * start of a sentence, where any word is capitalized.
 */
function isName(passage: Passage, { span, found, word }: FoundWord, { headline }: RuleContext): boolean {
  if (!isCapitalized(found) || word !== word.toLowerCase()) return false;
  return passage !== headline && passage.kind !== 'heading' && !beginsSentence(passage.text, span.start);
}

function isCapitalized(word: string): boolean {
  return word.charAt(0) !== word.charAt(0).toLowerCase();
}

/** Returns the preferred word, capitalized if the writer capitalized a word that the list has in lower case. */
function inCaseOf(found: string, listedAs: string, use: string): string {
  if (!isCapitalized(found) || isCapitalized(listedAs)) return use;
  return use.charAt(0).toUpperCase() + use.slice(1);
}

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
    yield* listedWords(context, all, (passage) => (listed) => {
      const { span, word } = listed;
      const isCeremony = CEREMONY.test(passage.text.slice(span.start, span.end + 12));
      if (isCeremony || isName(passage, listed, context)) return undefined;
      const because = reasons.get(word);
      const todo = 'Remove the word or state the fact';
      return { message: `avoided word '${word}'`, advice: because ? `${todo}: ${because}.` : `${todo}.` };
    });
  },
};

/** A ceremony that breaks ground literally. */
const CEREMONY = /^groundbreaking ceremon/i;

const reasonsByWord = memoize((avoid: readonly AvoidedWords[]) => {
  const reasons = new Map(avoid.flatMap(({ words, because }) => words.map((word) => [word, because] as const)));
  return { all: [...reasons.keys()], reasons };
});

export const relativeTime: Rule = {
  id: 'relative-time',
  group: 'words',
  what: "A relative time, such as 'this week', in a note without a date.",
  why: 'A post is read for years, and *this week* is right for one of them. The AP Stylebook asks for the day or the date. The reference post has *this week* and no date, so this is only a suggestion. Quotations and laws are left alone.',
  severity: 'information',
  options: ['words.relative_times'],
  bad: {
    front: { date: null },
    body: 'The lab opened this week.\n\nIts director said, "We sleep, and the lab does not."',
  },
  good: { body: 'The lab opened this week.\n\nIts director said, "We sleep, and the lab does not."' },
  *check(context) {
    if (context.article.date !== undefined || context.note.fields.some(({ key }) => key === 'date')) return;
    const laws = new Set(context.lawPassages.flat());
    const message = 'relative time in a note without a date';
    const advice = 'Add a date to the front matter, or write the day itself.';
    yield* listedWords(
      context,
      context.house.words.relative_times,
      (passage) => () => (laws.has(passage) ? undefined : { message, advice }),
    );
  },
};
