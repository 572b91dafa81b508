import type { Rewrite } from './rewrites.ts';

const none = (): string => '';
const DAY = '(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day';
const HOUR = '\\b\\d{1,2}(?:[:.]\\d\\d)? ?[ap]\\.?m\\.?';

/** Acronyms and what their last letter stands for. */
const ACRONYMS: readonly (readonly [acronyms: string, nouns: string])[] = [
  ['ATM', 'machines?'],
  ['PIN|VIN|ISBN|ISSN|SSN|IBAN', 'numbers?'],
  ['HIV', 'virus(?:es)?'],
  ['LCD|LED', '(?:displays?|diodes?)'],
  ['GPS|ABS|DBMS', 'systems?'],
  ['RAM|ROM', 'memory'],
  ['CPU|GPU', 'units?'],
  ['SAT|PSAT', 'tests?'],
  ['VAT', 'tax'],
  ['UPC', 'codes?'],
  ['IRA', 'accounts?'],
  ['ACL|MCL', 'ligaments?'],
  ['ICBM|ABM', 'missiles?'],
  ['UAV|SUV|EV', 'vehicles?'],
  ['NDA|SLA', 'agreements?'],
  ['IPO', 'offerings?'],
  ['PPE', 'equipment'],
  ['START|SALT', 'treaty'],
  ['NGO', 'organi[sz]ations?'],
  ['GDP|GNP', 'product'],
  ['CEO|CFO|COO|CTO|CIO', 'officers?'],
  ['PCR', 'reactions?'],
  ['TB', 'bacillus'],
  ['ETF', 'funds?'],
  ['CPR', 'resuscitation'],
  ['GOP', 'party'],
];

/** Nouns with an adjective that says what the noun says, or a verb with such an adverb. Each may have an ending. */
const NOUNS =
  'free gift,past history,advance planning,advance reservation,added bonus,final outcome,general consensus,unexpected surprise,new innovation,' +
  'armed gunman,armed gunmen,mutual cooperation,joint collaboration,joint cooperation,foreign imports,fellow colleague,basic fundamentals,true fact,original first,unsolved mystery,' +
  'temporary reprieve,necessary requirement,necessary prerequisite,essential prerequisite,present incumbent,dead corpse,hot water heater,sworn affidavit,' +
  'unintentional mistake,whole entire,previous predecessor,over exaggerate,over exaggerated,usual custom,brief synopsis,empty void,joint partnership,old cliche,original founder';

/** Verbs that have the meaning of the adverb in them, and before what the adverb has another meaning. */
const VERBS: readonly (readonly [verbs: string, adverbs: string, notBefore?: string])[] = [
  [
    'return(?:s|ed|ing)?|revert(?:s|ed|ing)?|reced(?:e|es|ed|ing)|retreat(?:s|ed|ing)?|refund(?:s|ed|ing)?|restor(?:e|es|ed|ing)|repl(?:ied|ying)|rebound(?:s|ed|ing)?|recoil(?:s|ed|ing)?|repa(?:y|ys|id|ying)',
    'back',
    '(?! (?:pain|roads?|doors?|seats?|yard|office|pages?|and forth|injur|up\\b|rows?|lines?|wages|pay|tax|rent|issues?|problems?|end|injury|taxes))',
  ],
  [
    'merg(?:e|es|ed|ing)|combin(?:e|es|ed|ing)|unit(?:e|es|ed|ing)|collaborat(?:e|es|ed|ing)|cooperat(?:e|es|ed|ing)|consolidat(?:e|es|ed|ing)|fus(?:e|es|ed|ing)|coexist(?:s|ed|ing)?|assembl(?:e|es|ed|ing)',
    'together',
  ],
  ['reiterat(?:e|es|ed|ing)|repeat(?:s|ed|ing)?|recur(?:s|red|ring)?', 'again', '(?! and again)'],
  ['ascend(?:s|ed|ing)?|soar(?:s|ed|ing)?', 'up|upward|upwards', '(?! to (?:\\d|[$€£]))'],
  ['descend(?:s|ed|ing)?|plummet(?:s|ed|ing)?', 'down|downward|downwards'],
  ['advanc(?:e|es|ed|ing)|proceed(?:s|ed|ing)?|progress(?:es|ed|ing)', 'forward|forwards'],
  ['protrud(?:e|es|ed|ing)', 'out'],
  ['postpon(?:e|es|ed|ing)(?: [^.,;:!?]{1,40})?', 'until later'],
  ['circulat(?:e|es|ed|ing)', 'around'],
  ['surround(?:s|ed|ing)?', 'on all sides'],
  [
    'strangl(?:e|es|ed|ing)|electrocut(?:e|es|ed|ing)|drown(?:s|ed|ing)?|suffocat(?:e|es|ed|ing)|asphyxiat(?:e|es|ed|ing)',
    'to death',
  ],
  ['kill(?:s|ed|ing)?', 'dead'],
  ['shar(?:e|es|ed|ing)', 'in common'],
];

