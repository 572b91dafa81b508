import type { Passage } from '../../model/passage.ts';
import type { RuleContext } from '../context.ts';
import { inPassage, matches, type TextMatch } from '../passages.ts';
import { namesOf } from '../prose/names.ts';
import { beginsSentence } from '../prose/sentences.ts';
import type { Rule } from '../rule.ts';

export const lawSpecifics: Rule = {
  id: 'law-specifics',
  group: 'laws',
  what: 'A name, number or source in a law.',
  why: 'A law holds beyond the story of the day. Laws of the reference post name nobody, count nothing and cite nothing, and the rule is inferred from them. A word counts as a name if the body or the insight capitalizes it in the middle of a sentence.',
  severity: 'warning',
  bad: {
    body: 'A lab of Acme opened at night.\n\nIts director said, "We sleep, and the lab does not."',
    laws: '- When Acme runs at night, the scarce thing is no longer time, but questions.\n- The first machine to replace is not the hand, but the schedule.\n- Automation never begins with a robot, but rather with a list.',
  },
  good: {
    body: 'A lab of Acme opened at night.\n\nIts director said, "We sleep, and the lab does not."',
    laws: '- When labs run at night, the scarce thing is no longer time, but questions.\n- The first machine to replace is not the hand, but the schedule.\n- Automation never begins with a robot, but rather with a list.',
  },
  *check(context) {
    for (const passage of context.lawPassages.flat()) yield* inPassage(passage, specifics(context, passage));
  },
};

/** Not the digits of words such as `5G` and `Web3`. */
const NUMBER =
  /(?<![A-Za-z\d.,-])[$€£¥]?\d+(?:[.,:]\d+)*(?:\s?%|\s(?:percent|million|billion|trillion)\b)?(?![A-Za-z\d-])/g;
const AMOUNT = /(?<=\b[a-z]+ )(?:percent|million|billion|trillion)\b/g;
const SOURCE =
  /\b(?:according to|as reported by|a (?:study|survey|report) (?:by|from|of))\b|据[^，。]{1,12}(?:报道|称|显示|统计|披露)/gi;
const COMPANY = /\b(?:Inc|Corp|Ltd|LLC|GmbH|plc)\b\.?/g;
const NAME =
  /(?<![A-Za-z0-9\u00c0-\u024f])[A-Z\u00c0-\u00de][A-Za-z\u00c0-\u024f]*[a-z\u00df-\u024f][A-Za-z\u00c0-\u024f]*/g;

function* specifics(context: RuleContext, { text }: Passage): Generator<TextMatch> {
  const advice = 'Write a law that also holds beyond this story.';
  for (const pattern of [NUMBER, AMOUNT])
    for (const { span } of matches(text, pattern)) yield { message: 'number in a law', advice, span };
  for (const { span } of matches(text, SOURCE)) yield { message: 'source in a law', advice, span };
  const message = 'name in a law';
  for (const { span } of matches(text, COMPANY)) yield { message, advice, span };
  for (const { span, found } of matches(text, NAME)) {
    const isFirst = beginsSentence(text, span.start);
    if (isFirst && !isName(found[0], context)) continue;
    if (namesOf(context).words.has(found[0])) yield { message, advice, span };
  }
  const subject = hanSubject(context);
  const start = subject === '' ? -1 : text.indexOf(subject);
  if (start !== -1) yield { message, advice, span: { start, end: start + subject.length } };
}

/** The first word of a law is capitalized anyway. It is a name if the headline starts with it or it has an inner capital. */
function isName(word: string, { headline }: RuleContext): boolean {
  return /[a-z][A-Z]/.test(word) || headline?.text.startsWith(word) === true;
}

/** Returns the subject of a Chinese story: the words that both its headline and its body start with. */
function hanSubject({ headline, bodyBlocks, language }: RuleContext): string {
  if (language !== 'zh' || !headline) return '';
  const body = bodyBlocks[0]?.passages?.[0]?.text ?? '';
  let at = 0;
  while (at < body.length && body[at] === headline.text[at]) at++;
  return at >= 3 ? headline.text.slice(0, at) : '';
}
