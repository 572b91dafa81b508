import { isPlural, ONLY_NOUNS, THINGS } from '../number.ts';
import type { Slip } from '../slips.ts';
import { BASE, BASES, FORM, GROUP, LEXICAL, MANY, OF, PLURAL_VERB, PLURAL_VERBS, THIRD } from './forms.ts';

/** Subjects with a word for how many, and subjects of two parts. */
export const QUANTIFIED: readonly Slip[] = [
  {
    // Each of the ferries carry 200 cars.
    pattern: new RegExp(
      `\\b(?:One|Each|Every one|Either|Neither) of ${OF} (?:[a-z]+[^s\\W] ){0,2}(?<noun>[a-z]+) ${BASE}\\b`,
      'y',
    ),
    needs: ['one|each|either|neither', 'of', BASES],
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
    needs: ['nobody|one|everyone|everybody|someone|somebody|anyone|anybody', `${BASES}|are|were|have|don|do`],
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
    needs: [
      'two|three|four|five|six|seven|eight|nine|ten|some|many|most|several|all|both|few|dozens|hundreds|thousands',
      'of',
      'has|is|was|does|hasn|isn|wasn|doesn',
    ],
    atStart: true,
    message: 'plural subject with a singular verb',
    advice: FORM,
    isRight: (found) => !isPlural(found.groups?.noun ?? '') || /\b(?:that|who|which|what)\b/.test(found[0]),
  },
  {
    // Either the captain or the pilot were on the bridge.
    pattern:
      /\b(?:Either|Neither) (?:the|an?|his|her|its|their) (?:[a-z]+ )?(?<noun>[a-z]+) n?or (?:the|an?|his|her|its|their) (?:[a-z]+ )?(?<second>[a-z]+) (?:are|were|have)\b/y,
    needs: ['either|neither', 'are|were|have'],
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
    needs: ['with|by|as', PLURAL_VERBS],
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
    needs: ['and', 'was|has|isn|wasn|hasn'],
    atStart: true,
    message: 'plural subject with a singular verb',
    advice: FORM,
    isRight: (found) => /ing\b/.test(found.groups?.noun ?? ''),
  },
  {
    // The residents wants a bridge, officials says so.
    pattern: new RegExp(
      `\\b(?:(?:The|These|Those|Many|Most|Some|Several|Its|Their|His|Her|Our) (?:[a-z]+[^s\\W] )?(?<noun>[a-z]+)|Officials|Residents|Workers|Experts|Analysts|Voters|Critics|People) (?:${THIRD})\\b`,
      'y',
    ),
    needs: [THIRD],
    atStart: true,
    message: 'plural subject with a singular verb',
    advice: FORM,
    isRight: ({ groups }) =>
      groups?.noun !== undefined &&
      !isPlural(groups.noun) &&
      !/^(?:people|men|women|children|police)$/.test(groups.noun),
  },
  {
    // The minister say no.
    pattern: new RegExp(
      `\\b(?:The|This|That|An?|Its|Each|Every|His|Her) (?:[a-z]+[^s\\W] )?(?:${THINGS}) (?:${LEXICAL})\\b(?! [a-z]+s?[.,])`,
      'y',
    ),
    needs: [THINGS, LEXICAL],
    atStart: true,
    message: 'singular subject with a plural verb',
    advice: FORM,
    isRight: (found) => /\b(?:number|and|or|of|what|which|who)\b/.test(found[0]),
  },
  {
    // Ines Valk and Per Halvorsen was late.
    pattern:
      /\b[A-Z][a-z\u00c0-\u024f]+ [A-Z][a-z\u00c0-\u024f]+ and [A-Z][a-z\u00c0-\u024f]+ [A-Z][a-z\u00c0-\u024f]+ (?:was|has|is)\b/y,
    needs: ['and', 'was|has|is'],
    atStart: true,
    message: 'plural subject with a singular verb',
    advice: FORM,
    isRight: (found) =>
      /\b(?:The|Bank|Company|Group|University|Act|Department|Ministry|Institute|Museum|Street|Park|Center|Centre|Council|Award|Prize|Fund|Trust|School|College|Association|Project|Program|Committee|Commission|Office|Agency|Foundation|Society|Festival|Week|Day|Guide|Team|Service|Services|Act|Law|News|Post|Times)\b/.test(
        found[0],
      ),
  },
  {
    // One of the oldest bridge in the city.
    pattern: new RegExp(
      `\\b[Oo]ne of (?:the|its|his|her|their) (?:[a-z]+[^s\\W] ){0,2}(?:${ONLY_NOUNS})(?= (?:in|of|to|that|who|on|at|is|was|has)\\b|[.,;]|$)`,
      'g',
    ),
    needs: [ONLY_NOUNS, 'one', 'of'],
    message: 'singular noun after a plural word',
    advice: 'Use the plural of the noun.',
  },
  {
    // There are a bridge.
    pattern: new RegExp(
      `\\b[Tt]here (?:are|were|have been) (?:an?|one) (?:[a-z]+ )?(?:${ONLY_NOUNS})\\b(?! (?:and|or|of|to|in|on) |,)`,
      'g',
    ),
    needs: [ONLY_NOUNS, 'there'],
    message: 'singular subject with a plural verb',
    advice: FORM,
  },
];
