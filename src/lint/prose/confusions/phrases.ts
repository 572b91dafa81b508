import { AUXILIARY, BE, CLAUSE, END, HAVE, OBJECT, POSSESSIVE, type Row } from './row.ts';

const PEOPLE =
  '(?:people|workers|jobs|employees|cars|students|customers|users|voters|homes|houses|seats|patients|deaths|cases|women|men|children|players|companies|countries|votes|errors|mistakes|bugs|robots|machines|flights|trains|buses|accidents|crimes|visitors|passengers|tourists|residents|teachers|nurses|doctors|hospitals|schools|ships|trucks|vehicles|calls|emails|meetings|members|staff members|soldiers|officers|police officers|arrests|injuries|victims|books|pages|words|options|applicants|immigrants|births)';
const MASS =
  '(?:money|water|time|information|traffic|work|energy|power|fuel|space|damage|demand|waste|noise|rain|snow|oil|gas|food|land|research|pollution|attention|evidence|trouble|electricity|memory|data|help|support|advice|equipment|paper|interest|growth|risk)';
/** People and things that something affects. Else `effect` may be right: `to effect a change`. */
const AFFECTED =
  '(?:everyone|everybody|people|millions|thousands|hundreds|us|them|him|her|you|me|customers|users|workers|residents|anyone|patients|children|consumers|passengers|how|prices|sales|jobs|performance|earnings|profits?|both|drivers|students|families|voters|(?:the|its|their|our) (?:price|prices|economy|market|markets|company|industry|environment|outcome|results?|quality|performance|business|health|climate|election|sales|share price|lives|work|people|region|city))';
const AFFECT_ADJECTIVES =
  '(?:the|an|its|their|his|her|no|any|some|little|adverse|lasting|negative|positive|profound|significant|major|big|dramatic|devastating|chilling|immediate|direct|ripple|domino|knock-on|cumulative|overall|opposite|same|desired|intended|net|long-term|economic|full|limited|minimal|similar|possible|potential|harmful)';
/** Nouns that are something that happened, so that `lead` after one is a verb in the past. */
const EVENTS =
  '(?:move|decision|crash|accident|fire|war|error|mistake|failure|crisis|dispute|investigation|inquiry|scandal|ruling|change|discovery|strike|attack|incident|storm|flood|outage|merger|deal|success|vote|shortage|collapse|explosion|finding|complaint|protest|blast|leak|delay)';

