import { maskCodeLike } from '../../typography/index.ts';
import { matches, outsideQuotations, type TextMatch } from '../passages.ts';
import type { Rule } from '../rule.ts';

/** `march`, `may` and `august` are also other words, and `sun` and `mon` abbreviations of other things. */
const DAYS =
  /(?<![\w@#$/.-])(?:(?:mon|tues|wednes|thurs|fri|satur|sun)days?|january|february|april|june|july|september|october|november|december)(?![\w@/=-]|\.\w|['’](?!s\b))/g;
/** With a day or a year, or at the end of a phrase of time, each of them is a month. */
const MONTHS =
  /(?<=\b(?:on|by|until|till|since|from|before|after|through|to|of|due|and) )(?:march|may|august) (?=(?:[12]\d|3[01]|[1-9])(?:[.,;:)]|$| (?:and|at|in|to|with|for|after|before|when|by|if|the)\b|, ?\d{4}))|(?<=\b(?:in|since|until|by|from|of|early|late|mid-?|last|next) )(?:march|may|august)(?=,? (?:19|20)\d\d\b)|(?<=\b(?:\d{1,2}(?:st|nd|rd|th)?) (?:of )?)(?:march|august)(?=[.,;]|$| (?:19|20)\d\d\b)|(?<=\b(?:in|since|until|by) (?:early |late |mid-)?)august(?=[.,;]|$| and\b)/g;
const ANY = new RegExp(`${DAYS.source}|\\b(?:march|may|august)\\b(?= \\d|[.,;]|$| and )`);

export const lowerCaseDay: Rule = {
  id: 'lower-case-day',
  group: 'words',
  what: 'A weekday or a month in lower case.',
  why: 'English capitalizes the names of days and months (AP Stylebook, Chicago Manual of Style). *March*, *May* and *August* are also other words, so the rule reports them only next to a day or a year. Quotations are left alone.',
  severity: 'warning',
  fix: 'unsafe',
  bad: { body: 'The lab opened on tuesday.' },
  good: { body: 'The lab opened on Tuesday.' },
  isLocal: true,
  *check(context) {
    if (context.language === 'en') yield* outsideQuotations(context, ({ text }) => lowerCaseDays(text), ANY);
  },
};

function* lowerCaseDays(text: string): Generator<TextMatch> {
  const masked = maskCodeLike(text);
  const found = [...matches(masked, DAYS), ...matches(masked, MONTHS)];
  for (const { start, end } of found.map(({ span }) => span)) {
    const word = text.slice(start, end).trimEnd();
    const span = { start, end: start + word.length };
    const right = word.charAt(0).toUpperCase() + word.slice(1);
    const edits = [{ span, text: right }];
    yield { message: `'${word}' in lower case`, advice: `Write '${right}'.`, span, edits, isSafe: false };
  }
}
