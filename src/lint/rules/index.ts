import type { Rule } from '../rule.ts';
import { ambiguousDate } from './ambiguous-date.ts';
import { avoidedWord } from './avoided-word.ts';
import { bareUrl } from './bare-url.ts';
import { bodyLength } from './body-length.ts';
import { dash } from './dash.ts';
import { droppedName } from './dropped-name.ts';
import { ellipsis } from './ellipsis.ts';
import {
  frontMatterFence,
  invalidJson,
  invalidUtf8,
  invalidYaml,
  mergeConflict,
  suppressionReason,
  suppressionRule,
  tooComplex,
  unusedSuppression,
} from './engine-rules.ts';
import { headlineCase } from './headline-case.ts';
import { headlineLength } from './headline-length.ts';
import { headlinePeriod } from './headline-period.ts';
import { headlineQuotes } from './headline-quotes.ts';
import { imageAlt } from './image-alt.ts';
import { insightCount } from './insight-count.ts';
import { insightOpener } from './insight-opener.ts';
import { insightOrder } from './insight-order.ts';
import { invisibleCharacter } from './invisible-character.ts';
import { lawContrast } from './law-contrast.ts';
import { lawCount } from './law-count.ts';
import { lawLength } from './law-length.ts';
import { lawSentence } from './law-sentence.ts';
import { lawSpecifics } from './law-specifics.ts';
import { listLikeLine } from './list-like-line.ts';
import { malformedUrl } from './malformed-url.ts';
import { missingEnd } from './missing-end.ts';
import { noBreakSpace } from './no-break-space.ts';
import { notFormatted } from './not-formatted.ts';
import { paragraphLength } from './paragraph-length.ts';
import { percent } from './percent.ts';
import { placeholder } from './placeholder.ts';
import { preferredWord } from './preferred-word.ts';
import { quotationSpeaker } from './quotation-speaker.ts';
import { quotedPeriod } from './quoted-period.ts';
import { readerRule } from './reader-rules.ts';
import { relativeTime } from './relative-time.ts';
import { repeatedWord } from './repeated-word.ts';
import { serialComma } from './serial-comma.ts';
import { smallNumbers } from './small-numbers.ts';
import { trailingSpace } from './trailing-space.ts';
import { doubleSpace, hanPunctuation, hanQuotes, hanSpacing, middleDot, quoteMarks } from './typography-rules.ts';
import { unattributedClaim } from './unattributed-claim.ts';
import { unbalancedQuote } from './unbalanced-quote.ts';
import { unknownKey } from './unknown-key.ts';
import { unknownSection } from './unknown-section.ts';

export { houseRules } from '../custom/index.ts';
export {
  type Example,
  GROUPS,
  type Group,
  type HouseKey,
  type Rule,
  type RuleSeverity,
  type Violation,
} from '../rule.ts';

/** The built-in rules, by group. */
export const RULES: readonly Rule[] = [
  unknownKey,
  readerRule('duplicate-key'),
  readerRule('wrong-type'),
  readerRule('yaml-comment'),
  readerRule('date-without-offset'),
  frontMatterFence,
  invalidYaml,
  invalidJson,
  invalidUtf8,
  tooComplex,
  mergeConflict,
  readerRule('missing-headline'),
  readerRule('two-headlines'),
  headlineLength,
  headlineCase,
  headlinePeriod,
  headlineQuotes,
  readerRule('empty-note'),
  readerRule('missing-body'),
  bodyLength,
  paragraphLength,
  readerRule('missing-source'),
  readerRule('two-sources'),
  malformedUrl,
  readerRule('missing-insight'),
  insightCount,
  insightOrder,
  insightOpener,
  readerRule('missing-laws'),
  lawCount,
  lawSentence,
  lawLength,
  lawContrast,
  lawSpecifics,
  readerRule('missing-section'),
  readerRule('duplicate-section'),
  unknownSection,
  readerRule('unprinted'),
  quoteMarks,
  unbalancedQuote,
  quotedPeriod,
  quotationSpeaker,
  dash,
  ellipsis,
  middleDot,
  missingEnd,
  doubleSpace,
  noBreakSpace,
  invisibleCharacter,
  trailingSpace,
  percent,
  ambiguousDate,
  listLikeLine,
  smallNumbers,
  relativeTime,
  unattributedClaim,
  repeatedWord,
  preferredWord,
  avoidedWord,
  placeholder,
  serialComma,
  droppedName,
  hanSpacing,
  hanPunctuation,
  hanQuotes,
  readerRule('raw-html'),
  readerRule('unsafe-link'),
  bareUrl,
  imageAlt,
  readerRule('unclosed-fence'),
  readerRule('unclosed-comment'),
  readerRule('lost-table-cell'),
  readerRule('lost-info'),
  readerRule('unused-definition'),
  readerRule('duplicate-definition'),
  readerRule('embargo'),
  readerRule('withdrawn'),
  notFormatted,
  suppressionRule,
  suppressionReason,
  unusedSuppression,
];
