import { AUXILIARY, BE, CLAUSE, END, OBJECT, POSSESSIVE, type Row, START } from './row.ts';

const BUSINESS =
  '(?:headquarters|shares?|profits?|revenues?|board|staff|employees|workers|chief|chairman|ceo|customers|users|founders?|directors?|stock|sales|earnings|' +
  'forecasts?|parent|predecessor|rivals?|competitors|subsidiar(?:y|ies)|spokes(?:man|woman|person)|members|leaders?|owners?|name|goal|aim|mission|purpose|role|' +
  'size|success|future|value|price|debts?|losses|market|population|capital|economy|budget|products?|services?|factor(?:y|ies)|plants?|offices?|report|findings)';
/** Verbs with an object, after which no clause can start: `raised its forecast`, but not `said it's late`. */
const RAISED =
  '(?:rais|cut|lift|open|clos|launch|los|doubl|tripl|releas|expand|increas|reduc|complet|celebrat|publish|updat|post|sell|extend|improv|us|chang|mov|defend|boost|halv|slash|trim|' +
  'rebuil|renam|restructur|suspend|resum|withdr[ae]w|review|abandon|acquir|build|grow|ke?ep|tak|mak|giv|hav)(?:e?s|ed|d|e|ing|ting|t)?|(?:lost|sold|built|grew|kept|took|made|gave|has|had|cut|cutting)';
const NOT_ITS =
  '(?! (?:an?|the|not|that|been|being|too|so|just|very|really|all|only|also|still|no|never|always|what|how|why|because|if|like|about|in|on|at|to|worth|time|easy|hard|good|bad|true|clear|possible|likely|important|best to|better|more|less)\\b|[.,;:!?)]|$)(?= [a-z0-9‘\'“"])';

const COMPARATIVE =
  '(?:fewer|rather|better|worse|greater|larger|smaller|higher|lower|faster|slower|bigger|older|younger|longer|shorter|cheaper|stronger|weaker|harder|easier|sooner|wider|' +
  'deeper|richer|poorer|closer|heavier|lighter|quicker|simpler|safer|cleaner|warmer|colder|hotter|newer|busier|happier|healthier|tougher|brighter|darker|louder|quieter|taller|' +
  'narrower|broader|costlier|riskier|smarter|(?<!\\b(?:once|one|two|three|four|five|few|no|any|some|nothing) )more|(?<!\\b(?:once|no|any) )less|(?<!\\b(?:each|the|no) )other)';
/** What a comparison is made with. A verb may follow a `then` of time: `make it smaller then save it`. */
const COMPARED =
  '(?: (?:the|an?|its?|his|hers?|their|theirs|our|my|mine|yours?|we|they|he|she|you|i|this|that|these|those|any|most|many|all|half|one|ever|before|usual|expected|normal|average|planned|thought|' +
  'anticipated|forecast|originally|previously|initially|first|last|in|at|just|other|men|women|people|children|two|three|four|five|six|seven|eight|nine|ten|twice|double)\\b| [$€£]?\\d| [a-z]{3,}s(?:[.,;]|$| (?:do|did|does|are|were|in|of|at|on|for|and)\\b))';

const HOUSEHOLD =
  '(?:own|homes|jobs|families|lives|children|kids|parents|houses|wages|savings|neighbou?rs|minds|votes|phones|bags|belongings|relatives|colleagues|employers|rights|countr(?:y|ies)|friends|money|time|way)';
const PERSONAL =
  '(?:own|name|email|account|password|vote|children|kids|life|car|data|website|phone|mind|computer|browser|device|screen|bank|doctor|money|employer|application|code|product|team)';

