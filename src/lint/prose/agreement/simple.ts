import { COLLECTIVES, HEADS, isPlural, ONLY_NOUNS, THINGS } from '../number.ts';
import { SENTENCE, type Slip, START } from '../slips.ts';
import { FORM, OF, PLACE, PLURAL_VERB, PLURAL_VERBS } from './forms.ts';

const NUMERAL =
  '(?:two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|several|many|dozens of|hundreds of|thousands of|\\d{2,3}|[2-9])';
const MEASURE =
  /^(?:minutes|hours|days|weeks|months|years|miles|metres|meters|kilometres|kilometers|dollars|euros|pounds|feet|percent)$/;

/** Spanish and Portuguese, in which `a` is a preposition. */
const ROMANCE = /\b(?:el|la|los|las|del|que|para|una?|con|em|uma?)\b/;

/** A subject right before its verb, and a noun with its article. */
export const SIMPLE: readonly Slip[] = [
  {
    // One of the labs are open. Not: one of the labs that are open, one of the reasons people have.
    pattern: new RegExp(
      `\\b(?:[Oo]ne|[Ee]ach|[Ee]very one|(?<!n't |n’t |[Nn]ot )[Ee]ither|[Nn]either) of ${OF} (?:[a-z]+[^s\\W] ){0,2}(?<noun>[a-z]+) (?:are|were(?! to\\b)|have)\\b`,
      'g',
    ),
    needs: ['one|each|either|neither', 'of', 'are|were|have'],
    after: /(?<!\b(?:in|at|on|of|from|to|for|with|by|near|inside|outside|into|as|if|is|was|be|only) )$/i,
    message: 'singular subject with a plural verb',
    advice: FORM,
    isRight: (found) =>
      !isPlural(found.groups?.noun ?? '') ||
      /\b(?:that|who|which|where|people|we|they|you|men|women|children)\b/.test(found[0]),
  },
  {
    pattern: new RegExp(
      `\\b[Tt]here (?:is|was|has been) (?:only |still |also |now )?${NUMERAL} (?:[a-z]+[^s\\W] )?(?<noun>[a-z]+)\\b(?!-)`,
      'g',
    ),
    needs: ['there', 'is|was|been'],
    message: 'plural subject with a singular verb',
    advice: FORM,
    isRight: (found) => !isPlural(found.groups?.noun ?? '') || MEASURE.test(found.groups?.noun ?? ''),
  },
  {
    // The results was late. The results of the test was late.
    pattern:
      /\b(?:The|These|Those|Its|His|Her|Their|Our|Many|Most|Some|Several|Both|All(?: the| of the)?) (?:[a-z]+[^s\W] )?(?<noun>[a-z]+)(?: of (?:the|an?|its|his|her|their|this|that) [a-z]+)? (?:was|is|has|does|wasn['’]t|isn['’]t|hasn['’]t|doesn['’]t)\b(?! (?:it|he|she|why|what|how|where|when)\b)/y,
    needs: [
      'the|these|those|its|his|her|their|our|many|most|some|several|both|all',
      'was|is|has|does|wasn|isn|hasn|doesn',
    ],
    atStart: true,
    message: 'plural subject with a singular verb',
    advice: FORM,
    isRight: (found) => {
      const noun = found.groups?.noun ?? '';
      return (
        /\b(?:it|he|she|you) /.test(found[0]) ||
        (!isPlural(noun) && !/^(?:people|children|men|women|police)$/.test(noun))
      );
    },
  },
  {
    pattern: /\b(?:[Tt]hey|[Ww]e) (?:was|is|has|does|wasn['’]t|isn['’]t|hasn['’]t|doesn['’]t)\b/g,
    needs: ['they|we', 'was|is|has|does|wasn|isn|hasn|doesn'],
    after: START,
    message: 'plural subject with a singular verb',
    advice: FORM,
  },
  {
    pattern: /\b(?:[Hh]e|[Ss]he|[Ii]t) (?:have|are|do|haven['’]t|aren['’]t|don['’]t)\b/g,
    needs: ['he|she|it', 'have|are|do|haven|aren|don'],
    after: START,
    message: 'singular subject with a plural verb',
    advice: FORM,
    // `Does he, if it is late, have …`: a question may end in the verb.
    isRight: (found, text) =>
      /[,;]/.test(text.charAt(found.index - 2)) && /\?/.test(text.slice(found.index, found.index + 120)),
  },
  {
    pattern: new RegExp(
      `\\b(?:The|This|That|An?|Its|Each|Every) (?:[a-z]+ )?(?:${THINGS})${PLACE} ${PLURAL_VERB}\\b`,
      'y',
    ),
    needs: [THINGS, PLURAL_VERBS],
    atStart: true,
    message: 'singular subject with a plural verb',
    advice: FORM,
    isRight: (found) => /\b(?:number|and|or|of|what|which|who|more|less)\b/.test(found[0]),
  },
  {
    // The cost of the robots were high.
    pattern: new RegExp(
      `\\bThe (?:[a-z]+ )?(?:${HEADS}) of (?:the |its |his |her |their |these )?(?:[a-z]+[^s\\W] )?(?<noun>[a-z]+) (?:have|are|were)\\b`,
      'y',
    ),
    needs: [HEADS, 'of', 'have|are|were'],
    atStart: true,
    message: 'singular subject with a plural verb',
    advice: FORM,
    isRight: (found) => !isPlural(found.groups?.noun ?? '') || /\b(?:and|or|that|who|which|a)\b/.test(found[0]),
  },
  {
    // Many robot are new. Not: many car parks are new.
    pattern: new RegExp(
      `\\b(?:[Tt]hese|[Tt]hose|[Mm]any|[Ss]everal|[Tt]wo|[Tt]hree|[Ff]our|[Ff]ive|[Ss]ix|[Ss]even|[Ee]ight|[Nn]ine|[Tt]en) (?:new |old |more )?(?:${ONLY_NOUNS})(?= (?:are|were|is|was|have|has|had)\\b|[.;](?:\\s|$)|$)`,
      'g',
    ),
    needs: [ONLY_NOUNS, 'these|those|many|several|two|three|four|five|six|seven|eight|nine|ten'],
    after:
      /(?<!\b(?:of|in|one|number|route|line|day|week|phase|part|group|class|tier|level|year|season|grade|type)(?: or)? )$/i,
    message: 'singular noun after a plural word',
    advice: 'Use the plural of the noun.',
  },
  {
    pattern: /\b(?:[Tt]hese|[Tt]hose) (?:kind|type|sort) of\b/g,
    needs: ['kind|type|sort', 'these|those'],
    message: 'plural before a singular',
    advice: 'Use the plural or the singular of both words.',
  },
  {
    // A robots of the lab. Not: a sales tax.
    pattern:
      /\b[Aa]n? (?<noun>[a-z]{4,}s)(?=[.,;:!?)](?:\s|$)|$| (?:of|in|at|on|for|to|with|from|who|that|were|are|have|had|will)\b)/g,
    needs: ['a|an'],
    after: /(?:^|[^\w\u00c0-\u024f.'’&/-])$/,
    message: "'a' before a plural",
    advice: 'Remove the article, or use the singular.',
    // In the middle of a sentence, `A` is a letter: `the A records`.
    isRight: (found, text) =>
      !isPlural(found.groups?.noun ?? '') ||
      ROMANCE.test(text) ||
      (found[0].startsWith('A') && !SENTENCE.test(text.slice(0, found.index))),
  },
];

/** Nouns for a group, in a house that treats them as singular. */
export const COLLECTIVE: readonly Slip[] = [
  {
    pattern: new RegExp(
      `\\b(?:The|This|That|An?|Its|Each|Every) (?:[a-z]+ )?(?:${COLLECTIVES})${PLACE} ${PLURAL_VERB}\\b`,
      'y',
    ),
    needs: [COLLECTIVES, PLURAL_VERBS],
    atStart: true,
    message: 'singular subject with a plural verb',
    advice: FORM,
    isRight: (found) => /\b(?:and|or|of|what|which|who|number|majority)\b/.test(found[0]),
  },
];
