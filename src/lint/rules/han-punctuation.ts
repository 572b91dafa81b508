import type { Passage } from '../../model/passage.ts';
import { hasHan } from '../../text/index.ts';
import { inAllPassages, matches, passMatches, type TextMatch } from '../passages.ts';
import type { Rule } from '../rule.ts';

/** What each pass of the house's typography would change. */
const MESSAGES = {
  'han-punctuation': 'half-width punctuation in Chinese text; use ，。：；？！',
  'han-brackets': 'half-width parentheses in Chinese text; use （）',
  'han-dashes': 'wrong dash in Chinese text; use ——',
  'han-ellipsis': 'wrong ellipsis in Chinese text; use ……',
};

/** Digits, letters and percent signs that an input method wrote in full width, or one mark twice. */
const SLIP = /[０-９Ａ-Ｚａ-ｚ％]+|(?<!。)。。(?!。)|(?<![，、；：])(?:，，|、、|；；|：：)(?![，、；：])/g;
const HAS_SLIP = new RegExp(SLIP.source);
/** The distance between a full-width character and its half-width form in Unicode. */
const DISTANCE = 0xfee0;

export const hanPunctuation: Rule = {
  id: 'han-punctuation',
  group: 'Chinese',
  what: 'Characters of the wrong width, hyphens as a dash, full stops as an ellipsis, or a repeated mark in Chinese text.',
  why: 'GB/T 15834 and the W3C Requirements for Chinese Text Layout ask for full-width punctuation, a dash of two characters (——) and an ellipsis of two (……). Punctuation inside Latin text and numbers stays half-width: `3.5`, `12:30`, `Node.js`. So do digits, letters and `%`.',
  severity: 'warning',
  fix: 'both',
  options: ['typography.han'],
  bad: { body: '机器人在夜里做实验,人在白天读结果.', house: 'abab-zh' },
  good: { body: '机器人在夜里做实验，人在白天读结果。', house: 'abab-zh' },
  isLocal: true,
  *check(context) {
    for (const [pass, message] of Object.entries(MESSAGES)) yield* passMatches(context, pass, message);
    // Japanese sets full-width letters and digits on purpose.
    const isChecked = context.language === 'zh' && context.house.typography.han === 'full-width';
    if (isChecked) yield* inAllPassages(context, slips, HAS_SLIP);
  },
};

function* slips({ text }: Passage): Generator<TextMatch> {
  if (!hasHan(text)) return;
  for (const { span, found } of matches(text, SLIP)) {
    const [written] = found;
    const isMark = /^[。，、；：]/.test(written);
    const right = isMark ? written.slice(1) : halfWidth(written);
    const message = isMark ? `repeated '${right}'` : `full-width '${written}'`;
    yield { message, advice: `Write '${right}'.`, span, edits: [{ span, text: right }], isSafe: !isMark };
  }
}

function halfWidth(text: string): string {
  return [...text].map((character) => String.fromCharCode(character.charCodeAt(0) - DISTANCE)).join('');
}