/** Words that sound alike and have little in common. */
export const SOUND_ALIKES: readonly Row[] = [
  // its, it's
  [`\\b(?:${RAISED}) `, "it's", NOT_ITS, 'its'],
  [
    '(?<!\\b(?:what|all|thing|things|way|how|much|place|box) [^.,;]{0,40})\\b(?:of|in|with|from|by|into|at|under|through|over|during|within|throughout|on|to|across|against|behind|outside|inside) ',
    "it's",
    NOT_ITS,
    'its',
  ],
  ['', "it's", ' own\\b', 'its'],
  [
    '',
    "it's",
    ` ${BUSINESS} (?:is|are|was|were|has|have|had|will|would|rose|fell|jumped|said|grew|climbed|dropped|remains?|include[sd]?)\\b`,
    'its',
  ],
  [
    '(?<!\\b(?:of|in|on|with|for|to|from|by|at) )',
    'its',
    ' (?:an?(?! (?:la|priori|cappella|posteriori)\\b)|the|been|because|going to|up to (?:you|us|them|him|her|me|the)|clear that|(?:possible|true|likely|unlikely|important|essential) that|worth (?:noting|it|remembering|a)|' +
      'not (?:an?|the|clear|possible|going|because|about|enough|that|surprising|easy|hard|good|bad|true|fair|right|wrong|known|working|happening|just (?:an?|the|about|that)|only (?:an?|the|about|that)|too|what|how|who)|too (?:early|late|soon) (?:to|for))(?! ?-)\\b(?![-.])',
    "it's",
  ],
  // then, than
  [`\\b${COMPARATIVE} `, 'then', COMPARED, 'than'],
  ['\\brather ', 'then', ' ', 'than'],
  ['\\b(?:since|until|even|just|back|by) ', 'than', END, 'then'],
  ['\\bif [^.,;!?]{5,60}, ', 'than', " (?:it|he|she|they|we|you|the|there|it['’]s)\\b", 'then'],
  [START, 'than', ' (?:he|she|it|they|we|i|the|there)\\b', 'then'],
  ['\\bevery now and ', 'than', '', 'then'],
  // their, there, they're
  [
    '',
    'their',
    ' (?:is(?! (?:used|spel))|are|was|were|will be|would be|may be|might be|must be|has been|have been|seems|appears)\\b',
    'there',
  ],
  [
    '',
    'their',
    ' (?:not (?:going|an?|the|sure|ready|able|allowed)|(?:trying|likely|able|unable|ready|willing|supposed|allowed) to|going to (?:be|have|do|get|make|take|need|lose|win|start|stop|keep|go))\\b',
    "they're",
  ],
  [
    `\\b(?:of|for|with|about|to|lost|lose|loses|losing|fled|sold|raised|changed|brought|spent|quit|spend|raise|change|on|in) `,
    'there',
    ` ${HOUSEHOLD}\\b(?! (?:is|are|was|were|can|will|have|has|do|run|live|work)\\b)`,
    'their',
  ],
  [START, 'there', ' (?:going|trying|hoping|planning) to\\b', "they're"],
  ['\\b(?:of|with|in|to|from|at|by|on|for|lost|left) ', "they're", ` ${HOUSEHOLD}\\b`, 'their'],
  // your, you're
  [
    '',
    'your',
    ' (?:an?(?![.-])|(?:trying|able|unable|likely|supposed|allowed|about) to|going to (?:be|have|do|get|make|take|need|lose|win|start|stop|keep|go)|welcome(?:[.!]|$)|not (?:sure|an?|the|going|alone|ready|able))(?= |[.!]|$)',
    "you're",
  ],
  [
    '\\b(?:if|when|whether|because|since|while|once|unless|where|that|what|who) ',
    'your',
    ' (?:not|the|new to|interested in|thinking (?:of|about)|planning (?:to|on)|looking for|sure|unsure|ready to|in the|on the|at the|one of|curious|worried|familiar)\\b',
    "you're",
  ],
  ['', "you're", ` ${PERSONAL}\\b(?! of\\b)`, 'your'],
  // who's, whose
  [
    '',
    "who's",
    ' (?:own|name|names|father|mother|parents|wife|husband|son|daughter|brother|sister|shares|lawyers?|office|company|career|death|life|book|books|house|car|voice|fault|turn|idea|children|families|work|members|customers|employees)\\b',
    'whose',
  ],
  ['', 'whose', ' (?:been|going to|coming to|the|afraid|an?(?! (?:la|priori)))\\b(?![-.])', "who's"],
  // to, too
  [
    '\\bfar(?<!(?:too|so|how|as|that|from|very|not|by) far) ',
    'to',
    ' (?:many|much|few|little|often|long|late|early|soon|small|big|large|high|low|fast|slow|expensive|hard|easy)\\b',
    'too',
  ],
  [
    "(?:\\b(?:is|are|was|were|it['’]s|spent|cost|paid|has|have|had|took) )(?:way|all) ",
    'to',
    ' (?:many|much|few|little|often|long|late|early|soon|small|big|large|high|low|fast|slow|expensive|hard|easy)\\b',
    'too',
  ],
  [
    `\\b(?:${BE}|seems?|seemed|it['’]s|became|become|considered|deemed|felt|proved) `,
    'to',
    ' (?:late|big|small|expensive|high|low|hard|easy|weak|strong|heavy|young|old|dangerous|difficult|costly|risky|soon|busy|tired|poor|sick|few|many|much|ill|cold|hot|dark|deep|wide|tall|frail|afraid|ashamed|proud|scared|frightened|shocked|drunk|injured|valuable|important|complex|complicated|far|large|steep|rich|thick|loud|shy|angry|sad|happy|unwell|fragile|damaged|ambitious|severe|serious|similar|vague|broad|traumatized|exhausted|embarrassed)(?:[.;!?]|$| to\\b| for\\b)',
    'too',
  ],
  [
    '\\b(?:going|wants?|wanted|needs?|needed|able|likely|plans?|planned|expected|due|set|used|trying|tried|decided|agreed|hopes?|hoped|refused|failed|began|continue[sd]?|ought|according|thanks|next|listen(?:ed|ing)?|belongs?|unable|ready|willing|forced|allowed|aims?|intends?) ',
    'too',
    ' (?:be|the|an?|have|do|go|make|take|get|see|help|keep|find|build|buy|sell|open|close|stop|start|work|use|pay|win|raise|cut|its|his|her|their|our)\\b',
    'to',
  ],
  // of, have
  [
    "\\b(?:could|would|should|might|must|may|(?:could|would|should|might|must)n['’]t)(?: not| never| also| easily| only)? ",
    'of',
    ' (?:been|had|done|gone|knew|went|did|saw|took|made|taken|seen|known|got|gotten|come|thought|won|lost|said|told|found|kept|left|cost|given|happened|paid|spent|become|begun|fallen|risen|shown|meant|built|brought|bought|sold|stood|heard|spread|hit|put|set|let|hurt|read|beat|run|fled|led|fed|sought|fought|caught|taught|slept|held|sent|met|felt|broken|swept|struck|\\w{2,}(?:ed|en|own))\\b',
    'have',
  ],
  // loose, lose
  [
    `(?<!\\b(?:due|owing|subject|prone|leads?|led) to)(?<=\\b(?:${AUXILIARY}|they|we|you)) `,
    'loose',
    ` (?:${POSSESSIVE}|an?|money|weight|jobs?|control|access|interest|customers|votes|seats|ground|power|out|track|sight|faith|touch|millions|billions|business|patience|hope|trust|momentum|market|(?:the|this) (?:game|match|election|race|vote|war|case|battle|right|seat|contract|job|title|ability|money))\\b`,
    'lose',
  ],
  [
    '',
    'loosing',
    ` (?:the|an?|${POSSESSIVE}|money|weight|jobs?|control|customers|votes|seats|ground|power|out|track|sight|faith|touch|streak|side|team|battle|bidder)\\b`,
    'losing',
  ],
  [
    '\\b(?:broke|breaks?|broken|came|come|comes|worked|on the|shook|tore) ',
    'lose',
    `(?=${END}| (?:from|in|during|on)\\b)`,
    'loose',
  ],
  ['\\ba ', 'lose', ' (?:end|cannon|screw|connection|fit|cable|wire|grip|alliance|coalition)\\b', 'loose'],
  ['\\bat a ', 'lose', '', 'loss'],
  // passed, past; quite, quiet; weather, whether
  [
    '\\b(?:in|for|over|during) the ',
    'passed',
    ' (?:year|week|month|decade|few|two|three|four|five|six|ten|several|century)\\b',
    'past',
  ],
  ['\\b(?:walked|drove|went|ran|moved|sailed|flew|marched|rode|swept|slipped|got) ', 'passed', ` ${OBJECT}\\b`, 'past'],
  ['\\b(?:keep|keeps|kept|stay|stays|stayed|remained|fell) ', 'quite', `(?=${END}| about\\b)`, 'quiet'],
  ['', 'weather', ' or not\\b', 'whether'],
  [
    '\\b(?:decide|decided|know|knows|unclear|question(?:ed)?|determine|consider(?:ed|ing)?|wonder(?:ed|s|ing)?|doubt(?:s|ed)?|regardless of|unsure|asked) ',
    'weather',
    ' (?:to|the|it|he|she|they|a|this|that|his|her)\\b',
    'whether',
  ],
  ['\\b(?:everyone|everybody|everything|nothing|nobody|no one|anything|anyone|anywhere) ', 'accept', '', 'except'],
  [`(?<!\\bthat )(?<=${CLAUSE}(?:he|she|it|they|we|i|there|this)) `, 'use', ' to (?:be|have|live|play)\\b', 'used'],
  [`\\b(?:${BE}|['’](?:m|re|s)|am) `, 'suppose', ' to\\b', 'supposed'],
  [`\\b(?:${BE}|['’](?:m|re|s)|am|get|gets|got|getting) `, 'use', ' to\\b', 'used'],
  ['\\bbetween (?:you|him|her|us|them) and ', 'i', '\\b(?! (?:am|was|think|have)\\b)', 'me'],
  ['', 'whose', ' going[?!]', "who's"],
];
