import { type Passage, sourceSpan } from '../../model/passage.ts';
import type { Span } from '../../text/index.ts';
import { beginsSentence } from '../../text/sentences.ts';
import type { RuleContext } from '../context.ts';
import { inAllPassages, matches, outsideQuotations, type TextMatch } from '../passages.ts';
import { HAS_TWICE_HAN, repeatedHan } from '../prose/han-repetitions.ts';
import { isQuotedAt } from '../prose/quotations.ts';
import { isSlip } from '../prose/repetitions.ts';
import type { Rule } from '../rule.ts';

/** Letters of scripts that use spaces. Ranges, because Unicode properties are slow in a pattern that runs on every text. */
const LETTER = 'A-Za-z\\u00aa\\u00b5\\u00c0-\\u00d6\\u00d8-\\u00f6\\u00f8-\\u036f\\u0370-\\u052f\\u1e00-\\u1fff';
const SPACE = ' \\n\\r\\u00a0';
const TWICE = new RegExp(
  `(?<![${LETTER}\\d'’.&@#/-])([${LETTER}]+)((?:[${SPACE}]+\\1(?![${LETTER}\\d]|['’.-][${LETTER}]))+)`,
  'gi',
);

/** A phrase of two small words twice, as in `in the in the spring`. */
const PHRASE_TWICE =
  /\b((?:in|on|of|to|at|for|with|from|by|and|that|will|has|have|had) (?:the|an?|its|his|her|their|be|been)) \1\b/g;
const HAS_PHRASE_TWICE = new RegExp(PHRASE_TWICE.source);

/** A space, a line end or a no-break space parts two words. */
const SPACES = new RegExp(`[${SPACE}]+`);

/** Words that grammar allows twice (`had had`, `what it is is`) or that are repeated for their sound. */
const RIGHT_TWICE = new Set(
  (
    'had that is was do did does you her it who in on as so no very really much many long far too more bye ha ho he la ' +
    'something blah bla knock tut hush there now well hear yes yeah never please again old big little win go come boom chop ' +
    'pooh night night-night one two three four five six seven eight nine ten bang beep tick woof meow'
  ).split(' '),
);
/** Words that are never right twice, so the fix is safe. */
const CERTAIN = new Set('the a an of and to with from its their my your our at by'.split(' '));

/** Words that may repeat, as in `logged in in time`, but not at the start of a sentence. */
const WRONG_AT_START = new Set(['in', 'on', 'as']);

/**
 * Particles and pronouns that Chinese text repeats only by mistake. 的的 is right in 目的的, 有的的, 的的确确 and before 的士;
 * 了了 in 为了了解 and 受不了了, 在在 in 现在在 and 正在在线, where one of the two belongs to another word.
 */
const HAN_TWICE =
  /(?<![目有打])的的(?![确士])|(?<![为除不得罢时未末终明])了了(?![之解然结不得断却事无如望悟当债账清局若愿草])|(?<![现存实所内外潜自何好旨健同不亲常在])在在(?![线职场乎意校位册编建逃世岗野朝处皆有需握此即家途押任营研售网案先前后内外下座读华京在])|(?<![一双成面校核相配])对对(?![方手比付象抗称于话应立待面外内联口半策错子中准接岸阵撞])|(我们|你们|他们|她们|它们|因为|但是|如果|已经|以及|对于|由于|虽然|并且|或者|其中|目前|根据|通过|关于|这个|这些|那些)\1/g;
/** A word is missing after these: `reach out the the team` means `reach out to the team`. */
const PARTICLE = /(?:^|\s)(?:out|up|back|over|down|off|away|according|due|next)\s+$/i;
const HAS_TWICE = new RegExp(TWICE.source, 'i');
const HAS_HAN_TWICE = new RegExp(HAN_TWICE.source);

