import type { Passage } from '../../model/passage.ts';
import type { RuleContext } from '../context.ts';
import { memoize } from '../memoize.ts';
import { inPassage, type TextMatch } from '../passages.ts';
import type { English } from '../prose/english.ts';
import { hasForm, plainForms, spellingsOf } from '../prose/name-forms.ts';
import { isOneSlipAway } from '../prose/name-words.ts';
import { sentences } from '../prose/sentences.ts';
import { sharedStems, stemsIn } from '../prose/stems.ts';
import { titleNames } from '../prose/title-names.ts';
import { isFormed } from '../prose/word-forms.ts';
import type { Rule } from '../rule.ts';
import { shortened } from '../source-text/source-text.ts';

export const headlineName: Rule = {
  id: 'headline-name',
  group: 'headline',
  what: 'A name in the headline that the rest of the note does not have.',
  why: 'The person who writes the headline often did not write the story, and a wrong name in a headline is a common correction. The rule compares words that are not in a dictionary of common words. It accepts a country for its people and its capital, a short form for a name, and an acronym for its words. A name that is a common word, such as *Baker*, is not compared.',
  severity: 'warning',
  needs: 'english',
  bad: {
    front: { headline: '"Marlowe Leaves Robot Lab"' },
    body: 'Edith Harlow left the robot lab.\n\nShe said, "We sleep, and the lab does not."',
  },
  good: {
    front: { headline: '"Harlow Leaves Robot Lab"' },
    body: 'Edith Harlow left the robot lab.\n\nShe said, "We sleep, and the lab does not."',
  },
  *check(context) {
    const { english, headline } = context;
    if (english && headline) yield* inPassage(headline, missingNames(headline, context, english));
  },
};

function* missingNames({ text }: Passage, context: RuleContext, english: English): Generator<TextMatch> {
  const rest = restOf(context);
  for (const { name, index } of titleNames(text, english)) {
    if (rest.includes(name) || (/[a-z][A-Z]/.test(name) && rest.replace(/[\s-]/g, '').includes(name))) continue;
    const words = wordsOf(context);
    if (spellingsOf(name).some((form) => hasForm(form, words)) || isInAcronym(text, index, acronymsOf(context)))
      continue;
    if (!isEnglish(rest)) continue;
    const other = contradiction(text, name, context, english);
    // A rockslide and a chipmaker are no names, and no dictionary has all such words.
    if (!other && !english.has(name.toLowerCase()) && isFormed(name.toLowerCase(), english)) continue;
    yield {
      message: `headline says '${name}', but the story ${other?.name ? `says '${other.name}'` : 'does not'}`,
      advice: other
        ? `Correct the name: the story says '${shortened(other.sentence, 80)}'.`
        : 'Add the name to the story, or check it.',
      span: { start: index, end: index + name.length },
      ...(other ? {} : { severity: 'information' }),
    };
  }
}

interface Contradiction {
  /** The name that is meant, if it is a slip away. */
  readonly name?: string;
  readonly sentence: string;
}

/** The sentence of the story that says what the headline says, with a name that the headline does not have. */
function contradiction(
  text: string,
  name: string,
  { bodyBlocks }: RuleContext,
  english: English,
): Contradiction | undefined {
  const said = stemsIn(text);
  let best: Contradiction | undefined;
  let most = 0;
  for (const passage of bodyBlocks.flatMap(({ passages }) => passages ?? []).slice(0, LEAD)) {
    if (passage.kind !== 'paragraph') continue;
    for (const { start, end } of sentences(passage)) {
      const sentence = passage.text.slice(start, end);
      const others = Array.from(titleNames(sentence, english), (other) => other.name).filter(
        (other) => !text.includes(other),
      );
      const near = others.find((other) => isOneSlipAway(name, other));
      if (near) return { name: near, sentence };
      const shared = others.length === 0 ? 0 : sharedStems(said, stemsIn(sentence));
      if (shared <= most || shared < LEAST || shared * 2 < said.size - 1) continue;
      most = shared;
      best = { sentence };
    }
  }
  return best;
}

/** A sentence that says the same as the headline is among the first paragraphs and has half of its words, but two at least. */
const LEAD = 4;
const LEAST = 2;

/** A note without a language is in that of the house. */
function isEnglish(text: string): boolean {
  return (text.match(/\b(?:the|of|and)\b/g)?.length ?? 0) > text.length / 150;
}

/** The note without its headline. Names in links and captions count, too. */
const restOf = memoize(({ note, source, values, headline }: RuleContext): string => {
  const given = values.filter(({ key }) => key !== 'headline').map(({ text }) => text);
  const sections = note.sections.map(({ span: { start, end } }) =>
    source.text.slice(start, end).replace(headline?.text ?? '', ''),
  );
  return [...given, ...sections].join('\n');
});

const wordsOf = memoize((context: RuleContext) => plainForms(restOf(context)));

/** In lower case. */
const acronymsOf = memoize(
  (context: RuleContext): ReadonlySet<string> =>
    new Set(
      (restOf(context).match(/(?<![A-Za-z])[A-Z](?:\.?[A-Z])+(?![a-z])/g) ?? []).map((one) =>
        one.replaceAll('.', '').toLowerCase(),
      ),
    ),
);

/** Whether the words with capitals around one have initials that the story has as an acronym. */
function isInAcronym(text: string, index: number, acronyms: ReadonlySet<string>): boolean {
  const before =
    /(?:[A-Z][A-Za-z’'-]* (?:(?:of|and|the|for) )?){0,5}$/.exec(text.slice(Math.max(0, index - 80), index))?.[0] ?? '';
  const after = /^(?:[A-Z][A-Za-z’'-]* ?(?:(?:of|and|the|for) )?){1,6}/.exec(text.slice(index, index + 80))?.[0] ?? '';
  const letters = (part: string) => (part.match(/(?<![A-Za-z])[A-Z]/g) ?? []).join('').toLowerCase();
  const [first, second] = [letters(before), letters(after)];
  for (let from = 0; from <= first.length; from++)
    for (let to = 1; to <= second.length; to++) {
      const acronym = first.slice(from) + second.slice(0, to);
      if (acronym.length > 1 && acronyms.has(acronym)) return true;
    }
  return false;
}
