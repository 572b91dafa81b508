import type { Passage } from '../../model/passage.ts';
import { hasHan } from '../../text/index.ts';
import type { RuleContext } from '../context.ts';
import { inPassage, inProse, type TextMatch } from '../passages.ts';
import { namesOf } from '../prose/names.ts';
import type { Rule } from '../rule.ts';
import { readSourceText } from '../source-text/source-text.ts';
import { comparableVersion, type FirstVersion, placeIn } from '../translation/first-version.ts';
import { hasLatinName, isAcronym, latinNames, nearName } from '../translation/names.ts';

export const translationName: Rule = {
  id: 'translation-name',
  group: 'source',
  what: 'A name in Latin letters that the first version of the story in another language spells otherwise or lacks.',
  why: 'Both versions keep names such as *Anthropic* in Latin letters, and a misspelt name costs trust. In a Chinese note, each name in Latin letters is compared with the English version. In an English note, only a name that is nearly one of the first version is reported, because Chinese names have no one spelling. An acronym that the other version writes out is accepted.',
  severity: 'warning',
  needs: 'first version',
  bad: {
    front: { lang: 'zh' },
    body: 'Harbinax 开设了一间实验室。',
    house: 'abab-zh',
    translationOf: { body: 'Harbinex opened a laboratory.' },
  },
  good: {
    front: { lang: 'zh' },
    body: 'Harbinex 开设了一间实验室。',
    house: 'abab-zh',
    translationOf: { body: 'Harbinex opened a laboratory.' },
  },
  *check(context) {
    const first = comparableVersion(context);
    if (!first || !/[A-Z\u00c0-\u00de]/.test(context.prose)) return;
    // Only English says all that a name in Latin letters can stand for.
    const knowsAll = context.language === 'zh' && first.context.language === 'en';
    for (const passage of context.passages)
      yield* inPassage(passage, inProse(passage, changedNames(passage, context, first, knowsAll)));
  },
};

function* changedNames(
  passage: Passage,
  context: RuleContext,
  first: FirstVersion,
  knowsAll: boolean,
): Generator<TextMatch> {
  const { text, key } = passage;
  if (key !== undefined && !hasHan(text) && knowsAll) return;
  // Also the source line and the front matter, which name sources.
  const whole = readSourceText(first.context.source);
  const own = readSourceText(context.source);
  for (const { name, index } of latinNames(text)) {
    if (hasLatinName(name, whole) || (!knowsAll && !mayBeName(name, passage, context))) continue;
    const near = nearName(name, whole, knowsAll ? undefined : own);
    if (near === undefined && !knowsAll) continue;
    const { path, text: all } = first.context.source;
    yield {
      message: `name '${name}' is not in the first version`,
      advice:
        near === undefined
          ? `Check it against ${path}.`
          : `Compare ${placeIn(first.context.source, all.indexOf(near))}: '${near}'.`,
      span: { start: index, end: index + name.length },
      ...(near === undefined && isAcronym(name) ? { severity: 'information' } : {}),
    };
  }
}

/** A capital at the start of a sentence or in a headline shows no name. */
function mayBeName(name: string, passage: Passage, context: RuleContext): boolean {
  return namesOf(context).words.has(name) || (passage.kind === 'paragraph' && isAcronym(name));
}