export const repeatedWord: Rule = {
  id: 'repeated-word',
  group: 'words',
  what: 'The same word twice in a row.',
  why: 'Writers easily overlook a repeated word, especially at the end of a line, but readers notice it. Words that may repeat (*had had*, *very very*) and names (*Duran Duran*) are left alone. The fix is safe for articles and prepositions.',
  severity: 'warning',
  fix: 'both',
  bad: { body: 'The the lab opened.' },
  good: { body: 'The lab opened.' },
  isLocal: true,
  *check(context) {
    // German and French repeat words correctly: `die die`, `nous nous`.
    const isKnown = context.language === 'en' || context.language === 'zh';
    if (isKnown) yield* inAllPassages(context, (passage) => doubled(passage, context), HAS_TWICE);
    if (isKnown) yield* outsideQuotations(context, ({ text }) => doubledPhrases(text), HAS_PHRASE_TWICE);
    yield* inAllPassages(context, ({ text }) => doubledHan(text), HAS_HAN_TWICE);
    if (context.language === 'zh') yield* inAllPassages(context, ({ text }) => segmentedHan(text), HAS_TWICE_HAN);
  },
};

function* doubled(passage: Passage, { source }: RuleContext): Generator<TextMatch> {
  for (const { span, found } of matches(passage.text, TWICE)) {
    const [, first = '', rest = ''] = found;
    const [, second = '', ...more] = rest.split(SPACES);
    const word = first.toLowerCase();
    const isStart = WRONG_AT_START.has(word) && first !== word && beginsSentence(passage.text, span.start);
    const isCertain = CERTAIN.has(word) || isStart;
    const isRight = RIGHT_TWICE.has(word) && !isStart;
    const isDoubtful = isRight && (first !== word || second !== word);
    const around = [passage.text.slice(0, span.start), passage.text.slice(span.end)] as const;
    if (
      isDoubtful ||
      (isRight && !isSlip(word, ...around)) ||
      (word.length === 1 && word !== 'a') ||
      isName(first, second)
    )
      continue;
    // A link without text is between the two words.
    const { start, end } = sourceSpan(passage, span);
    if (source.text.slice(start, end).includes('](')) continue;
    // A speaker may have repeated the word.
    if (!isCertain && isQuotedAt(passage, span)) continue;
    const edits = [{ span: { start: span.start + first.length, end: span.end }, text: '' }];
    const isParticle = word === 'the' && PARTICLE.test(passage.text.slice(Math.max(0, span.start - 12), span.start));
    const isSafe = isCertain && !isParticle && [second, ...more].every((one) => one === word) && !/[\n\r]/.test(rest);
    yield { message: `repeated word '${word}'`, advice: 'Remove one of the two words.', span, edits, isSafe };
  }
}

function* doubledPhrases(text: string): Generator<TextMatch> {
  for (const { span, found } of matches(text, PHRASE_TWICE)) {
    const half = (span.end - span.start - 1) / 2;
    const edits = [{ span: { start: span.start + half, end: span.end }, text: '' }];
    const message = `repeated word '${found[1]}'`;
    yield { message, advice: 'Remove one of the two.', span, edits, isSafe: false };
  }
}

/** Names such as `Duran Duran` and `Baden Baden`: both words are capitalized. */
function isName(first: string, second: string): boolean {
  return /^\p{Lu}/u.test(first) && /^\p{Lu}/u.test(second) && !CERTAIN.has(first.toLowerCase());
}

function* doubledHan(text: string): Generator<TextMatch> {
  for (const { span } of matches(text, HAN_TWICE)) yield twice(text, span);
}

function* segmentedHan(text: string): Generator<TextMatch> {
  for (const span of repeatedHan(text)) yield twice(text, span);
}

function twice(text: string, span: Span): TextMatch {
  const half = (span.start + span.end) / 2;
  const edits = [{ span: { start: half, end: span.end }, text: '' }];
  const message = `repeated word '${text.slice(span.start, half)}'`;
  return { message, advice: 'Remove one of the two words.', span, edits, isSafe: false };
}
