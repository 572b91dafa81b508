import type { Typography } from '../../model/house.ts';
import type { Passage } from '../../model/passage.ts';
import { maskCodeLike, quotePairs } from '../../typography/index.ts';
import { inAllPassages, passMatches, type TextMatch } from '../passages.ts';
import type { Rule, Violation } from '../rule.ts';

interface TypographyRule extends Omit<Rule, 'severity' | 'fix' | 'check'> {
  /** The message for what each pass of the house's typography would change. */
  readonly messages: (typography: Typography) => Readonly<Record<string, string>>;
  readonly isException?: (violation: Violation, source: string) => boolean;
}

/** The fix makes the same edits as `render`, so it is safe. */
function typographyRule({ messages, isException, ...rule }: TypographyRule): Rule {
  return {
    ...rule,
    severity: 'warning',
    fix: 'safe',
    ...(isException ? {} : { isLocal: true }),
    *check(context) {
      for (const [pass, message] of Object.entries(messages(context.house.typography)))
        for (const violation of passMatches(context, pass, message))
          if (!isException?.(violation, context.source.text)) yield violation;
    },
  };
}

export const quoteMarks = typographyRule({
  id: 'quote-marks',
  group: 'quotation marks',
  what: 'Quotation marks or apostrophes of the wrong kind, straight or curly.',
  why: 'A post uses one kind of quotation mark, whatever editor the note was written in. The reference post of the house uses straight ones throughout; the Chicago Manual of Style prefers curly ones.',
  options: ['typography.quotes'],
  bad: { body: 'The lab calls it ‘night science’ now.' },
  good: { body: "The lab calls it 'night science' now." },
  messages: ({ quotes }) => {
    const message =
      quotes === 'curly' ? 'straight quotes; the house uses curly ones' : 'curly quotes; the house uses straight ones';
    return { 'quotes-straight': message, 'quotes-curly': message };
  },
});

export const middleDot = typographyRule({
  id: 'middle-dot',
  group: 'punctuation',
  what: 'A bullet or another dot between words instead of a middle dot (·).',
  why: 'The house sets the middle dot U+00B7 with a space on each side, as in `ABAB News · Cognitive Laws`. GB/T 15834 requires the same character in transcribed names. Bullets and katakana dots look the same only in some fonts.',
  options: ['typography.dots'],
  bad: { body: 'The lab is listed as Robots • Night Shift in the register.' },
  good: { body: 'The lab is listed as Robots · Night Shift in the register.' },
  messages: () => ({ dots: 'wrong dot between words; the house uses the middle dot ·' }),
  // A bullet at the start of a line was meant as a list item.
  isException: ({ span }, source) => /(?:^|\n)[ \t>]*$/.test(source.slice(Math.max(0, span.start - 80), span.start)),
});

export const doubleSpace = typographyRule({
  id: 'double-space',
  group: 'spaces',
  what: 'More than one space, or a tab, between words.',
  why: 'Two spaces after a full stop are a typewriter habit. The AP Stylebook and the Chicago Manual of Style ask for one. A plain text post prints every space.',
  options: ['typography.spaces'],
  bad: { body: 'The lab opened.  It has twelve robots.' },
  good: { body: 'The lab opened. It has twelve robots.' },
  messages: () => ({ spaces: 'more than one space' }),
});

export const hanSpacing = typographyRule({
  id: 'han-spacing',
  group: 'Chinese',
  what: 'A missing space between Chinese and Latin text, or a space beside full-width punctuation.',
  why: 'Chinese text leaves a small gap before and after Latin words and numbers, which plain text can only show as a space. Full-width punctuation brings its own gap. Both follow the W3C Requirements for Chinese Text Layout; `%`, `‰` and `°C` take no space.',
  options: ['typography.han'],
  bad: { body: '这间实验室有12台机器人。', house: 'abab-zh' },
  good: { body: '这间实验室有 12 台机器人。', house: 'abab-zh' },
  messages: () => ({ 'han-spacing': 'wrong spacing between Chinese and Latin text' }),
});

const straightHanQuotes = typographyRule({
  id: 'han-quotes',
  group: 'Chinese',
  what: 'Straight quotation marks in Chinese text, or ‘ ’ around a quotation that is not inside another.',
  why: 'GB/T 15834 and the W3C Requirements for Chinese Text Layout ask for “ ”, with ‘ ’ inside. Straight marks are too narrow and do not show where a quotation begins and ends. Corner brackets 「」 and quotations inside Latin text stay.',
  options: ['typography.han'],
  bad: { body: '他们称之为"夜间科学"。', house: 'abab-zh' },
  good: { body: '他们称之为“夜间科学”。', house: 'abab-zh' },
  messages: () => ({ 'han-quotes': 'straight quotes in Chinese text; use “ ” and ‘ ’' }),
});

export const hanQuotes: Rule = {
  ...straightHanQuotes,
  fix: 'both',
  *check(context) {
    yield* straightHanQuotes.check(context);
    if (context.language === 'zh' && context.house.typography.han === 'full-width')
      yield* inAllPassages(context, outerSingles, /[‘’]/);
  },
};

/** Finds ‘ ’ outside “ ”. Marks inside them would have to change places with them, so then there is no fix. */
function* outerSingles({ text }: Passage): Generator<TextMatch> {
  const pairs = quotePairs(maskCodeLike(text), 'curly');
  let end = -1;
  for (const { open, close, double, han } of pairs) {
    if (open < end) continue;
    end = close;
    if (double || !han) continue;
    const span = { start: open, end: close + 1 };
    const isPlain = !/[“”‘’]/.test(text.slice(open + 1, close));
    const edits = [
      { span: { start: open, end: open + 1 }, text: '“' },
      { span: { start: close, end: close + 1 }, text: '”' },
    ];
    const match = { message: 'outer quotes ‘ ’ in Chinese text', advice: 'Use “ ” outside and ‘ ’ inside.', span };
    yield isPlain ? { ...match, edits, isSafe: false } : match;
  }
}
