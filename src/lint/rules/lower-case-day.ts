import { maskCodeLike } from '../../typography/index.ts';
import { matches, outsideQuotations, type TextMatch } from '../passages.ts';
import type { Rule } from '../rule.ts';

/** `march`, `may` and `august` are also other words, and `sun` and `mon` abbreviations. */
const DAYS =
  /(?<![\w@#$/.-])(?:(?:mon|tues|wednes|thurs|fri|satur|sun)days?|january|february|april|june|july|september|october|november|december)(?![\w@/=-]|\.\w|['’](?!s\b))/g;
const ANY = new RegExp(DAYS.source);

export const lowerCaseDay: Rule = {
  id: 'lower-case-day',
  group: 'words',
  what: 'A weekday or a month in lower case.',
  why: 'English capitalizes the names of days and months, and so do the AP Stylebook and the Chicago Manual of Style. *March*, *May* and *August* are also other words and are not checked. Quotations are left alone.',
  severity: 'warning',
  fix: 'unsafe',
  bad: { body: 'The lab opened on tuesday.' },
  good: { body: 'The lab opened on Tuesday.' },
  *check(context) {
    if (context.language === 'en') yield* outsideQuotations(context, ({ text }) => lowerCaseDays(text), ANY);
  },
};

function* lowerCaseDays(text: string): Generator<TextMatch> {
  for (const { span, found } of matches(maskCodeLike(text), DAYS)) {
    const right = found[0].charAt(0).toUpperCase() + found[0].slice(1);
    const edits = [{ span, text: right }];
    yield { message: `'${found[0]}' in lower case`, advice: `Write '${right}'.`, span, edits, isSafe: false };
  }
}
