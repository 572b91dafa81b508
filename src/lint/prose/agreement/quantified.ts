import { isPlural } from '../number.ts';
import type { Slip } from '../slips.ts';
import { BASE, FORM, GROUP, MANY, OF, PLURAL_VERB } from './forms.ts';

/** Subjects with a word for how many, and subjects of two parts. */
export const QUANTIFIED: readonly Slip[] = [
  {
    // Each of the ferries carry 200 cars.
    pattern: new RegExp(
      `\\b(?:One|Each|Every one|Either|Neither) of ${OF} (?:[a-z]+[^s\\W] ){0,2}(?<noun>[a-z]+) ${BASE}\\b`,
      'y',
    ),
    atStart: true,
    message: 'singular subject with a plural verb',
    advice: FORM,
    isRight: (found) => !isPlural(found.groups?.noun ?? ''),
  },
  {
    // Nobody in the villages know.
    pattern: new RegExp(
      `\\b(?:Nobody|No one|Everyone|Everybody|Someone|Somebody|Anyone|Anybody)(?: else)?(?: (?:in|at|on|from|of) ${OF} (?!${BASE}\\b)[a-z]+)? (?:${BASE}|are|were(?! to\\b)|have|don['’]t|do not)\\b(?![^.!]{0,200}\\?)`,
      'y',
    ),
    atStart: true,
    message: 'singular subject with a plural verb',
    advice: FORM,
  },
  {
    // Two of the five directors has resigned.
    pattern: new RegExp(
      `\\b(?:Two|Three|Four|Five|Six|Seven|Eight|Nine|Ten|Some|Many|Most|Several|All|Both|Few|A few|Dozens|Hundreds|Thousands) of ${OF} (?:(?:[a-z]+[^s\\W]|\\d+) ){0,2}(?<noun>[a-z]+) (?:has|is|was|does|hasn['’]t|isn['’]t|wasn['’]t|doesn['’]t)\\b`,
      'y',
    ),
    atStart: true,
    message: 'plural subject with a singular verb',
    advice: FORM,
    isRight: (found) => !isPlural(found.groups?.noun ?? '') || /\b(?:that|who|which|what)\b/.test(found[0]),
  },
  {
    // Either the captain or the pilot were on the bridge.
    pattern:
      /\b(?:Either|Neither) (?:the|an?|his|her|its|their) (?:[a-z]+ )?(?<noun>[a-z]+) n?or (?:the|an?|his|her|its|their) (?:[a-z]+ )?(?<second>[a-z]+) (?:are|were|have)\b/y,
    atStart: true,
    message: 'singular subject with a plural verb',
    advice: FORM,
    isRight: ({ groups }) => [groups?.noun, groups?.second].some((one = '') => isPlural(one) || MANY.test(one)),
  },
  {
    // The minister, with three advisers, were on board.
    pattern: new RegExp(
      `\\b(?:(?:The|An?|His|Her|Its|Their) (?:[a-z]+[^s\\W] )?(?<noun>[a-z]+)|[A-Z][a-z]+ [A-Z][a-z]+), (?:with|along with|together with|accompanied by|as well as) [^,.;:!?()“”"]{3,60}, ${PLURAL_VERB}\\b`,
      'y',
    ),
    atStart: true,
    message: 'singular subject with a plural verb',
    advice: FORM,
    isRight: ({ groups, index }, text) =>
      /[A-Z]\.[”"]? $/.test(text.slice(0, index)) ||
      (groups?.noun !== undefined && (isPlural(groups.noun) || MANY.test(groups.noun) || GROUP.test(groups.noun))),
  },
  {
    // The mayor and his deputy was late.
    pattern:
      /\b(?:(?:The|His|Her|Its|Their) (?<noun>[a-z]+)|He|She|They) and (?:the|his|her|its|their) [a-z]+ (?:was|has|isn['’]t|wasn['’]t|hasn['’]t)\b/y,
    atStart: true,
    message: 'plural subject with a singular verb',
    advice: FORM,
    isRight: (found) => /ing\b/.test(found.groups?.noun ?? ''),
  },
];
