import type { Passage } from '../../model/passage.ts';
import { matches, outsideQuotations, type TextMatch } from '../passages.ts';
import type { Rule } from '../rule.ts';

const DAY = '(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day';
const MONTH = '(?:January|February|March|April|May|June|July|August|September|October|November|December)';
const TIME = '\\d{1,2}(?::\\d\\d)?(?: ?[ap]\\.?m\\.?)?';
const YEAR = '(?:19|20)\\d\\d';
const MONEY = '[$€£]\\d[\\d,.]*(?: ?(?:million|billion))?';
/** What has a range that no noun follows: `open from 9-5`, but not `from 3-5 experts`. */
const SPANS =
  '(?:open|opens|closed|runs?|ran|works?|worked|lasts?|lasted|rang(?:e|es|ed|ing)|var(?:y|ies|ied)|ages?|aged|children|pupils|students|held|available|served?|hours|daily|weekdays|meets?|costs?|fares|prices|rents|tickets)';
/** What follows a range that is not an adjective: `from 18-24-year-olds`. */
const NO_NOUN = '(?![-–\\w]|[.,]\\d| (?:to|down|up|behind|ahead)\\b)';

const RANGES = [
  `\\b[Ff]rom (?<from>${MONEY})(?<dash>[-–])(?<to>[$€£]?\\d[\\d,.]*\\d|[$€£]?\\d)${NO_NOUN}`,
  `\\b[Ff]rom (?<from>${YEAR})(?<dash>[-–])(?<to>${YEAR}|\\d\\d)${NO_NOUN}`,
  `\\b[Ff]rom (?<from>${DAY}s?)(?<dash>[-–])(?<to>${DAY}s?)${NO_NOUN}`,
  `\\b[Ff]rom (?<from>${MONTH})(?<dash>[-–])(?<to>${MONTH})${NO_NOUN}`,
  `\\b[Ff]rom (?<from>\\d{1,2}(?::\\d\\d)? ?[ap]\\.?m\\.?)(?<dash> ?[-–] ?)(?<to>${TIME})${NO_NOUN}`,
  `\\b[Ff]rom (?<from>\\d{1,2}(?::\\d\\d)?)(?<dash>[-–])(?<to>\\d{1,2}(?::\\d\\d)? ?[ap]\\.?m\\b\\.?)`,
  `(?<=\\b${SPANS}(?: [a-z]+)? )from (?<from>\\d[\\d,.:]*|\\d)(?<dash>[-–])(?<to>\\d[\\d,:]*)${NO_NOUN}(?=[.,;)]|$| (?:in|on|at|a|an|per|every|each|and|but|may|can|will|must|should|are|is|were|was|years|days|degrees|percent|euros|dollars|during|from)\\b)`,
  `\\b[Bb]etween (?<from>\\d[\\d,.]*|${MONEY}|${DAY}|${MONTH})(?<dash>[-–])(?<to>[$€£]?\\d[\\d,.]*\\d|[$€£]?\\d|${DAY}|${MONTH})(?![-–\\w]|[.,]\\d| and\\b)`,
  `\\b[Bb]etween (?<from>${DAY}s?|${MONTH}|(?:two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|fifteen|twenty|thirty|forty|fifty)|\\d{1,2} ?[ap]\\.?m\\.?)(?<dash> to )(?<to>[$€£]?\\d[\\d,.]*\\d|[$€£]?\\d|${DAY}s?|${MONTH}|(?:two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|fifteen|twenty|thirty|forty|fifty|sixty|a hundred)\\b)`,
];

const HAS_RANGE =
  /\b(?:[Ff]rom|[Bb]etween) (?:[$€£]?\d[\d,.:]*(?: ?[ap]\.?m\.?| million| billion)?|(?:[A-Z][a-z]+|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|fifteen|twenty|thirty|forty|fifty))(?: ?[-–] ?| to )/;

let known: readonly RegExp[] | undefined;

export const range: Rule = {
  id: 'range',
  group: 'numbers',
  what: "A range that mixes words and dashes: 'from 9-5', 'between May to June'.",
  why: 'A dash replaces both words of the pair, so *from* needs *to*, and *between* needs *and* (AP Stylebook, Chicago Manual of Style). A range before a noun, such as *from 3-5 experts*, is left alone, and so are scores and quotations.',
  severity: 'warning',
  fix: 'unsafe',
  bad: { body: 'The lab is open from 9-5 in the summer.' },
  good: { body: 'The lab is open from 9 to 5 in the summer.' },
  isLocal: true,
  *check(context) {
    if (context.language === 'en') yield* outsideQuotations(context, ranges, HAS_RANGE);
  },
};

function* ranges({ text }: Passage): Generator<TextMatch> {
  known ??= RANGES.map((source) => new RegExp(source, 'g'));
  for (const pattern of known) {
    for (const { span, found } of matches(text, pattern)) {
      const { from = '', dash = '', to = '' } = found.groups ?? {};
      const word = /^from/i.test(found[0]) ? 'to' : 'and';
      const start = span.start + found[0].indexOf(from) + from.length;
      const edits = [{ span: { start, end: start + dash.length }, text: ` ${word} ` }];
      const written = `${word === 'to' ? 'from' : 'between'} ${from}${dash}${to}`;
      yield {
        message: `range '${written}'`,
        advice: `Write '${word}' between the two ends.`,
        span,
        edits,
        isSafe: false,
      };
    }
  }
}
