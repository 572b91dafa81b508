import { MISSING_PREPOSITIONS } from '../prose/missing-prepositions.ts';
import { MISSING_VERBS } from '../prose/missing-verbs.ts';
import { MISSING_WORDS } from '../prose/missing-words.ts';
import { type Slip, START, slipsOutsideQuotations } from '../prose/slips.ts';
import type { Rule } from '../rule.ts';

const BASE_IN_ED = '(?!\\w*eed\\b|embed|imbed|shed|shred|sled|bed|wed|fed|led|red|hundred|sacred|naked|biased|limited)';
const PAST = `(?:went|came|took|gave|made|said|knew|bought|sold|told|began|became|found|kept|lost|paid|sent|spoke|wrote|won|grew|fell|rose|held|met|brought|thought|stood|${BASE_IN_ED}[a-z]{3,}ed)`;

export const VERB_FORMS: readonly Slip[] = [
  {
    pattern: new RegExp(`\\b(?:did|does|do)(?: not|n['’]t) (?:also |even |ever |really )?${PAST}\\b(?!-)`, 'g'),
    needs: ['did|does|do|didn|doesn|don', 'not|t'],
    message: "past tense after 'do'",
    advice: 'Use the base form of the verb.',
  },
  {
    pattern: new RegExp(
      `\\b(?:would|could|should|must|might|will|can|cannot|won['’]t|can['’]t|(?:would|could|should)n['’]t)(?: not)? (?:went|came|took|gave|said|knew|bought|sold|told|began|became(?! )|spoke|wrote|grew|fell|rose|${BASE_IN_ED}[a-z]{3,}ed)\\b(?!-)`,
      'g',
    ),
    needs: ['would|could|should|must|might|will|can|cannot|won|wouldn|couldn|shouldn'],
    after: /(?<!\b(?:the|an?|his|her|its|their|of|free|good|political) )$/i,
    message: 'past tense after an auxiliary verb',
    advice: 'Use the base form of the verb.',
  },
  {
    pattern:
      /\b(?:has|have|had|having) (?:not |never |already |also |since )?(?:went|did|began|wrote|spoke|gave|took|became|knew|chose|drove|fell|flew|froze|grew|shook|sang|sank|stole|swam|threw|wore|forgot(?= (?:the|to|about))|rose(?= (?:to|by|from|sharply|\d)))\b/g,
    needs: [
      'has|have|had|having',
      'went|did|began|wrote|spoke|gave|took|became|knew|chose|drove|fell|flew|froze|grew|shook|sang|sank|stole|swam|threw|wore|forgot|rose',
    ],
    message: 'wrong verb form',
    advice: "Use the past participle, such as 'gone' or 'taken'.",
    isRight: (found, text) =>
      /\bdid\b/.test(found[0]) && /\b(?:what|all|than|as)\b[^.]{0,40}$/i.test(text.slice(0, found.index)),
  },
  {
    pattern: /\b(?:I|[Hh]e|[Ss]he|[Ww]e|[Tt]hey) (?:seen|done)\b/g,
    needs: ['seen|done'],
    after: START,
    message: "participle without 'have'",
    advice: "Use the past tense of the verb, or add 'have'.",
  },
  {
    // The lab is has robots. Not: what the lab is has changed.
    pattern:
      /\b(?:The|An?|Its|Their|Our|His|Her|This) (?:[a-z]+ ){1,2}(?<slip>(?:is|was|will|are|were|has|have) (?:is|was|has|are|were|had|have(?! been)))\b/y,
    needs: ['is|was|will|are|were|has|have', 'the|a|an|its|their|our|his|her|this'],
    atStart: true,
    message: 'two verbs in a row',
    advice: 'Remove one of the two verbs.',
    isRight: (found) =>
      /\b(?:that|what|who|which|way|as|than|it|he|she|we|they|you|there)\b|\b(?:has|have|will|had) (?:had|have)\b/.test(
        found[0],
      ),
  },
  {
    pattern:
      /\b(?:is|are|was|were|be|much|far|even|lot|become|became) more (?:better|worse|bigger|smaller|faster|slower|cheaper|easier|stronger|higher|lower|older|younger|taller|younger|richer|poorer|quicker|warmer|colder|hotter|wider|deeper|closer|tougher|happier|larger|longer|shorter|safer|simpler|clearer|greater|harder)(?= than|[.,;]|$)/g,
    needs: [
      'more',
      'better|worse|bigger|smaller|faster|slower|cheaper|easier|stronger|higher|lower|older|younger|taller|richer|poorer|quicker|warmer|colder|hotter|wider|deeper|closer|tougher|happier|larger|longer|shorter|safer|simpler|clearer|greater|harder',
    ],
    message: 'double comparative',
    advice: "Remove 'more'.",
  },
];
export const verbForm: Rule = {
  id: 'verb-form',
  group: 'words',
  what: 'A verb in the wrong form, two verbs in a row, or a double comparative.',
  why: 'An unfinished edit leaves *did not opened* or *is has*. A spelling checker does not find it, because each word is correct. Quotations are left alone.',
  severity: 'warning',
  bad: { body: 'The lab did not opened in May.' },
  good: { body: 'The lab did not open in May.' },
  isLocal: true,
  *check(context) {
    if (context.language === 'en') yield* slipsOutsideQuotations(context, VERB_FORMS);
  },
};

export const MISSING: readonly Slip[] = [
  {
    pattern:
      /\b(?:[Tt]he|an|a) (?:of(?! (?:the|and))|of (?:the|a|an|its|his|their)|is|was|are|were|has|have|had|and the|to the|from the|by the)\b(?![-"'”’/])/g,
    needs: ['the|an|a'],
    after: /(?:^|[^\w\u00c0-\u024f.'’&/-])$/,
    message: 'missing word',
    advice: 'Add the noun, or remove the article.',
    // The letter: `item a is`, `5 a is`.
    isRight: (found, text) =>
      found[0].startsWith('a') &&
      /(?:\d|\b(?:item|plan|vitamin|class|grade|option|group|point|section|part|type|step|letter|or|and)) $/i.test(
        text.slice(0, found.index),
      ),
  },
  {
    pattern: /\b(?:[Tt]he|an|a) (?:an?|its|his|their|our|my|the)(?= [a-z]{2,})(?! (?:la|priori)\b)/g,
    needs: ['the|an|a', 'a|an|its|his|their|our|my|the'],
    after: /(?:^|[^\w\u00c0-\u024f.'’&/-])$/,
    message: 'two words instead of one',
    advice: 'Remove one of the two words.',
    isRight: (found) => /^(\w+) \1$/i.test(found[0]),
  },
];
const GAPS = [...MISSING_WORDS, ...MISSING_PREPOSITIONS, ...MISSING_VERBS];
const ALL = [...MISSING, ...GAPS];

export const missingWord: Rule = {
  id: 'missing-word',
  group: 'words',
  what: 'An article without its noun, or two articles in a row.',
  why: 'An edit deleted one word too many, or kept a word that it should have replaced: *the of the lab*, *the its lab*. A spelling checker does not find it. Quotations are left alone.',
  severity: 'warning',
  bad: { body: 'The of the lab is a secret.' },
  good: { body: 'The location of the lab is a secret.' },
  isLocal: true,
  *check(context) {
    if (context.language === 'en') yield* slipsOutsideQuotations(context, ALL);
  },
};
