import { isPlural } from './number.ts';
import type { Slip } from './slips.ts';

/* Places where English needs a word that is not there. Each slip leaves no other reading of the words around the gap. */

/** Verbs in their base form that are no nouns, adjectives or participles. */
const VERBS =
  'resign|remain|arrive|receive|decide|announce|publish|begin|lose|sell|pay|build|grow|bring|keep|provide|reduce|improve|create|continue|appear|join|replace|reopen|accept|agree|allow|appoint|approve|arrest|ask|avoid|become|carry|choose|collect|compete|complete|confirm|consider|contain|decline|defend|deliver|deny|destroy|discuss|elect|employ|enter|exceed|expand|explain|extend|find|follow|force|gain|give|happen|hear|hire|hold|include|introduce|invest|invite|join|leave|lend|lower|make|meet|oppose|pass|prevent|produce|promote|protect|prove|raise|reach|recall|recover|refuse|reject|release|remove|reopen|repair|replace|rise|save|seek|send|serve|settle|shrink|sign|spend|speak|stay|strengthen|suffer|suspend|take|testify|win|withdraw|write';
const VERB = `(?:${VERBS})`;
/** What an object begins with. */
const OBJECT = '(?:the|an?|its|his|her|their|our|my|this|these|those|any|all|[$€£]?\\d)';
/** Singular nouns that always need an article. */
const COUNTED =
  'harbor|harbour|city|town|village|district|province|region|coast|border|edge|bridge|river|valley|island|capital|outskirts|suburb|mayor|owner|roof|wall|entrance|gate|gates|front door|factory|plant|hotel|airport|ship|ferry|museum|building|hall|airline|club|company|firm|mine|union';
/** What has an owner, a roof or a mayor, before a place or a verb. */
const OWNED =
  'mine|plant|factory|hotel|bridge|ship|ferry|airport|museum|shop|store|car|truck|van|bus|house|building|hall|village|town|city|airline|club|firm|restaurant|theatre|theater|warehouse|farm|yard|newspaper';

const ARTICLE = "Add 'the' or another article.";

/** Time that follows a verb without a preposition: `was killed the same day`. */
const TIME_OR_MANNER =
  '(?! (?:next|same|following|previous|day|night|morning|week|month|year|moment|minute|hour|first time|last time|way|hardest|most|worst|least|few|decade|century|couple|lot|great deal|little|long time|short))';

/** What a verb with `to` follows. */
const EXPECTED =
  'expected|likely|unlikely|able|unable|scheduled|supposed|forced|obliged|entitled|determined|poised|bound|going|trying|hoping|planning|ready|willing|due|set';
/** What is done by somebody. */
const CAUSED =
  'caused|triggered|sparked|prompted|owned|founded|killed|attacked|arrested|replaced|surrounded|accompanied|funded|financed|backed|operated|discovered|detained|destroyed|damaged|struck|inspired|caught up|followed|preceded|injured|wounded';