/** Where words say the same thing twice, and what to write instead. Made on first use. */
export function pleonasms(): readonly Rewrite[] {
  known ??= [
    {
      pattern: `${HOUR}(?<slip>,? (?:in the (?:morning|afternoon|evening)|at night))(?! (?:session|shift|rush|hours|slot|show|peak))\\b`,
      needs: ['m|am|pm'],
      right: none,
    },
    {
      pattern: `${HOUR}(?<slip> (?:this (?:morning|afternoon|evening)|tonight))\\b`,
      needs: ['m|am|pm'],
      right: () => ' today',
    },
    {
      pattern: `${HOUR},? (?:on )?${DAY}(?<slip> (?:morning|afternoon|evening|night))\\b`,
      needs: ['m|am|pm'],
      right: none,
    },
    { pattern: String.raw`\b(?<slip>12 (?=noon\b|midnight\b))`, needs: ['noon|midnight'], right: none },
    { pattern: String.raw`\d ?%(?<slip> ?per ?cent)\b`, needs: ['percent|cent'], right: none },
    {
      pattern: String.raw`\bage of (?:\d+|[a-z]+(?:-[a-z]+)?)(?<slip> years old)\b`,
      needs: ['old'],
      right: none,
    },
    { pattern: String.raw`\bknots(?<slip> (?:per|an) hour)\b`, needs: ['knots'], right: none },
    {
      pattern: String.raw`\b(?<slip>[Aa] pair of )twins\b`,
      needs: ['twins'],
      right: (slip) => (slip.startsWith('A') ? 'Two ' : 'two '),
    },
    { pattern: String.raw`\b(?<slip>[Ff]rom )whence\b`, needs: ['whence'], right: none },
    {
      pattern: String.raw`\b(?<slip>still )continu(?:e|es|ed)\b`,
      needs: ['continue|continues|continued'],
      right: none,
    },
    { pattern: String.raw`\bconsensus(?<slip> of opinions?)\b`, needs: ['consensus'], right: none },
    {
      pattern: String.raw`\bwidow of the (?<slip>late |deceased )`,
      needs: ['widow'],
      right: none,
    },
    {
      pattern: String.raw`\breasons?(?: (?:why|that|for|he|she|they|it|we|I|the|[A-Z]\w{0,20}) [^.,;:!?]{1,60})? (?:is|was) (?<slip>because)\b(?! of)`,
      needs: ['reason|reasons'],
      right: () => 'that',
    },
    {
      pattern: String.raw`\b(?:small|large|few|round|square|oval|rectangular|red|blue|green|yellow|black|white|brown|heavy|tall|long|wide|deep|short)(?<slip> in (?:size|shape|number|colou?r|weight|height|length|width|depth))(?=[.,;:]| (?:and|but)\b)`,
      needs: ['height|length|width|depth|size|shape|number|color|colour|weight'],
      right: none,
    },
    {
      pattern: String.raw`\bequally (?<slip>as )(?:good|bad|important|big|strong|likely|effective|dangerous|guilty|popular|hard|difficult)\b`,
      needs: ['equally'],
      right: none,
    },
    ...ACRONYMS.map(([acronyms, nouns]) => ({
      pattern: `\\b(?:${acronyms})(?<slip> ${nouns})\\b`,
      needs: [acronyms.toLowerCase()],
      right: none,
    })),
    ...NOUNS.split(',').map((pair): Rewrite => {
      const [adjective = '', noun = ''] = pair.split(/ (.*)/);
      return {
        pattern: `\\b(?<slip>${adjective} )${noun}(?:e?s|e?d)?(?![\\w-])`,
        needs: [formsOf(noun.split(' ').pop() ?? '')],
        right: none,
        notAfter: /[-/]$/,
      };
    }),
    ...VERBS.map(([verbs, adverbs, notBefore = '']) => ({
      pattern: `\\b(?:${verbs})(?<slip> (?:${adverbs})${notBefore})(?![\\w-])`,
      needs: [adverbs],
      right: none,
    })),
  ];
  return known;
}

function formsOf(word: string): string {
  return ['', 's', 'es', 'd', 'ed'].map((ending) => `${word}${ending}`).join('|');
}

let known: readonly Rewrite[] | undefined;
