import type { Passage } from '../../model/passage.ts';
import { inAllPassages, matches, type TextMatch } from '../passages.ts';
import { isQuotedAt } from '../prose/quotations.ts';
import { beginsSentence } from '../prose/sentences.ts';
import type { Rule } from '../rule.ts';

/** Letters of scripts that are written with spaces: by ranges, since properties make a pattern as common as this one slow. */
const LETTER = 'A-Za-z\\u00aa\\u00b5\\u00c0-\\u00d6\\u00d8-\\u00f6\\u00f8-\\u036f\\u0370-\\u052f\\u1e00-\\u1fff';
const TWICE = new RegExp(
  `(?<![${LETTER}\\d'’.&@#/-])([${LETTER}]+)([ \\n]+)(\\1)(?![${LETTER}\\d]|['’.-][${LETTER}])`,
  'gi',
);

/** Words that grammar lets stand twice (`had had`, `what it is is`), and those that are doubled for their sound. */
const RIGHT_TWICE = new Set(
  (
    'had that is was do did does you her it who in on as so no very really much many long far too more bye ha ho he la ' +
    'blah bla knock tut hush there now well hear yes yeah never please again old big little win go come boom chop ' +
    'pooh night night-night one two three four five six seven eight nine ten bang beep tick woof meow'
  ).split(' '),
);
/** Words that never do, so that one of them can go without anybody looking. */
const CERTAIN = new Set('the a an of and to with from its their my your our at by'.split(' '));

/** These may stand twice, `logged in in time`, but not where a sentence begins. */
const WRONG_AT_START = new Set(['in', 'on', 'as']);

/** Particles and pronouns that Han text doubles only by mistake; 的的 but for 目的的, 有的的, 的的确确, 的士. */
const HAN_TWICE =
  /(?<![目有打])的的(?![确士])|(我们|你们|他们|她们|它们|因为|但是|如果|已经|以及|对于|由于|虽然|并且|或者|其中|目前|根据|通过|关于|这个|这些|那些)\1/g;
const HAS_TWICE = new RegExp(TWICE.source, 'i');
const HAS_HAN_TWICE = new RegExp(HAN_TWICE.source);

export const repeatedWord: Rule = {
  id: 'repeated-word',
  group: 'words',
  what: 'A word stands twice in a row.',
  why: 'The eye skips it, most of all over a line end, and a reader does not. Words that may be doubled, `had had`, `very very`, are left alone, and so are names, `Duran Duran`. An article or a preposition is taken out by itself; another word only when somebody has looked.',
  severity: 'warning',
  fix: 'both',
  bad: { body: 'The the lab opened.' },
  good: { body: 'The lab opened.' },
  *check(context) {
    // German says `die die`, and French `nous nous`.
    const isKnown = context.language === 'en' || context.language === 'zh';
    if (isKnown) yield* inAllPassages(context, doubled, HAS_TWICE);
    yield* inAllPassages(context, ({ text }) => doubledHan(text), HAS_HAN_TWICE);
  },
};

function* doubled(passage: Passage): Generator<TextMatch> {
  for (const { span, found } of matches(passage.text, TWICE)) {
    const [, first = '', blanks = '', second = ''] = found;
    const word = first.toLowerCase();
    const isStart = WRONG_AT_START.has(word) && first !== word && beginsSentence(passage.text, span.start);
    const isCertain = CERTAIN.has(word) || isStart;
    if ((RIGHT_TWICE.has(word) && !isStart) || (word.length === 1 && word !== 'a') || isName(first, second)) continue;
    // Somebody may have said it twice.
    if (!isCertain && isQuotedAt(passage, span)) continue;
    const edits = [{ span: { start: span.start + first.length, end: span.end }, text: '' }];
    const isSafe = isCertain && second === word && !blanks.includes('\n');
    yield { message: `'${word}' stands twice in a row`, advice: 'Remove one of the two.', span, edits, isSafe };
  }
}

/** `Duran Duran`, `Baden Baden`: with a capital both, and no word of the language. */
function isName(first: string, second: string): boolean {
  return /^\p{Lu}/u.test(first) && /^\p{Lu}/u.test(second) && !CERTAIN.has(first.toLowerCase());
}

function* doubledHan(text: string): Generator<TextMatch> {
  for (const { span, found } of matches(text, HAN_TWICE)) {
    const half = span.start + found[0].length / 2;
    const message = `“${text.slice(span.start, half)}” stands twice in a row`;
    yield {
      message,
      advice: 'Remove one of the two.',
      span,
      edits: [{ span: { start: half, end: span.end }, text: '' }],
      isSafe: false,
    };
  }
}