export const MISSING_WORDS: readonly Slip[] = [
  {
    // The council wants to the old depot.
    pattern:
      /\b(?:wants|wanted|intends?|intended|decide[sd]?|refuse[sd]?|managed|hoped|vow(?:s|ed)|(?:is|are|was|were|be|been) (?:not )?(?:able|unable|likely|unlikely|willing|unwilling|eager|reluctant)) to (?:the|an?(?! (?:la|priori)\b)|its|their|his|our)(?= [a-z]+\b(?! (?:degree|extent)))/g,
    needs: [
      'wants|wanted|intend|intends|intended|decide|decides|decided|refuse|refuses|refused|managed|hoped|vows|vowed|able|unable|likely|unlikely|willing|unwilling|eager|reluctant',
      'to',
    ],
    message: 'missing verb',
    advice: 'Add the verb, or remove the preposition.',
    isRight: (found, text) =>
      /^ (?:[a-z]+ )?(?:point|extent|degree|last|contrary|letter|end)\b/.test(
        text.slice(found.index + found[0].length),
      ) ||
      /\b(?:what|as|whatever|that|all|he|she|they|we|you|i|it) (?:wants|wanted|intended|decided|intends?) to /i.test(
        text.slice(Math.max(0, found.index - 10), found.index + 12),
      ),
  },
  {
    // She is expected be named, the minister is expected resign.
    pattern: new RegExp(
      `\\b(?:is|are|was|were|been|be) (?:not |now |also |still |widely )?(?:${EXPECTED}) (?:be|have been|${VERB})\\b(?!-)`,
      'g',
    ),
    needs: [EXPECTED, `be|have|${VERBS}`],
    message: "missing 'to'",
    advice: "Add 'to' before the verb.",
    isRight: (found, text) => /(?:going|planning) find$|bound (?:be|follow)$/.test(found[0]) && /\?/.test(text),
  },
  {
    // The company plans open a plant, he wants sell the yard.
    pattern: new RegExp(
      `\\b(?:(?:[Hh]e|[Ss]he|[Ii]t|company|firm|bank|government|ministry|council|city|union|airline|minister|mayor|president|airport|club|team|group|agency|court|police) (?:plans|hopes|aims)|wants|intends|decided|refuses|refused|hoped|intended|wanted|tends) (?:${VERB}|open|close|start|stop|cut|launch|buy) ${OBJECT}(?![\\w-])`,
      'g',
    ),
    needs: [
      'plans|hopes|aims|wants|intends|decided|refuses|refused|hoped|intended|wanted|tends',
      `${VERBS}|open|close|start|stop|cut|launch|buy`,
    ],
    message: "missing 'to'",
    advice: "Add 'to' before the verb.",
    isRight: (found, text) =>
      /\b(?:what|whatever|all|that|who|as|than|[a-z]+s) $/.test(text.slice(0, found.index)) &&
      /^(?:wants|wanted|decided|intended)/.test(found[0]),
  },
  {
    // The ministry did not respond a request.
    pattern:
      /\b(?:respond(?:ed|s|ing)?(?= (?:a|an|his|her|its|their|requests?|questions|messages|emails|calls|criticism|reports) )|compl(?:y|ies|ied)(?= (?:the|an?|its|their|his|these|those|orders|rules|laws) )|rel(?:y|ies|ied)(?= (?:the|an?|its|their|his|these|those) )|depend(?:s|ed)?(?= (?:the|a|an|its|their|his|how|whether|these|those) )|consist(?:s|ed)?(?= (?:the|an?|\d+|two|three|four|five|six|seven|eight|nine|ten) )|belong(?:s|ed)?(?= (?:the|an?|its|their|his|her) )|listen(?:s|ed)?(?= (?:the|an?|his|her|their|its) )|apologi[sz]e[sd]?(?= (?:the|an?|his|her|their|its) )|object(?:ed)(?= (?:the|an?|his|her|their|its) )|coped?(?= (?:the|an?|his|her|their|its) )|interfere[sd]?(?= (?:the|an?|his|her|their|its) ))(?! (?:a (?:lot|great|good|little|bit|minute|moment|while|week|day)|the (?:moment|most|least|same|day|next|week|way|whole|other))\b)/g,
    needs: [
      'respond|responded|responds|responding|comply|complies|complied|rely|relies|relied|depend|depends|depended|consist|consists|consisted|belong|belongs|belonged|listen|listens|listened|apologize|apologizes|apologized|apologise|apologises|apologised|objected|cope|coped|interfere|interferes|interfered',
    ],
    after: /(?<!["”'’,] |\bto [a-z]{1,12} )$/,
    message: 'missing preposition',
    advice: 'Add the preposition that the verb needs.',
  },
  {
    // The accident was caused a broken rail.
    pattern: new RegExp(
      `\\b(?:was|were|been|is|are|being) (?:[a-z]+ly )?(?:${CAUSED}) (?:an?|the|his|her|their|its)(?= [a-z])${TIME_OR_MANNER}`,
      'g',
    ),
    needs: [CAUSED, 'was|were|been|is|are|being'],
    message: 'missing preposition',
    advice: "Add 'by', or use the active form of the verb.",
    isRight: (found, text) =>
      /\b(?:once|when|if|after|as|whenever|before|until|time|where|while|what|how|whose)\b[^.!?]*$/i.test(
        text.slice(Math.max(0, found.index - 120), found.index),
      ),
  },
  {
    // The union is calling a strike.
    pattern:
      /\b(?:(?:is|are|was|were|been) (?:calling|asking|waiting|looking|campaigning|applying|pushing)|(?:waited|applied|campaigned|pleaded)) (?:an?|the) (?:strike|boycott|inquiry|investigation|ceasefire|ban|refund|apology|permit|visa|loan|recount|referendum|pay rise|second trial|public inquiry|general strike)\b/g,
    needs: [
      'calling|asking|waiting|looking|campaigning|applying|pushing|waited|applied|campaigned|pleaded',
      'strike|boycott|inquiry|investigation|ceasefire|ban|refund|apology|permit|visa|loan|recount|referendum|rise|trial',
    ],
    message: 'missing preposition',
    advice: "Add 'for' after the verb.",
  },
  {
    // The team will playing, she has be named.
    pattern:
      /\b(?:(?:will|would|could|should|must|cannot|can['’]t|won['’]t|(?:would|could|should|must)n['’]t)(?: not)? (?:(?!(?:bring|sing|ring|swing|spring|sting|fling|cling|string|wing|ping|sling|wring|ding|zing|king)\b)[a-z]{2,}ing|been)|(?:has|have|had) (?:not |already |never )?be(?= [a-z]+(?:ed|en)\b))\b(?![-’'])/g,
    // Not a noun (`the will`), and not a question (`why would adding one be slow`).
    needs: ['will|would|could|should|must|cannot|can|won|wouldn|couldn|shouldn|mustn|has|have|had'],
    after:
      /(?<=[a-z\d] )(?<!\b(?:the|an?|his|her|its|their|my|your|our|of|free|good|political|own|no|ill|this|that|and|or|why|how|what|when|where|only|much|many|nor|so) )$/i,
    message: 'wrong verb form',
    advice: "Add the missing 'be' or 'have', or use the base form.",
    isRight: (found, text) =>
      /(?:thing|during|according|including|notwithstanding|depending|pending|barring|following)$/.test(found[0]) ||
      /^ (?:it|he|she|they|we|you|the) /.test(text.slice(found.index + found[0].length)),
  },
  {
    // One the pilots had slept.
    pattern:
      /\b(?:One|Two|Three|Four|Five|Six|Several|Some|Many|Few|None|Each|Part) the (?:[a-z]+[^s\W] )?(?<noun>[a-z]+s)\b/y,
    needs: ['one|two|three|four|five|six|several|some|many|few|none|each|part', 'the'],
    atStart: true,
    message: 'missing preposition',
    advice: "Add 'of' before the article.",
    isRight: (found) => !isPlural(found.groups?.noun ?? '') || /the (?:less|wiser|more)/.test(found[0]),
  },
  {
    // She is one most successful coaches, it is one of largest ports.
    pattern:
      /\b(?:is|was|are|were|as|become|became|remains?|among) one (?:of )?(?:most|least|best|worst|(?!(?:rest|west|east|guest|forest|test|chest|nest|vest|quest|interest|request|protest|contest|harvest|honest|modest|west|latest-)\b)[a-z]{2,}est)\b(?![-’'])(?= (?:(?!(?:for|of|in|on|at|by|to|with|from|as|known|seen|suited|placed|left)\b)[a-z-]+ ){0,3}[a-z]+s\b)/g,
    needs: ['one', 'is|was|are|were|as|become|became|remain|remains|among'],
    message: 'missing word',
    advice: "Write 'one of the'.",
    isRight: (found, text) =>
      /^ (?:recently|often|of all|likely|closely)\b/.test(text.slice(found.index + found[0].length)),
  },
  {
    // Towed to harbor of Genoa.
    pattern: new RegExp(
      `\\b(?:to|in|at|from|of|on|near|into|across|outside|inside|around|through|along|beside|behind|above|under|by) (?:${COUNTED}) of(?= (?:[A-Z]|(?:the|an?|its|his|her|their) ))`,
      'g',
    ),
    needs: [COUNTED, 'of'],
    message: 'missing article',
    advice: ARTICLE,
    isRight: (found, text) =>
      /^(?:of|by|in) (?:company|firm|wall)/.test(found[0]) ||
      /\b(?:type|kind|sort|part|most) $/.test(text.slice(0, found.index)),
  },
  {
    // The owner of mine near Kielce.
    pattern: new RegExp(
      `\\b(?:[Tt]he|[Ii]ts|[Tt]heir|[Aa]n?) (?:owner|operator|manager|driver|captain|mayor|roof|walls|residents|closure|collapse|sale|construction|entrance|gates|guests|residents|cost) of (?:${OWNED})(?= (?:near|in|at|outside|on|was|is|has|said|says|denied|told|who|will|had)\\b|[.,;]|$)`,
      'g',
    ),
    needs: [
      OWNED,
      'owner|operator|manager|driver|captain|mayor|roof|walls|residents|closure|collapse|sale|construction|entrance|gates|guests|cost',
      'of',
    ],
    message: 'missing article',
    advice: ARTICLE,
  },
  {
    // The first in history of the airline.
    pattern:
      /\b(?:first|largest|biggest|worst|best|longest|highest|lowest|deadliest|only|greatest|fastest|youngest|oldest)(?: [a-z-]+){0,3} in history of (?=the |a |its |[A-Z])/g,
    needs: ['history', 'of'],
    message: 'missing article',
    advice: ARTICLE,
    isRight: (found) => /\b(?:degree|course|book|chair|professor|lecture)s?\b/.test(found[0]),
  },
  {
    // The mine employs of 300 people.
    pattern:
      /(?<=\b(?:company|firm|mine|plant|factory|yard|airline|bank|group|union|city|town|village|it|he|she|they|[A-Z][a-z]+) )(?:employs|employed|hired|owns|owned|carries|carried|serves|served|produces|produced|has|had) of(?= (?:about |nearly |more than |some |over |only )?(?:\d|[$€£]|(?:two|three|four|five|six|seven|eight|nine|ten|hundreds|thousands|dozens) ))/g,
    needs: ['employs|employed|hired|owns|owned|carries|carried|serves|served|produces|produced|has|had', 'of'],
    message: 'missing or needless word',
    advice: 'Add the noun, or remove the preposition.',
    isRight: (found, text) =>
      /\b(?:what|all|that|who|as|number|those|most|many) (?:\w+ ){0,2}$/i.test(text.slice(0, found.index)),
  },
];
