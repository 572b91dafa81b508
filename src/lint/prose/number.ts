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
    'euros miles metres meters kilometres kilometers percents yards feet times pass pays biceps corps chassis debris apropos swiss dress mechanics electronics remains'
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

/** More nouns for one thing, which hardly ever stand for several. Those of the lists above and in -tion, -ment, -ness or -ance count too. */
const ONE = new Set(
  (
    `${THINGS}|${ONLY_NOUNS}|cost|price|use|rise|fall|growth|value|sale|quality|speed|level|lack|owner|end|start|name|safety|success|fate|future|aim|goal|cause|effect|impact|size|weight|` +
    'length|height|depth|width|age|role|work|arrival|departure|death|birth|life|loss|theft|murder|search|hunt|race|fight|battle|war|list|map|table|chart|' +
    'record|history|story|view|idea|reason|purpose|answer|question|demand|supply|import|export|trade|output|production|collapse|closure|removal|survival|' +
    'approval|refusal|trust|belief|fear|anger|hope|wish|need|desire|threat|risk|danger|damage|harm|pain|help|care|aid|advice|research|training|' +
    'teaching|housing|funding|spending|lending|hearing|meeting|ruling|warning|timing|opening|closing|building|killing|shooting|recall|release|launch|return|transfer|' +
    'sound|smell|taste|sight|colour|color|shape|design|style|source|origin|destination|route|path|way|trip|visit|tour|voyage|journey|' +
    'roof|wall|floor|door|gate|window|room|hall|house|tower|church|mosque|temple|museum|theatre|theater|library|stadium|park|garden|forest|river|lake|sea|coast|' +
    'island|valley|mountain|hill|dam|canal|harbor|harbour|mine|well|pipe|pipeline|cable|engine|motor|battery|tank|boat|ferry|vessel|truck|lorry|van|tram|bike|' +
    'captain|pilot|owner|leader|head|chief|king|queen|prince|princess|pope|bishop|priest|coach|player|striker|goalkeeper|singer|actor|author|artist|writer|' +
    'editor|reporter|journalist|scientist|engineer|economist|analyst|expert|nurse|patient|victim|suspect|witness|prisoner|soldier|general|farmer|worker|tenant|' +
    'buyer|seller|bidder|winner|loser|secretary|treasurer|ambassador|senator|governor|prosecutor|defendant|plaintiff|attorney|clerk|inspector|auditor|' +
    'currency|euro|dollar|yuan|yen|pound|wage|salary|pension|rent|mortgage|tariff|fee|fine|penalty|sentence|verdict|appeal|petition|complaint|lawsuit|claim|charge|' +
    'heat|cold|drought|flood|storm|hurricane|earthquake|weather|climate|temperature|wind|rain|snow|ice|air|water|gas|oil|coal|steel|power|energy|electricity|' +
    'average age|mood|tone|title|text|code|software|hardware|network|server|database|site|page|link|file|image|photo|picture|video|clip|scene|speech|interview|' +
    'campaign|policy|strategy|reform|crisis|conflict|dispute|row|scandal|affair|secret|mystery|puzzle|absence|presence|existence|evidence|difference|importance|' +
    'number|total|sum|ratio|rate|score|result|outcome|ending|beginning|finish|final|draw|defeat|victory|win|lead|gap|margin|delay|wait|queue|line'
  ).split('|'),
);
/** Nouns that a plural verb may follow after `of`, because they count what follows: `a majority of voters are`. */
const COUNTING = new Set(
  'fraction proportion portion section selection generation population combination collection assortment percentage majority minority quantity variety range lot total average line queue row wave'.split(
    ' ',
  ),
);

/** Whether a word in lower case is certainly a noun for one thing. */
export function isSingular(word: string): boolean {
  return (
    !COUNTING.has(word) && (ONE.has(word) || (word.length > 6 && /(?:tion|sion|ment|ness|ance|ship|ism)$/.test(word)))
  );
}

/** Nouns for several people who act as one: a verb after `a group of farmers` is singular or plural by the house. */
export const GROUPS_OF = new Set(
  'group team panel crew committee band gang coalition network delegation party cluster crowd board fleet alliance consortium squad jury union league'.split(
    ' ',
  ),
);
