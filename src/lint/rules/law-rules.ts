import type { Passage } from '../../model/passage.ts';
import { hasHan, type Span } from '../../text/index.ts';
import { beginsSentence } from '../../text/sentences.ts';
import type { RuleContext } from '../context.ts';
import { memoize } from '../memoize.ts';
import { inPassage, matches, type TextMatch } from '../passages.ts';
import { namesOf } from '../prose/names.ts';
import { sentences } from '../prose/sentences.ts';
import type { Rule } from '../rule.ts';

/** Returns three laws for an example, of which the first one may break a rule. */
export function threeLaws(
  first = 'When labs run at night, the scarce thing is no longer time, but questions.',
): string {
  return `- ${first}\n- The first machine to replace is not the hand, but the schedule.\n- Automation never begins with a robot, but rather with a list.`;
}

export const lawSentence: Rule = {
  id: 'law-sentence',
  group: 'laws',
  what: 'A law of more than one sentence.',
  why: 'A law is one thought that readers can remember; each law of the reference post is one sentence. A second sentence is usually an argument, so put it in the insight.',
  severity: 'warning',
  bad: {
    laws: threeLaws('When labs run at night, time is not scarce. What is scarce, but rarely seen, is questions.'),
  },
  good: { laws: threeLaws() },
  *check({ lawPassages }) {
    for (const passages of lawPassages) {
      const all = passages.flatMap((passage) => sentences(passage).map((span) => ({ passage, span })));
      const [, second] = all;
      if (!second) continue;
      const message = `law has ${all.length} sentences; a law is one sentence`;
      const advice = 'Write one sentence, or move the rest to the insight.';
      yield* inPassage(second.passage, [{ message, advice, span: second.span }]);
    }
  },
};

export const lawContrast: Rule = {
  id: 'law-contrast',
  group: 'laws',
  what: 'A law without a contrast.',
  why: "A law of this house contrasts two things: *from 'creators' to 'initial guides'*, *not that they become smarter, but that they learn*. All three laws of the reference post do so, and the rule is inferred from them.",
  severity: 'warning',
  options: ['words.contrasts'],
  bad: { laws: threeLaws('When labs run at night, questions become the most precious of all things.') },
  good: { laws: threeLaws() },
  *check({ lawPassages, house, isForeign }) {
    if (isForeign) return;
    const contrasts = contrastsOf(house.words.contrasts);
    if (contrasts.length === 0) return;
    for (const passages of lawPassages) {
      const [first] = passages;
      if (!first || passages.some(({ text }) => hasContrast(text, contrasts))) continue;
      const advice = hasHan(first.text)
        ? 'Contrast two things: 让两者相对，如“不是 X，而是 Y”或“从 X 到 Y”。'
        : 'Contrast two things, as in "not X, but Y" or "from X to Y".';
      const span = { start: 0, end: first.text.length };
      yield* inPassage(first, [{ message: 'law has no contrast', advice, span }]);
    }
  },
};

/** A negation after a comma, as in `the map, not the land`, or two comparatives, as in `the longer, the better`. */
const OTHERWISE =
  /[,;—–] (?:not|never|nor|no)\b|\b(?:more|less|fewer|[a-z]{3,}[^aeiou\W]er|better|worse)\b.*\b(?:more|less|fewer|[a-z]{2,}er)\b/i;

function hasContrast(text: string, contrasts: readonly Contrast[]): boolean {
  return contrasts.some((contrast) => matchesAll(text, contrast)) || OTHERWISE.test(text);
}

/** The parts of a contrast, which occur in this order: `from … to`. */
type Contrast = readonly RegExp[];

/** Contrasts of one part, which are most of them, share one regular expression for speed. */
const contrastsOf = memoize((list: readonly string[]): readonly Contrast[] => {
  const all = list.map((contrast) =>
    contrast
      .split('…')
      .map((part) => part.trim())
      .filter((part) => part !== ''),
  );
  const single = all.filter(({ length }) => length === 1).flat();
  const several = all.filter(({ length }) => length > 1).map((parts) => parts.map((part) => expression([part])));
  return single.length > 0 ? [[expression(single)], ...several] : several;
});

function expression(parts: readonly string[]): RegExp {
  return new RegExp(parts.map(wholeWords).join('|'), 'i');
}

/** Looks for each part after the one before. One expression for all parts would backtrack over every combination. */
function matchesAll(text: string, contrast: Contrast): boolean {
  let rest = text;
  for (const part of contrast) {
    const found = part.exec(rest);
    if (!found) return false;
    rest = rest.slice(found.index + found[0].length);
  }
  return true;
}

function wholeWords(part: string): string {
  const escaped = part.replace(/[\\^$.*+?()[\]{}|/-]/g, '\\$&').replaceAll(' ', '\\s+');
  return hasHan(part) ? escaped : `\\b${escaped}\\b`;
}

export const lawSpecifics: Rule = {
  id: 'law-specifics',
  group: 'laws',
  what: 'A name, number or source in a law.',
  why: 'A law holds beyond the story of the day. Laws of the reference post name nobody, count nothing and cite nothing, and the rule is inferred from them. A word counts as a name if the body or the insight capitalizes it in the middle of a sentence.',
  severity: 'warning',
  bad: {
    body: 'A lab of Acme opened at night.\n\nIts director said, "We sleep, and the lab does not."',
    laws: threeLaws('When Acme runs at night, the scarce thing is no longer time, but questions.'),
  },
  good: {
    body: 'A lab of Acme opened at night.\n\nIts director said, "We sleep, and the lab does not."',
    laws: threeLaws(),
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
  const report = (what: string, span: Span) => ({
    message: `${what} in a law`,
    advice: 'Write a law that is also true beyond this story.',
    span,
  });
  for (const pattern of [NUMBER, AMOUNT]) for (const { span } of matches(text, pattern)) yield report('number', span);
  for (const { span } of matches(text, SOURCE)) yield report('source', span);
  for (const { span } of matches(text, COMPANY)) yield report('name', span);
  for (const { span, found } of matches(text, NAME)) {
    const isFirst = beginsSentence(text, span.start);
    if (isFirst && !isName(found[0], context)) continue;
    if (namesOf(context).words.has(found[0])) yield report('name', span);
  }
  const subject = hanSubject(context);
  const start = subject === '' ? -1 : text.indexOf(subject);
  if (start !== -1) yield report('name', { start, end: start + subject.length });
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
