import type { Slip } from './slips.ts';

/* Adjectives, verbs and set phrases that need a preposition or an article which is not there. */

const BE = '(?:is|are|was|were|be|been|being)(?: not| also| still| now| already)?';
const OBJECT = '(?:the|an?|his|her|its|their|our|my)';
/** Time, manner and degree, which need no preposition: `was married the next day`. */
const NOT_TIME =
  '(?! (?:next|same|following|previous|day|night|morning|week|weekend|month|year|moment|minute|hour|first|last|second|third|other|way|hardest|most|worst|least|few|decade|century|couple|lot|great|good|little|long|short|bit|whole|entire|world)\\b)';
const ADD = 'Add the preposition.';

/** Each adjective or participle with what it needs before its object. */
const AFTER_BE: readonly (readonly [needs: string, words: string])[] = [
  [
    'of',
    'accused|suspected|convicted|guilty|capable|incapable|composed|deprived|critical|acquitted|made up|in charge|unworthy|representative',
  ],
  [
    'to',
    'opposed|similar|related|subject|linked|married|accustomed|committed|dedicated|devoted|exposed|equal|loyal|allergic|attached|next|addressed|confined|transferred',
  ],
  ['on', 'based|focused|reliant|dependent|keen|intent'],
  ['in', 'located|situated|interested|involved|rooted'],
  ['for', 'famous|eligible|responsible|suitable|grateful|desperate|unfit'],
  [
    'with',
    'filled|equipped|faced|associated|familiar|connected|compatible|consistent|packed|tasked|credited|confronted|armed|loaded|diagnosed|infected',
  ],
];

const PLACES =
  '(?:hospital|station|airport|court|school|office|port|city|border|capital|scene|hotel|church|market|polls|bank|village|town|island|house|palace|prison|beach|factory|plant|bridge|stadium|shelter|summit|meeting|hearing)';
/** Parts of things, events and times that always need an article before `of`. */
const PARTS =
  'end|beginning|middle|center|centre|bottom|heart|foot|wake|aftermath|outskirts|hands|eve|site|basis|help|edge|course|age|cost|height|request|invitation|banks|shores|suburbs|mouth|result';

const phrase = (pattern: string, needs: Slip['needs'], message: string, advice: string): Slip => ({
  pattern: new RegExp(pattern, 'g'),
  needs,
  message,
  advice,
});

