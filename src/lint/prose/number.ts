/* Grammatical number: which words that end in s are singular, and which nouns people treat as a group. */

/** Nouns in -s that take a singular verb, and words in -s that are no nouns. Those in -ss, -us, -is and -ics need no entry. */
const SINGULAR = new Set(
  (
    'news series species means headquarters barracks crossroads works gallows shambles innings premises whereabouts woods stairs links ' +
    'gas bus lens chaos atlas canvas bias atlas christmas texas measles diabetes rabies herpes molasses billiards darts dominoes aids ' +
    'yes always sometimes perhaps besides towards afterwards upwards downwards backwards forwards nowadays overseas indoors outdoors upstairs ' +
    'downstairs has was does goes says as its hers ours yours theirs others ourselves themselves summons savings proceeds odds thanks ' +
    'alas pyjamas cosmos ethos pathos kudos rhinoceros alias terms express sometimes unless nevertheless nonetheless regardless less ' +
    'tennis sales sports arms customs goods communications operations systems benefits minutes hours days weeks months years dollars pounds ' +
    'euros miles metres meters kilometres kilometers percents yards feet times pass pays biceps corps chassis debris apropos swiss dress'
  ).split(' '),
);

/** Whether a word in lower case is certainly the plural of a noun: `robots`, but not `series`, `process` or `politics`. */
export function isPlural(word: string): boolean {
  return /^[a-z]{3,}s$/.test(word) && !/(?:ss|us|is|[^rpn]ics|['’]s|wards|wise)$/.test(word) && !SINGULAR.has(word);
}

/** Nouns for groups of people: American English treats them as one thing, British English often as several. */
export const COLLECTIVES =
  'company|government|team|board|council|committee|union|party|firm|bank|club|group|army|jury|cabinet|band|agency|ministry|department|' +
  'court|parliament|congress|senate|audience|management|opposition|university|hospital|museum|airline|retailer|chipmaker|carmaker|startup|lab|laboratory|' +
  'chain|association|commission|federation|newspaper|broadcaster|publisher|studio|orchestra|administration|coalition|delegation|family|couple|' +
  'public|staff|crew|navy|regulator|supplier|operator|manufacturer|insurer|lender|church|squad';

/** Nouns for one thing, which take a singular verb everywhere. */
export const THINGS =
  'report|study|plan|law|ship|price|deal|project|programme|program|system|bill|decision|ruling|proposal|attack|accident|crash|fire|strike|vote|' +
  'election|budget|factory|plant|building|bridge|road|tunnel|airport|port|station|hotel|shop|store|school|city|town|village|country|region|' +
  'minister|president|director|chairman|chairwoman|spokesman|spokeswoman|mayor|judge|lawyer|doctor|teacher|driver|pilot|officer|man|woman|child|' +
  'economy|market|industry|rate|tax|cost|loss|profit|debt|loan|fund|share|stock|index|figure|number|result|test|trial|case|drug|vaccine|virus|' +
  'disease|model|robot|machine|car|train|bus|plane|aircraft carrier|flight|satellite|rocket|device|phone|app|website|product|service|contract|' +
  'agreement|treaty|meeting|conference|summit|event|match|game|season|film|book|song|album|letter|statement|document|document|investigation|inquiry';

/** Nouns that are no verbs, so that one after `many` or `two` is a noun. */
export const ONLY_NOUNS =
  'law|bill|decision|ruling|proposal|accident|factory|bridge|road|tunnel|airport|hotel|school|city|town|village|country|region|minister|president|' +
  'director|mayor|lawyer|teacher|driver|officer|economy|industry|vaccine|virus|disease|robot|machine|car|plane|flight|satellite|rocket|website|product|' +
  'agreement|treaty|meeting|conference|summit|game|season|song|album|letter|document|inquiry|company|lab|worker|student|employee|customer';

/** Nouns that an `of` with a plural follows, and that stay singular: `the cost of the robots`. */
export const HEADS =
  'cost|price|use|list|rise|fall|growth|value|sale|quality|speed|level|lack|number|owner|end|start|name|safety|success';
