import { type Slip, START } from './slips.ts';

/* Verbs of which a part is missing: an auxiliary, or the `to` of an infinitive. */

/** Verbs in their base form that are no nouns, adjectives or participles. */
const VERBS =
  'build|sell|buy|keep|bring|find|lose|make|send|spend|give|take|write|choose|drive|speak|pay|sign|prevent|avoid|reduce|improve|ensure|protect|save|help|create|allow|reach|resign|remain|become|begin|continue|solve|provide|raise|lower|leave|join|open|close|stop|start|cut|end|boost|replace|attract|meet|win|defend|deny|accept|reject|approve|vote|explain|discuss|withdraw|repair|maintain|secure|settle|expand|finance|fund|rebuild|reopen|ease|tackle|combat|fight|cope|comply|testify|evacuate|investigate';
const VERB = `(?:${VERBS})`;
const OBJECT = '(?:the|an?|its|his|her|their|our|this|these|those|any|all|more|[$€£]?\\d)';
/** Verbs whose base form is no participle. */
const NO_PARTICIPLES =
  'build|sell|buy|keep|bring|find|lose|make|send|spend|give|take|write|choose|speak|resign|remain|begin|provide|prevent|reduce|improve|explain|deny|accept|reject|approve|withdraw';
const ADD_TO = "Add 'to' before the verb.";