export const MISSING_PREPOSITIONS: readonly Slip[] = [
  ...AFTER_BE.map(
    ([needs, words]): Slip => ({
      pattern: new RegExp(`\\b${BE} (?:[a-z]+ly )?(?:${words}) ${OBJECT}${NOT_TIME}(?= [a-z])`, 'g'),
      needs: [words],
      message: 'missing preposition',
      advice: `Add '${needs}'.`,
      isRight: (found, text) =>
        /\b(?:once|when|if|after|as|whenever|before|until|while|where|what|how|who|that)\b[^.!?,]*$/i.test(
          text.slice(Math.max(0, found.index - 80), found.index),
        ),
    }),
  ),
  {
    // Was accused stealing, is interested buying.
    pattern: new RegExp(
      `\\b${BE} (?<word>accused|suspected|convicted|capable|incapable|guilty|acquitted|interested|tired|afraid) (?!during|following|pending|according|including|regarding|concerning|depending|beginning|starting|awaiting|speaking|nothing|something|anything|everything|evening|morning|being\\b)[a-z]{3,}ing\\b(?! (?:to|and|or)\\b)`,
      'g',
    ),
    needs: ['accused|suspected|convicted|capable|incapable|guilty|acquitted|interested|tired|afraid'],
    message: 'missing preposition',
    advice: ADD,
  },
  {
    // The train arrived the station, the two trams collided a bus.
    pattern: new RegExp(
      `\\b(?:(?:arrived|arrives|went|goes|returned|returns|came|travell?ed|rushed|headed) the ${PLACES}|(?:collided|cooperated|co-operated|competed|qualified|participated|adhered|subscribed|succumbed|resorted|embarked|opted|resulted|complained|interfered|tampered|coincided|culminated) (?:${OBJECT}|another|two|three|\\d+)${NOT_TIME})\\b`,
      'g',
    ),
    needs: [
      'arrived|arrives|went|goes|returned|returns|came|travelled|traveled|rushed|headed|collided|cooperated|operated|competed|qualified|participated|adhered|subscribed|succumbed|resorted|embarked|opted|resulted|complained|interfered|tampered|coincided|culminated',
    ],
    message: 'missing preposition',
    advice: ADD,
    isRight: (found, text) =>
      /^(?:collided|complained|resulted|opted)/.test(found[0])
        ? /\b(?:that|which|what)\s$/.test(text.slice(0, found.index)) || /^(?:complained)/.test(found[0])
        : /^(?:qualified|headed)/.test(found[0]),
  },
  {
    // Pleaded guilty two charges.
    pattern:
      /\b(?:plead(?:ed|s|ing)?|pled) (?:not )?guilty (?=(?:murder|manslaughter|theft|fraud|assault|arson|rape|robbery|burglary|perjury|bribery|charges|all charges|the charges?|a charge|one count|two|three|four|five|six|seven|eight|nine|ten|several|\d+|driving|killing|possession|conspiracy|stealing|attempted|tax evasion|reckless)\b)/g,
    needs: ['guilty', 'plead|pleaded|pleads|pleading|pled'],
    message: 'missing preposition',
    advice: "Add 'to'.",
  },
  phrase(
    '\\b[Aa]ccording (?:the|an?|its|his|her|their|police|officials|prosecutors|figures|data|reports?|documents|researchers|witnesses|[A-Z][a-z]+)\\b(?! same)',
    ['according'],
    'missing preposition',
    "Add 'to'.",
  ),
  phrase(
    '\\b(?:closed|delayed|cancell?ed|postponed|suspended|late|grounded|fell|rose|halted|stopped|shut|dropped|declined|lower|higher|evacuated|abandoned) (?:largely |partly |mainly )?due (?:the|an?|heavy|bad|strong|high|poor|its|their|his|her|snow|fog|ice|rain|fire|technical|safety|rising|falling)\\b(?! (?:next|following|same|day|week|month|end|first|last|date))',
    [
      'due',
      'closed|delayed|cancelled|canceled|postponed|suspended|late|grounded|fell|rose|halted|stopped|shut|dropped|declined|lower|higher|evacuated|abandoned',
    ],
    'missing preposition',
    "Add 'to'.",
  ),
  phrase(
    `\\b[Ii]n front (?:${OBJECT}|[A-Z][a-z]+|hundreds|thousands|\\d)|\\b[Oo]n behalf (?:${OBJECT}|all|[A-Z][a-z]+)|\\b[Ii]n spite (?:${OBJECT}|all)|\\b[Ii]n favou?r (?:the|an?|its|higher|lower|more|stricter)\\b|\\b[Aa]s part (?:the|an?|its|their|his|her)\\b|\\b[Ii]n charge (?:the|an?|its|all)\\b|\\b[Bb]y means (?:the|an?)\\b`,
    ['front|behalf|spite|favor|favour|part|charge|means'],
    'missing preposition',
    "Add 'of'.",
  ),
  phrase(
    `\\b(?:[Aa]t|[Ii]n|[Oo]n|[Bb]y|[Ff]or|[Ww]ith|[Uu]nder|[Uu]ntil|[Ss]ince|[Bb]efore|[Aa]fter|[Tt]o|[Ff]rom|[Aa]cross|[Aa]s) (?:${PARTS}) of (?:the|an?|its|his|her|their|this|last|next|\\d+|[A-Z][a-z]+)\\b`,
    [PARTS, 'of'],
    'missing article',
    "Add 'the' or another article.",
  ),
  phrase(
    '\\b(?:[Ff]or|[Aa]t|[Oo]n|[Ii]n|[Oo]f|[Bb]y|[Ff]rom|[Tt]o|[Ww]ith) same (?:time|day|way|place|year|week|month|number|amount|price|hotel|building|street|road|car|man|woman|company|team|court|reason|period|level|rate|person|house|city|town)\\b',
    ['same'],
    'missing article',
    "Add 'the'.",
  ),
  phrase(
    '\\b(?:[Ff]or (?:first|second|third|fourth|fifth|last) (?:straight |consecutive |successive )?time\\b(?! (?:buyers?|visitors?|voters?|offenders?|users?|home|mothers?|contributors?|readers?|customers?))|(?:[Ii]n|[Oo]ver|[Dd]uring) (?:past|last|next|previous|coming) (?:two|three|four|five|six|seven|eight|nine|ten|few|several|\\d+) (?:days|weeks|months|years|decades|hours|minutes|games|matches|elections|quarters)\\b)',
    [
      'first|second|third|fourth|fifth|last|past|next|previous|coming',
      'time|days|weeks|months|years|decades|hours|minutes|games|matches|elections|quarters',
    ],
    'missing article',
    "Add 'the'.",
  ),
  phrase(
    '\\b(?:[Hh]e|[Ss]he|[Ii]t|who|[A-Z][a-z]+|company|plan|bridge|strike|attack|accident|crisis|rise|fall|deal|ship|man|woman|victim|suspect) (?:is|was|became|remains|remained|has been|had been) (?:member|result|victim|example|sign|source|symbol|citizen|native|graduate|resident|fan|supporter|matter|copy|piece|consequence|threat|danger|reminder|survivor|relative|breach|violation|step|response) (?:of|to|in|for)\\b',
    [
      'member|result|victim|example|sign|source|symbol|citizen|native|graduate|resident|fan|supporter|matter|copy|piece|consequence|threat|danger|reminder|survivor|relative|breach|violation|step|response',
      'is|was|became|remains|remained|been',
    ],
    'missing article',
    "Add 'a' or 'the'.",
  ),
  phrase(
    '(?<=\\b(?:[Hh]e|[Ss]he|[Ii]t|[Tt]hey|[Ww]e|who|has|have|had|also|company|firm|bank|government|ministry|council|city|union|airline|minister|mayor|president|club|court|group|[A-Z][a-z]+) )(?:signed|won|filed|issued|published|held|made|took|gave|wrote|built|opened|launched|rejected|approved|passed) (?:contract|deal|factory|bridge|hospital|school|statement|lawsuit|report|decision|letter|proposal|complaint|petition|resolution|mistake|promise|speech|interview|warehouse|museum|ceasefire|treaty)(?= (?:with|for|in|on|to|that|near|against|about|of|last|this|saying|calling)\\b)',
    [
      'contract|deal|factory|bridge|hospital|school|statement|lawsuit|report|decision|letter|proposal|complaint|petition|resolution|mistake|promise|speech|interview|warehouse|museum|ceasefire|treaty',
      'signed|won|filed|issued|published|held|made|took|gave|wrote|built|opened|launched|rejected|approved|passed',
    ],
    'missing article',
    "Add 'a' or 'the'.",
  ),
];
