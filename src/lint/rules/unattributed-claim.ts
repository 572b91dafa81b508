import type { Passage } from '../../model/passage.ts';
import { spacedWord } from '../../model/words.ts';
import { hasHan, indexEndingBehind, type Span } from '../../text/index.ts';
import { beginsSentence } from '../../text/sentences.ts';
import type { RuleContext } from '../context.ts';
import { memoize } from '../memoize.ts';
import { listedWords } from '../passages.ts';
import { quotations } from '../prose/quotations.ts';
import { sentences } from '../prose/sentences.ts';
import { type FoundWord, listed } from '../prose/word-list.ts';
import type { Rule } from '../rule.ts';

export const unattributedClaim: Rule = {
  id: 'unattributed-claim',
  group: 'words',
  what: "A claim by people whom the text does not name, such as 'experts say'.",
  why: 'Nobody can check what *experts* say. The AP Stylebook asks for named sources. The rule accepts a claim if the sentence names or links its source, says whose people they are (*analysts at Kholm Deep say*) or names the believers with *by*. It also accepts a quotation later in the paragraph. Laws are left alone because a maxim needs no source.',
  severity: 'warning',
  options: ['words.claims'],
  bad: { body: 'The lab opened at night. Experts say it will run by day.\n\nIts director said, "We sleep."' },
  good: {
    body: 'The lab opened at night. Experts at the city council say it will run by day.\n\nIts director said, "We sleep."',
  },
  *check(context) {
    const { claims } = context.house.words;
    const laws = new Set(context.lawPassages.flat());
    yield* listedWords(context, claims, (passage) => (claim) => {
      if (laws.has(passage) || isAttributed(passage, claim, context)) return undefined;
      const message = `unattributed claim '${spacedWord(claim.found)}'`;
      return { message, advice: 'Name the source, or remove the claim.' };
    });
  },
};

function isAttributed(passage: Passage, claim: FoundWord, context: RuleContext): boolean {
  const { text } = passage;
  const { start, end } = claim.span;
  if (hasHan(claim.found)) return HAN_OWNER.test(text.slice(0, start)) && !HAN_VAGUE.test(text.slice(0, start));
  if (/^\s+by\s/.test(text.slice(end, end + 10))) return true;
  const before = text.slice(Math.max(0, start - 40), start);
  const owner = LAST_WORD.exec(before);
  if (owner && (OWNED.test(owner[0]) || isName(owner[0].trim(), text, start - owner[0].length))) return true;
  if ((quotations(passage).at(-1)?.start ?? -1) >= end) return true;
  const all = sentences(passage);
  const index = indexEndingBehind(all, start);
  const sentence = all[index] ?? claim.span;
  const next = all[index + 1] ?? sentence;
  if (isSourcedIn(passage)(sentence)) return true;
  const speakers = speakersOf(context)(passage);
  return (speakers[indexEndingBehind(speakers, end)]?.start ?? text.length) < next.end;
}

/** Somebody's people or work: `the bank's analysts say`, `our research shows`. */
const OWNED = /['’]s? $|^(?:the|this|these|those|that|our|my|his|her|its|their|your|whose) $/i;
const LAST_WORD = /[A-Za-z0-9\u00c0-\u024f'’&.-]+ $/;
const SOURCED =
  /\b(?:according to|including|such as|among them|told|in (?:a|an|the|its|their) (?:new |recent |joint |open )?(?:study|paper|report|letter|statement|survey|filing|brief|interview|memo)|published in|led by|from (?:the )?[A-Z])/;

function isName(word: string, text: string, at: number): boolean {
  return /^[A-Z]/.test(word) && !beginsSentence(text, at);
}

function overlaps(a: Span, b: Span): boolean {
  return a.start < b.end && a.end > b.start;
}

/** Whether a sentence names or links the source of its claims. */
const isSourcedIn = memoize(({ text, marks }: Passage) =>
  memoize(
    (sentence: Span) =>
      marks.some((mark) => mark.type === 'link' && overlaps(mark.text, sentence)) ||
      SOURCED.test(text.slice(sentence.start, sentence.end)),
  ),
);

/** Verbs with a named speaker: `said Jane Doe`, `Doe said`. */
const speakersOf = memoize(({ house }: RuleContext) =>
  memoize(({ text }: Passage): readonly Span[] => {
    const speakers: Span[] = [];
    for (const { span } of listed(text, house.words.speech)) {
      const before = text.slice(Math.max(0, span.start - LONGEST_NAME), span.start);
      const after = text.slice(span.end, span.end + LONGEST_NAME);
      if (NAME_AFTER.test(after) || NAME_BEFORE.test(before)) speakers.push(span);
    }
    return speakers;
  }),
);

/** The length of a name with the words that lead to it, in characters. */
const LONGEST_NAME = 80;
const NAME_AFTER = /^ (?:[a-z-]+ ){0,3}[A-Z][a-z\u00c0-\u024f]+/;
const NAME_BEFORE = /(?:[a-z,] |^|[.!?] )[A-Z][\w\u00c0-\u024f’'-]+(?: [A-Z][\w\u00c0-\u024f’'-]+)* $/;

/** Chinese text right before the claim names its owner (`清华大学专家表示`), unless it is vague too (`有行业专家表示`). */
const HAN_OWNER = /[\u4e00-\u9fff”》]$/;
const HAN_VAGUE = /(?:有|多位|一些|部分|不少|许多|行业|业内|但|而|也|相关|多名|众多|权威)$/;