/** Words that look alike, set phrases, and words for what is counted. */
export const PHRASES: readonly Row[] = [
  // affect, effect
  [`\\b${AFFECT_ADJECTIVES} `, 'affect', `(?: (?:of|on|was|is|will|has|that)\\b|${END})`, 'effect'],
  [`\\b${AFFECT_ADJECTIVES} `, 'affects', '(?: (?:of|were|are|will|have|that)\\b|[.;]|$)', 'effects'],
  ['\\b(?:side|greenhouse|special|after) ', 'affects', '', 'effects'],
  ['\\b(?:side|greenhouse|domino|ripple|butterfly) ', 'affect', '', 'effect'],
  [
    '\\b(?:take|takes|took|taken|taking|into|in) ',
    'affect',
    `(?=${END}| (?:on|in|from|at|next|immediately|and)\\b)`,
    'effect',
  ],
  [`\\b(?:${AUXILIARY}|also|directly|adversely) `, 'effect', ` ${AFFECTED}\\b`, 'affect'],
  ['\\b(?:adversely|badly|severely|worst|disproportionately|negatively|seriously) ', 'effected', '', 'affected'],
  [
    '\\b(?:people|workers|residents|those|areas|homes|customers|users|patients|communities|countries|families|businesses|regions) ',
    'effected',
    ' by\\b',
    'affected',
  ],
  // lead, led
  [`\\b(?:${BE}|${HAVE}) (?:also |already |since |now |then |jointly |co-)?`, 'lead', ' by\\b(?! example)', 'led'],
  [
    `\\b${HAVE} (?:also |already |since |now |then )?`,
    'lead',
    ' (?:the|an?|his|her|their|its|us|them|him|many|some|to (?:an?|the|more|less|fewer|higher|lower|calls|protests|delays|fears|claims))\\b',
    'led',
  ],
  [`${CLAUSE}(?:he|she|it) (?:also |then |later )?`, 'lead', ` (?:${OBJECT}|to)\\b`, 'led'],
  [`(?:^|[.!?] )(?:the|this|that|an?|its|their) (?:[a-z]+ )?${EVENTS} `, 'lead', ' (?:to|the)\\b', 'led'],
  [`\\b(?:${AUXILIARY}) `, 'led', ' (?:to|the|an?|its|their|his|her)\\b', 'lead'],
  [`\\b(?:${BE}|${HAVE}) `, 'mislead', '', 'misled'],
  // fewer, less, number
  [
    '(?<!\\b(?:much|still|no|any|even|or|let alone|not) )',
    'less',
    ` ${PEOPLE}(?![-'’])(?: (?:and|than|are|were|in|on|at|will|have|had|to|for|died|who|used?|work|travel|came|come|went|live|lived|voted|left|took|take|need|want)\\b|${END})`,
    'fewer',
  ],
  ['', 'fewer', ` ${MASS}(?: (?:than|and|to|for|in|is|was)\\b|${END})`, 'less'],
  ['\\b(?:an?|the|large|small|huge|growing|record|total|same) ', 'amount', ` of ${PEOPLE}(?![-'’])\\b`, 'number'],
  // between 5 and 10
  ['\\bbetween [$€£]?\\d[\\d,.]*(?:%| percent| million| billion)? ', 'to', ' [$€£]?\\d', 'and'],
  // advice, advise; principle, principal; complement
  [
    `\\b(?:will|would|should|must|could|did|didn['’]t|not) `,
    'advice',
    ' (?:the|him|her|them|you|us|against|people|clients)\\b',
    'advise',
  ],
  [
    '\\b(?:some|any|legal|good|bad|medical|financial|expert|official|sound|professional|independent) ',
    'advise',
    `(?=${END}| (?:to|on|about|from|for|that)\\b)`,
    'advice',
  ],
  [
    '',
    'principle',
    ' (?:reasons?|causes?|dancer|investigators?|author|architect|engineer|aim|goal|concern|residence|conductor)\\b',
    'principal',
  ],
  ['\\bschool ', 'principle', '', 'principal'],
  [
    '\\b(?:on|a matter of|against (?:his|her|our|their)|stick to (?:his|her|its|their)) ',
    'principal',
    END,
    'principle',
  ],
  // every day
  [
    '(?<!\\b(?:the|of|its|their|our|his|her|an|and|or|for|to|with|in|more|into|from) )',
    'everyday',
    `(?:[.;!?]|$| (?:at|since|until|between) )`,
    'every day',
  ],
  // Verbs of two words.
  ...[
    'setup:set up',
    'login:log in',
    'backup:back up',
    'shutdown:shut down',
    'rollout:roll out',
    'cleanup:clean up',
    'takeover:take over',
    'breakdown:break down',
    'checkout:check out',
    'pickup:pick up',
  ].map((pair): Row => {
    const [wrong = '', right = ''] = pair.split(':');
    return [
      `\\b(?:will|would|could|can|cannot|should|must|to|and then|they|we|you|helped|let['’]s) `,
      wrong,
      ` (?:the|an?|this|these|${POSSESSIVE}(?! own business))\\b(?! (?:phase|process|screen|page|stage))`,
      right,
    ];
  }),
  // Set phrases
  ['\\bsneak ', 'peak', '(?! district)', 'peek'],
  ['', 'peaked', ` (?:her|his|their|my|our|the) (?:interest|curiosity)\\b`, 'piqued'],
  ['\\bfree ', 'reign', '', 'rein'],
  [
    `\\b${AUXILIARY} `,
    'reign',
    ' in (?:costs?|spending|inflation|prices|budgets?|deficits?|debts?|big|its|their|the (?:cost|deficit|budget|spending|power))\\b',
    'rein',
  ],
  [
    '\\b(?:take|took|taken|taking|hand(?:ed|ing)? over|hold(?:ing)?|held|at|takes) the ',
    'reigns',
    '(?! of (?:[A-Z]|the [kqe]))',
    'reins',
  ],
  [
    '',
    'pouring',
    ' over (?:the |his |her |their )?(?:documents|data|records|files|books|maps|reports|evidence|results|papers|figures|numbers|spreadsheets|contracts)\\b',
    'poring',
  ],
  [
    '',
    'poured',
    ' over (?:the |his |her |their )?(?:documents|data|records|files|books|maps|reports|evidence|results|papers|figures|numbers|spreadsheets|contracts)\\b',
    'pored',
  ],
  ['', 'tow', ' the (?:party )?line\\b', 'toe'],
  ['\\bwith ', 'baited', ' breath\\b', 'bated'],
  ['', 'seeded', '(?<=deep[- ]seeded)', 'seated'],
  ['\\bfor all ', 'intensive', ' purposes\\b', 'intents and'],
  ['\\bone ', 'in', ` the same${END}`, 'and'],
  ['\\ba ', 'mute', ' point\\b', 'moot'],
  ['', 'wet', ` (?:${POSSESSIVE}|the) appetites?\\b`, 'whet'],
  ['', 'slight', ' of hand\\b', 'sleight'],
  ['\\ba ', 'shoe-in', '', 'shoo-in'],
  ['\\btough ', 'road', ' to hoe\\b', 'row'],
  ['', 'extract', ' (?:revenge|vengeance)\\b', 'exact'],
  ['', 'illicit', ' (?:an?|any|the) (?:response|reaction|reply|answer|sympathy|confession)\\b', 'elicit'],
  ['', 'statue', ' of limitations\\b', 'statute'],
  ['\\ba ', 'right', ' of passage (?:for|into|that)\\b', 'rite'],
  ['\\bdamp ', 'squid', '', 'squib'],
  ['\\bwithout (?:any )?(?:further|more) ', 'adieu', '', 'ado'],
  ['\\b(?:make|makes|made|making) ', 'due', '(?: with\\b|[.;])', 'do'],
  ['\\bper ', 'say', END, 'se'],
  ['', 'irregardless', '', 'regardless'],
  ['\\b(?:case) ', 'and', ' point(?:[.:,]|$)', 'in'],
  ['\\bcurl(?:ed|s)? up in the ', 'feeble', ' position\\b', 'fetal'],
];
