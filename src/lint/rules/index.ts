import type { Rule } from '../rule.ts';
import { ambiguousDate } from './ambiguous-date.ts';
import { avoidedWord } from './avoided-word.ts';
import { bareUrl } from './bare-url.ts';
import { bodyLength } from './body-length.ts';
import { dash } from './dash.ts';
import { dateWithoutOffset } from './date-without-offset.ts';
import { droppedName } from './dropped-name.ts';
import { duplicateDefinition } from './duplicate-definition.ts';
import { duplicateKey } from './duplicate-key.ts';
import { duplicateSection } from './duplicate-section.ts';
import { ellipsis } from './ellipsis.ts';
import { embargo } from './embargo.ts';
import { emptyNote } from './empty-note.ts';
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
import { lostInfo } from './lost-info.ts';
import { lostTableCell } from './lost-table-cell.ts';
import { malformedUrl } from './malformed-url.ts';
import { missingBody } from './missing-body.ts';
import { missingEnd } from './missing-end.ts';
import { missingHeadline } from './missing-headline.ts';
import { missingInsight } from './missing-insight.ts';
import { missingLaws } from './missing-laws.ts';
import { missingSection } from './missing-section.ts';
import { missingSource } from './missing-source.ts';
import { noBreakSpace } from './no-break-space.ts';
import { notFormatted } from './not-formatted.ts';
import { paragraphLength } from './paragraph-length.ts';
import { percent } from './percent.ts';
import { placeholder } from './placeholder.ts';
import { preferredWord } from './preferred-word.ts';
import { quotationSpeaker } from './quotation-speaker.ts';
import { quotedPeriod } from './quoted-period.ts';
import { rawHtml } from './raw-html.ts';
import { relativeTime } from './relative-time.ts';
import { repeatedWord } from './repeated-word.ts';
import { serialComma } from './serial-comma.ts';
import { smallNumbers } from './small-numbers.ts';
import { trailingSpace } from './trailing-space.ts';
import { twoHeadlines } from './two-headlines.ts';
import { twoSources } from './two-sources.ts';
import { doubleSpace, hanPunctuation, hanQuotes, hanSpacing, middleDot, quoteMarks } from './typography-rules.ts';
import { unattributedClaim } from './unattributed-claim.ts';
import { unbalancedQuote } from './unbalanced-quote.ts';
import { unclosedComment } from './unclosed-comment.ts';
import { unclosedFence } from './unclosed-fence.ts';
import { unknownKey } from './unknown-key.ts';
import { unknownSection } from './unknown-section.ts';
import { unprinted } from './unprinted.ts';
import { unsafeLink } from './unsafe-link.ts';
import { unusedDefinition } from './unused-definition.ts';
import { withdrawn } from './withdrawn.ts';
import { wrongType } from './wrong-type.ts';
import { yamlComment } from './yaml-comment.ts';

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
  duplicateKey,
  wrongType,
  yamlComment,
  dateWithoutOffset,
  frontMatterFence,
  invalidYaml,
  invalidJson,
  invalidUtf8,
  tooComplex,
  mergeConflict,
  missingHeadline,
  twoHeadlines,
  headlineLength,
  headlineCase,
  headlinePeriod,
  headlineQuotes,
  emptyNote,
  missingBody,
  bodyLength,
  paragraphLength,
  missingSource,
  twoSources,
  malformedUrl,
  missingInsight,
  insightCount,
  insightOrder,
  insightOpener,
  missingLaws,
  lawCount,
  lawSentence,
  lawLength,
  lawContrast,
  lawSpecifics,
  missingSection,
  duplicateSection,
  unknownSection,
  unprinted,
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
  rawHtml,
  unsafeLink,
  bareUrl,
  imageAlt,
  unclosedFence,
  unclosedComment,
  lostTableCell,
  lostInfo,
  unusedDefinition,
  duplicateDefinition,
  embargo,
  withdrawn,
  notFormatted,
  suppressionRule,
  suppressionReason,
  unusedSuppression,
];
