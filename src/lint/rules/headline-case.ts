import type { Passage } from '../../model/passage.ts';
import { applyEdits, hasHan } from '../../text/index.ts';
import type { RuleContext } from '../context.ts';
import { inPassage } from '../passages.ts';
import { namesOf } from '../prose/names.ts';
import { isQuotedAt } from '../prose/quotations.ts';
import { titleCaseEdits } from '../prose/title-case.ts';
import type { Rule } from '../rule.ts';

export const headlineCase: Rule = {
  id: 'headline-case',
  group: 'headline',
  what: 'The headline is not in title case, or all in capitals.',
  why: "Headlines of the house have a capital on every word but the small ones of `words.small`, which have it first, last and behind a colon: so has the reference post. Both the AP Stylebook and the Chicago Manual describe title case so; on longer prepositions (*with*, *from*, *over*) they differ, and here either is right. A name that its owner writes otherwise (*iPhone*, *arXiv*), an acronym and somebody's words in double quotation marks stay as they are. Where all is in capitals nobody can tell what is an acronym, so there is no fix. `usage.headline_case` in `house.yaml` turns it off.",
  severity: 'warning',
  fix: 'unsafe',
  bad: { front: { headline: `"Chipmaker opens 'self-driving' lab: robots may run night shifts"` } },
  good: { front: { headline: `"Chipmaker Opens 'Self-Driving' Lab: Robots May Run Night Shifts"` } },
  *check(context) {
    const { headline, house, language } = context;
    if (!headline || language !== 'en' || house.usage.headline_case !== 'title' || hasHan(headline.text)) return;
    const { text } = headline;
    if (isShouted(headline, house.words.small)) {
      const span = { start: 0, end: text.length };
      return yield* inPassage(headline, [{ message: 'the headline is all in capitals', advice: SHOUTED, span }]);
    }
    const edits = titleCaseEdits(text, house.words.small, {
      keeps: (at) => isQuotedAt(headline, { start: at, end: at + 1 }),
      isName: (words) => isNamed(context, words),
    });
    const message = 'the headline is not in title case';
    const advice = `Write "${applyEdits(text, edits)}".`;
    const wordAt = (start: number) => ({ start, end: start + (WORD.exec(text.slice(start))?.[0].length ?? 1) });
    const hits = edits.map((edit) => ({
      message,
      advice,
      span: wordAt(edit.span.start),
      edits: [edit],
      isSafe: false,
    }));
    yield* inPassage(headline, hits);
  },
};

const SHOUTED = 'Write small letters behind the first of each word; only acronyms keep their capitals.';
const LETTERS = /[A-Za-z\u00c0-\u024f'’]{2,}/g;
const SMALL_LETTER = /^.?[a-zß-öø-ÿ]/;
/** A word as long as this is hardly an acronym, and two of them are none. */
const LONG = 5;

/**
 * Whether no word has small letters, and a small word or several long ones show that they are no acronyms. What somebody
 * said is not looked at.
 */
function isShouted(headline: Passage, small: readonly string[]): boolean {
  const words = [...headline.text.matchAll(LETTERS)]
    .filter(({ index }) => !isQuotedAt(headline, { start: index, end: index + 1 }))
    .map(([word]) => word.replace(/^['’]+/, ''));
  if (words.length < 3 || words.some((word) => SMALL_LETTER.test(word) && !/[A-Z]{2}/.test(word))) return false;
  return (
    words.some((word) => small.includes(word.toLowerCase())) || words.filter(({ length }) => length >= LONG).length > 1
  );
}

const WORD = /^[^\s:;,.?!'"’”)—–-]+/;

/** Whether the note itself writes `The` with the word behind it in the middle of a sentence. */
function isNamed(context: RuleContext, words: string): boolean {
  return namesOf(context).articled.has(words.replace(/(?:['’]s)?[^\w]*$/, ''));
}
