import type { Passage } from '../../model/passage.ts';
import { applyEdits, hasHan } from '../../text/index.ts';
import { maskCodeLike } from '../../typography/index.ts';
import type { RuleContext } from '../context.ts';
import { inPassage } from '../passages.ts';
import { namesOf } from '../prose/names.ts';
import { isQuotedAt } from '../prose/quotations.ts';
import { titleCaseEdits } from '../prose/title-case.ts';
import type { Rule } from '../rule.ts';

export const headlineCase: Rule = {
  id: 'headline-case',
  group: 'headline',
  what: 'A headline that is not in title case, or all in capitals.',
  why: 'The house capitalizes every word of a headline except small ones in the middle of a clause. The AP Stylebook and the Chicago Manual of Style describe title case in this way; where they differ, as on *with*, *from* and the *to* of an infinitive, both forms pass. Brand names such as *iPhone*, acronyms and quoted words are left alone. A headline in capitals has no fix because nothing shows which words are acronyms.',
  severity: 'warning',
  fix: 'unsafe',
  options: ['usage.headline_case', 'words.small'],
  bad: { front: { headline: `"Chipmaker opens 'self-driving' lab: robots may run night shifts"` } },
  good: { front: { headline: `"Chipmaker Opens 'Self-Driving' Lab: Robots May Run Night Shifts"` } },
  *check(context) {
    const { headline, house, language } = context;
    if (!headline || language !== 'en' || house.usage.headline_case !== 'title' || hasHan(headline.text)) return;
    const { text } = headline;
    if (isShouted(headline, house.words.small)) {
      const span = { start: 0, end: text.length };
      return yield* inPassage(headline, [{ message: 'headline is all in capitals', advice: SHOUTED, span }]);
    }
    const masked = maskCodeLike(text);
    const edits = titleCaseEdits(text, house.words.small, {
      keeps: (at) =>
        masked.charAt(at) !== text.charAt(at) ||
        isQuotedAt(headline, { start: at, end: at + 1 }) ||
        isLowerName(context, WORD.exec(text.slice(at))?.[0] ?? ''),
      isName: (words) => isNamed(context, words),
      isProper: (word) => namesOf(context).words.has(word),
    });
    const message = 'headline is not in title case';
    const wanted = applyEdits(text, edits);
    const advice = text.includes('"') ? `Write '${wanted}'.` : `Write "${wanted}".`;
    const wordAt = (start: number) => ({ start, end: start + (WORD.exec(text.slice(start))?.[0].length ?? 1) });
    const matches = edits.map((edit) => ({
      message,
      advice,
      span: wordAt(edit.span.start),
      edits: [edit],
      isSafe: false,
    }));
    yield* inPassage(headline, matches);
  },
};

const SHOUTED = 'Capitalize only the first letter of each word, except in acronyms.';
const LETTERS = /[A-Za-z\u00c0-\u024f'’]{2,}/g;
const SMALL_LETTER = /^.?[a-zß-öø-ÿ]/;
/** Two words of this length are not both acronyms. */
const LONG = 5;
/** Short words with this many letters are not all acronyms: FED CUTS RATES. */
const SHOUTED_LETTERS = 12;

/**
 * Whether the whole headline is in capitals. A small word or several long ones show that the words are not acronyms;
 * quoted words do not count.
 */
function isShouted(headline: Passage, small: readonly string[]): boolean {
  const words = [...headline.text.matchAll(LETTERS)]
    .filter(({ index }) => !isQuotedAt(headline, { start: index, end: index + 1 }))
    .map(([word]) => word.replace(/^['’]+/, ''));
  if (words.length < 3 || words.some((word) => SMALL_LETTER.test(word) && !/[A-Z]{2}/.test(word))) return false;
  const letters = words.reduce((sum, { length }) => sum + length, 0);
  if (words.every(({ length }) => length >= 3) && letters >= SHOUTED_LETTERS) return true;
  return (
    words.some((word) => small.includes(word.toLowerCase())) || words.filter(({ length }) => length >= LONG).length > 1
  );
}

const WORD = /^[^\s:;,.?!'"’”)—–-]+/;

/** Names of programs that are no English words. Their makers write them in lower case. */
const LOWER_NAMES = new Set(
  'rustup rustc rustfmt npm npx pnpm nginx systemd ffmpeg tmux vim zsh sudo grep sqlite jq webpack esbuild vite kubectl pip numpy pandas pytest iptables'.split(
    ' ',
  ),
);

/** Whether the headline keeps a word in lower case: the name of a program, or a word that starts a sentence of the note so. */
function isLowerName(context: RuleContext, word: string): boolean {
  return /^[a-z]/.test(word) && (LOWER_NAMES.has(word) || namesOf(context).lower.has(word));
}

/** Whether the note writes `The` and the next word in the middle of a sentence, as in `The Hague`. */
function isNamed(context: RuleContext, words: string): boolean {
  return namesOf(context).articled.has(words.replace(/(?:['’]s)?[^\w]*$/, ''));
}
