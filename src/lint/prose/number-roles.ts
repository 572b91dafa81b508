import { beginsSentence } from '../../text/sentences.ts';
import type { Quantity } from './numbers.ts';

const MONTH =
  '(?:January|February|March|April|May|June|July|August|September|October|November|December|(?:Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec)\\b\\.?)';
const AFTER_MONTH = new RegExp(`\\b${MONTH} $`);
const BEFORE_MONTH = new RegExp(`^(?:st|nd|rd|th)? (?:of )?${MONTH}`);
/** Letters that belong to a measure. Others make a name: `3D`, `5G`. */
const MEASURE =
  /^(?:kg|g|mg|km|cm|mm|m|mi|lbs?|oz|ft|in|[KMGT]B|[kMG]?W|[kMGT]?Wh|[kMG]?Hz|px|ms|s|h|hr|min|mph|x|pp|bps)(?![A-Za-z\d])/;
/** Words before a number that is a name. */
const NAMED =
  /\b(?:nos?|numbers?|pages?|chapters?|alpha|beta|rc|milestone|preview|build|take|error|code|http|day|book|verse|stage|session|track|booth|hall|sprint|cohort|batch|wave|sections?|figures?|tables?|levels?|versions?|v|grades?|rooms?|channels?|routes?|highway|interstate|flight|type|steps?|phases?|stages?|parts?|vol(?:ume)?|issue|episode|lines?|bay|items?|rules?|articles?|clauses?|tiers?|size|seasons?|weeks?|days?|top|act|bill|proposition|resolution|class|gate|apartment|suite|unit|area|district|group|team|category|model|series|mark|article|title|goal|round|game|lot|pier|quay|berth|zone|line|exit|bus|tram|train|platform|appendix|annex|formula|catch|ps|xbox|mach|big|g|e)\.? ?#?$/i;
const CAPITAL = /(?<![\w’'-])[\w’'.&-]*[A-Z][\w’'.&-]*$/;

/** What follows a number in Chinese characters. Without one, 三 in 三星 is part of a word. */
const HAN_COUNTED =
  /^ ?(?:[多余]|个|名|位|人|家|款|台|次|天|种|项|条|座|辆|架|艘|只|头|匹|张|件|份|部|本|篇|所|间|层|栋|岁|年|周|小时|分钟|秒|成|倍|元|美元|欧元|日元|人民币|吨|公斤|千克|克|公里|米|平方|公顷|亩|升|度|户|套|批|期|轮|场|届|支|枚|颗|组|处|片|队|步|点|万|亿|用户|百分点)/;

type Role = Quantity['role'];

/** Returns what a number stands for, or undefined if the match is no number. */
export function roleOf(text: string, match: RegExpExecArray, isTitle: boolean): Role | undefined {
  const { 0: written, index, groups = {} } = match;
  const before = text.slice(Math.max(0, index - 24), index);
  const after = text.slice(index + written.length, index + written.length + 16);
  if (groups.fraction) return 'amount';
  if (groups.han) return hanRole(groups.han, before, after, groups.suffix ?? '');
  if (groups.words) return wordRole(groups.words, before, after);
  const digits = groups.digits ?? '';
  const isBare = groups.prefix === undefined && groups.magnitude === undefined && groups.suffix === undefined;
  if (isBare && /(?<!\d)(?:1[5-9]|20)\d\d[-/.年](?:\d{1,2}[-/.])?$/.test(before)) return 'date';
  if (/^0\d/.test(digits)) return 'label';
  if (/[\d][.,:/]$|[#_@=]$|\w[-–/.:]$|[A-Za-z]$/.test(before) && !/\d[-–]$/.test(before)) return 'label';
  if (!isBare) return /^[.:/]\d/.test(after) && groups.suffix === undefined ? 'label' : 'amount';
  const date = dateRole(digits, before, after);
  if (date) return date;
  if (/^(?:[.:/]\d|[A-Za-z](?!\w)|[A-Za-z]\w|-[A-Z])/.test(after)) return MEASURE.test(after) ? 'amount' : 'label';
  if (/(?:第|编号|号|系列|之|版本|阶段) ?$/.test(before) || /^ ?号(?!召)/.test(after)) return 'label';
  return isLabelled(text, index, before, isTitle) ? 'label' : 'amount';
}

/** Whether the word before a number makes it a name: `Phase 3`, `Apollo 8`. */
function isLabelled(text: string, index: number, before: string, isTitle: boolean): boolean {
  if (NAMED.test(before)) return true;
  if (isTitle || !before.endsWith(' ')) return false;
  const capital = CAPITAL.exec(before.trimEnd());
  return capital !== null && !beginsSentence(text, index - 1 - capital[0].length);
}

function dateRole(digits: string, before: string, after: string): Role | undefined {
  const isYear = /^(?:1[5-9]\d\d|20\d\d)$/.test(digits);
  if (/^ ?年/.test(after)) return isYear || /^(?:0\d|9\d)$/.test(digits) ? 'date' : 'amount';
  if (/^ ?(?:月(?!球)|日(?![元圆])|号 ?(?=[，。、上下])|点(?![五半]?[钟分整]?个)|时(?!间))/.test(after)) return 'date';
  if (/^(?: ?[ap]\.?m\b| o['’]clock|:\d\d)|^ ?[AP]M\b/.test(after) || /\d:$/.test(before)) return 'date';
  if (/^(?:st|nd|rd|th)\b/.test(after)) return BEFORE_MONTH.test(after) || AFTER_MONTH.test(before) ? 'date' : 'label';
  if (digits.length <= 2 && (AFTER_MONTH.test(before) || BEFORE_MONTH.test(after))) return 'date';
  if (isYear && !HAN_COUNTED.test(after)) return 'date';
  return /^s\b/.test(after) && /0$/.test(digits) ? 'date' : undefined;
}

function wordRole(words: string, before: string, after: string): Role | undefined {
  // Alone, `one` is a pronoun more often than a number.
  if (/^one$/i.test(words) && !/^(?: (?:of|in|out of|percent|hundred)\b)/.test(after)) return undefined;
  if (/^-(?:one|time|off|way|sided|and)\b/.test(after)) return undefined;
  return NAMED.test(before) ? 'label' : 'amount';
}

function hanRole(han: string, before: string, after: string, suffix: string): Role | undefined {
  if (/第 ?$/.test(before)) return 'label';
  if (/(?:星期|周|礼拜|初|[A-Za-z])$/.test(before)) return undefined;
  if (/^[〇零一二三四五六七八九]{4}$/.test(han) && /^ ?年/.test(after)) return 'date';
  if (/^ ?(?:月(?!球)|日(?!元)|号|点)/.test(after) && hanShort(han)) return 'date';
  if (suffix !== '') return /^[一十百千万亿]$/.test(han) && !/[成倍元]$/.test(suffix) ? undefined : 'amount';
  if (/^[一百千万亿]$/.test(han) || /^(?:千万|百万|万亿|亿万|千百|一千万一)$/.test(han)) return undefined;
  const isScaled = /^[一二两三四五六七八九十][一二两三四五六七八九十百千]*[万亿]+$/.test(han);
  return isScaled || HAN_COUNTED.test(after) ? 'amount' : undefined;
}

function hanShort(han: string): boolean {
  return /^[一二三四五六七八九十]{1,3}$/.test(han);
}
