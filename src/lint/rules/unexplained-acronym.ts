import type { House } from '../../model/house.ts';
import type { RuleContext } from '../context.ts';
import { memoize } from '../memoize.ts';
import { inPassage, inProse, type TextMatch } from '../passages.ts';
import { ANY_ACRONYM, acronymsIn, isIntroduced, isSpelledOut, textWords } from '../prose/acronyms.ts';
import type { English } from '../prose/english.ts';
import { isQuotedAt } from '../prose/quotations.ts';
import type { Rule, Violation } from '../rule.ts';

export const unexplainedAcronym: Rule = {
  id: 'unexplained-acronym',
  group: 'words',
  what: 'An acronym that the note does not explain.',
  why: 'Readers who do not know the acronym cannot follow the sentence. The AP Stylebook and the Guardian write the name out on first reference, except for acronyms that everyone knows. The rule accepts the name, or a phrase that explains the acronym, anywhere in the note. Quotations, headings, tables, units, codes, Chinese notes and words in capitals are left alone.',
  severity: 'information',
  options: ['words.acronyms', 'words.known'],
  needs: 'english',
  bad: {
    body: 'The FTRB fined the operator of the trams.\n\nIts director said, "We sleep, and the lab does not."',
  },
  good: {
    body: 'The Freight and Tram Regulation Board (FTRB) fined the operator of the trams. The FBI did not.\n\nIts director said, "We sleep, and the lab does not."',
  },
  *check(context) {
    if (!ANY_ACRONYM.test(context.prose) || context.language !== 'en') return;
    const known = knownTo(context.house);
    yield* unexplained(context, (name) => known.has(name) || context.knownWords.has(name.toLowerCase()));
  },
};

const knownTo = memoize(({ words }: House) => new Set([...words.acronyms, ...words.brands]));

/** A note with more unknown acronyms is no story, and each costs a search of the note. */
const MOST = 100;

function* unexplained(context: RuleContext, isKnown: (name: string) => boolean): Generator<Violation> {
  const { prose, bodyBlocks, insight, english } = context;
  const seen = new Set<string>();
  let words: ReturnType<typeof textWords> | undefined;
  const isExplained = (name: string) => {
    if (isWord(name, english) || isAlsoWord(name, prose) || isIntroduced(name, prose)) return true;
    words ??= textWords(prose);
    return isSpelledOut(name, words);
  };
  for (const passage of [...bodyBlocks, ...(insight?.blocks ?? [])].flatMap(({ passages }) => passages)) {
    if (passage.kind !== 'paragraph' || !/[a-z]/.test(passage.text)) continue;
    const found: TextMatch[] = [];
    for (const { name, index } of acronymsIn(passage.text, isKnown)) {
      const span = { start: index, end: index + name.length };
      if (seen.size >= MOST || seen.has(name) || isQuotedAt(passage, span)) continue;
      seen.add(name);
      if (!isExplained(name)) found.push(finding(name, span));
    }
    yield* inPassage(passage, inProse(passage, found));
  }
}

function finding(name: string, span: TextMatch['span']): TextMatch {
  return {
    message: `unexplained acronym '${name}'`,
    advice: "Write its name out at first use, or add the acronym to 'words.known'.",
    span,
  };
}

/** Whether the dictionary has it as a common word, such as `NOT`. */
function isWord(name: string, english: English | undefined): boolean {
  const entry = english?.find(name.toLowerCase());
  return entry !== undefined && entry.variant !== 'name';
}

/** Whether the note has it in another case, too: `NGINX` and `Nginx`. */
function isAlsoWord(name: string, prose: string): boolean {
  const words = new RegExp(`(?<![\\w-])${name}(?![\\w-])`, 'gi');
  return (prose.match(words) ?? []).some((word) => word !== name);
}