export const MISSING_VERBS: readonly Slip[] = [
  {
    // In order avoid a strike, so as prevent one.
    pattern: new RegExp(`\\b(?:[Ii]n order|[Ss]o as) (?:not )?(?:be|have|${VERB})\\b`, 'g'),
    needs: ['order|so', `be|have|${VERBS}`],
    message: "missing 'to'",
    advice: ADD_TO,
  },
  {
    // Told them leave the hall.
    pattern: new RegExp(
      `\\b(?:asked|ordered|told|urged|forced|allowed|encouraged|invited|persuaded|required|advised|enabled|wants?|wanted|expects?|expected|helps? persuade) (?:him|them|us|me) (?:be|${VERB}) (?:${OBJECT}|at|in|on|by|for)\\b`,
      'g',
    ),
    needs: [
      'asked|ordered|told|urged|forced|allowed|encouraged|invited|persuaded|required|advised|enabled|want|wants|wanted|expect|expects|expected|persuade',
      'him|them|us|me',
      `be|${VERBS}`,
    ],
    message: "missing 'to'",
    advice: ADD_TO,
  },
  {
    // Needs be repaired, used be a port, seems be late.
    pattern:
      /\b(?:needs|wants|wanted|plans|hoped|tried|continues|continued|appears|appeared|seems|seemed|tends|failed|deserves|deserved|intends|intended|ought|used|claims|claimed|turned out|is known|are known|was known|is said|are said|was said|is believed|are believed|was believed|is thought|are thought|was thought|is due|are due|is set|are set|has yet|have yet|had yet|managed|refused|threatened|pretended) be\b(?!-)/g,
    needs: [
      'be',
      'needs|wants|wanted|plans|hoped|tried|continues|continued|appears|appeared|seems|seemed|tends|failed|deserves|deserved|intends|intended|ought|used|claims|claimed|out|known|said|believed|thought|due|set|yet|managed|refused|threatened|pretended',
    ],
    message: "missing 'to'",
    advice: ADD_TO,
    isRight: (found, text) =>
      /\b(?:that|what|whatever|as|which|than|all)\b[^.!?]{0,60}$/i.test(
        text.slice(Math.max(0, found.index - 90), found.index),
      ),
  },
  {
    // The company agreed sell, the union voted strike, they learned how build.
    pattern: new RegExp(
      `\\b(?:agreed|promised|pledged|vowed|threatened|managed|failed|offered|continued|continues|struggled|hopes|aims|seeks|fails|tries|tried|agrees|likely|unable|forgot|prepared|preparing|attempted|attempting|(?:knows?|knew|learn(?:ed|s)?|decid(?:e|ed)|explained|taught|showed|shows) how) ${VERB} ${OBJECT}\\b`,
      'g',
    ),
    needs: [
      'agreed|promised|pledged|vowed|threatened|managed|failed|offered|continued|continues|struggled|hopes|aims|seeks|fails|tries|tried|agrees|likely|unable|forgot|prepared|preparing|attempted|attempting|how',
      VERBS,
    ],
    message: "missing 'to'",
    advice: ADD_TO,
    isRight: (found, text) =>
      // `Its failed raise`, `new hopes raise the price`, `most likely make a`.
      /^(?:failed|promised|offered|attempted|prepared|threatened|pledged|hopes|aims|likely)/.test(found[0])
        ? !/\b(?:[Hh]e|[Ss]he|[Ii]t|[Tt]hey|[Ww]e|who|company|firm|bank|government|ministry|council|city|union|airline|minister|mayor|president|club|team|group|court|police|is|was|are|were|[A-Z][a-z]+ [A-Z][a-z]+) $/.test(
            text.slice(0, found.index),
          )
        : false,
  },
  {
    // The bridge been closed since May: nothing in the sentence goes with `been`.
    pattern: /\bbeen\b(?![-’'])/g,
    needs: ['been'],
    message: "missing 'has' or 'had'",
    advice: "Add 'has', 'have' or 'had' before 'been'.",
    isRight: (found, text) => {
      const before = text.slice(Math.max(0, found.index - 240), found.index);
      const sentence = before.slice(before.search(/[^.!?\n;]*$/));
      return (
        sentence.length >= 239 ||
        !/[a-z]/.test(sentence) ||
        /\b(?:has|have|had|having|hath|haven|hasn|hadn|could|should|would|must|might|of|a|or)\b|['’;](?:ve|s|d)\b|-$/i.test(
          sentence,
        ) ||
        /(?:has|have|had)n?['’]?t?$/i.test(sentence)
      );
    },
  },
  {
    // They going to close it.
    pattern:
      /\b(?:[Hh]e|[Ss]he|[Ii]t|[Tt]hey|[Ww]e|[Yy]ou|I) (?:going to|planning to|trying to|about to|able to|unable to|likely to|unlikely to|supposed to|willing to|not (?:know|want|expect|going|able|sure|ready|yet|have|think|believe|say|give|need|see|get|take))\b/g,
    needs: ['going|planning|trying|about|able|unable|likely|unlikely|supposed|willing|not', 'he|she|it|they|we|you|i'],
    after: START,
    message: 'missing part of the verb',
    advice: "Add the auxiliary verb, such as 'is' or 'did'.",
  },
  {
    // Has sell its stake: a participle or `to` is meant.
    pattern: new RegExp(
      `\\b(?:[Hh]e|[Ss]he|[Ii]t|[Tt]hey|[Ww]e|who|company|firm|bank|government|ministry|council|city|union|airline|minister|mayor|president|club|team|group|court) (?:has|have|had) (?:${NO_PARTICIPLES}) ${OBJECT}\\b`,
      'g',
    ),
    needs: [NO_PARTICIPLES, 'has|have|had'],
    message: 'wrong verb form',
    advice: "Use the participle, or add 'to'.",
    isRight: (found, text) =>
      /\b(?:what|all|that|whatever|everything|let|make|makes|made|help|helps|helped|watch|see|saw)(?: (?:the|an?|his|her|its|their))? ?$/i.test(
        text.slice(0, found.index),
      ),
  },
  {
    // Spokesman said the plan was late.
    pattern:
      /\b(?:Spokesman|Spokeswoman|Spokesperson|Ministry|Company|Driver|Victim|Suspect|Accident|Bridge|Factory|Building|Investigation|Decision|Incident|Plane|Ship|Ferry|Train|Prosecutor|Lawyer|Hospital|Airline|Regulator) (?:said|says|was|is|has|had|will|told|did|denied|added|declined|refused|confirmed)\b/y,
    needs: [
      'spokesman|spokeswoman|spokesperson|ministry|company|driver|victim|suspect|accident|bridge|factory|building|investigation|decision|incident|plane|ship|ferry|train|prosecutor|lawyer|hospital|airline|regulator',
      'said|says|was|is|has|had|will|told|did|denied|added|declined|refused|confirmed',
    ],
    atStart: true,
    message: 'missing article',
    advice: "Add 'the' or 'a'.",
    isRight: (_, text) => !/[a-z]\.["”]?$/.test(text.trimEnd()),
  },
];
