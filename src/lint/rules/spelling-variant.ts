import type { Passage } from '../../model/passage.ts';
import type { RuleContext } from '../context.ts';
import { memoize, memoizeText } from '../memoize.ts';
import { inPassage, type TextMatch } from '../passages.ts';
import type { English } from '../prose/english.ts';
import { lowerCaseWords } from '../prose/lower-case-words.ts';
import { isQuotedAt } from '../prose/quotations.ts';
import { counterpartOf, type Variant } from '../prose/variants.ts';
import type { Rule } from '../rule.ts';

/** A word that only one variant of English has. */
interface VariantWord {
  readonly passage: Passage;
  readonly match: Pick<TextMatch, 'span'> & { readonly word: string; readonly other: string };
  readonly variant: Variant;
}

export const spellingVariant: Rule = {
  id: 'spelling-variant',
  group: 'words',
  what: 'American spelling in a British note, or British in an American one.',
  why: 'A house uses one spelling: the AP Stylebook uses American spelling, the Guardian uses British. `lang: en-GB` or `lang: en-US` decides for one note, `usage.english` for a house. If neither does, a mixture is only a suggestion. Names and quotations are left alone, and so is -ize in a British note, which Oxford prefers.',
  severity: 'warning',
  fix: 'unsafe',
  options: ['usage.english', 'words.known'],
  needs: 'english',
  bad: {
    front: { lang: 'en-GB' },
    body: 'The color of the lab is white.\n\nIts director said, "We sleep, and the lab does not."',
  },
  good: {
    front: { lang: 'en-GB' },
    body: 'The colour of the lab is white.\n\nIts director said, "We sleep, and the lab does not."',
  },
  *check(context) {
    const { english } = context;
    if (!english) return;
    const chosen = chosenVariant(context);
    const words = [...variantWords(context, english)];
    const wanted = chosen ?? prevailing(words);
    for (const { passage, variant, match } of words)
      if (wanted && variant !== wanted) yield* inPassage(passage, [finding(variant, match, chosen === undefined)]);
  },
};

const NAMES = { american: 'American', british: 'British' } as const;

function finding(variant: Variant, { word, other, span }: VariantWord['match'], isMixed: boolean): TextMatch {
  return {
    message: `'${word}' is ${NAMES[variant]} spelling`,
    advice: `Write '${other}'${isMixed ? ', to match the rest of the note' : ''}.`,
    span,
    edits: [{ span, text: other }],
    isSafe: false,
    ...(isMixed ? { severity: 'information' } : {}),
  };
}

const REGIONS: ReadonlyMap<string, Variant> = new Map([
  ['us', 'american'],
  ...['gb', 'uk', 'ie', 'au', 'nz', 'in', 'za'].map((region): [string, Variant] => [region, 'british']),
]);

/** The variant of the note's language, else of the house. */
function chosenVariant({ note, house }: RuleContext): Variant | undefined {
  const lang = note.fields.find(({ key }) => key === 'lang')?.value;
  const tag = lang?.kind === 'scalar' && lang.value ? lang.value : house.lang;
  const region = tag.toLowerCase().split('-').at(-1) ?? '';
  return REGIONS.get(region) ?? (house.usage.english === 'keep' ? undefined : house.usage.english);
}

/** The variant of most words; of the first word, if there are as many of each. */
function prevailing(words: readonly VariantWord[]): Variant | undefined {
  const british = words.filter(({ variant }) => variant === 'british').length;
  if (british === 0 || british === words.length) return undefined;
  if (british * 2 === words.length) return words[0]?.variant;
  return british * 2 > words.length ? 'british' : 'american';
}

function* variantWords({ passages, knownWords, house }: RuleContext, english: English): Generator<VariantWord> {
  // The house gives its own reason for these.
  const avoided = new Set([...knownWords, ...house.words.prefer.flatMap(({ not }) => not)]);
  for (const passage of passages) {
    for (const { variant, ...match } of variantsIn(english)(passage.text))
      if (!avoided.has(match.word) && !isQuotedAt(passage, match.span)) yield { passage, variant, match };
  }
}

/** The words of a text that only one variant of English has. Oxford spells British English with -ize. */
const variantsIn = memoize((english: English) =>
  memoizeText((text) =>
    lowerCaseWords(text).flatMap(({ word, span }) => {
      const found = counterpartOf(word, english);
      const isOxford = found?.variant === 'american' && /iz(?:e|ing|ation|able)/.test(word);
      return found && !isOxford ? [{ ...found, word, span }] : [];
    }),
  ),
);
