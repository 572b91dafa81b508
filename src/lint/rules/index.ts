import type { Rule } from '../rule.ts';
import { agreement } from './agreement.ts';
import { ambiguousDate } from './ambiguous-date.ts';
import { apostrophe } from './apostrophe.ts';
import { brandSpelling } from './brand-spelling.ts';
import { doesNotFit, lostLink } from './channel-rules.ts';
import { commaSplice } from './comma-splice.ts';
import { confusedWord } from './confused-word.ts';
import { dash } from './dash.ts';
import { droppedName } from './dropped-name.ts';
import { ellipsis } from './ellipsis.ts';
import { mixedFigures, moneyStyle, thousands } from './figure-rules.ts';
import { figuresDisagree } from './figures-disagree.ts';
import { dateOrder, joinedNames, relativeImage } from './front-matter-rules.ts';
import { hanConfusion } from './han-confusion.ts';
import { hanPunctuation } from './han-punctuation.ts';
import { headlineCase } from './headline-case.ts';
import { headlineFigure } from './headline-figure.ts';
import { headlineName } from './headline-name.ts';
import { headlinePeriod } from './headline-period.ts';
import { headlineQuotes } from './headline-quotes.ts';
import { imageAlt } from './image-alt.ts';
import { impossibleDate } from './impossible-date.ts';
import { insightOpener, insightOrder } from './insight-rules.ts';
import { invisibleCharacter } from './invisible-character.ts';
import { lawContrast, lawSentence, lawSpecifics } from './law-rules.ts';
import { accusation, crimeNoun, unnamedSource } from './legal-rules.ts';
import { bodyLength, headlineLength, insightCount, lawCount, lawLength, paragraphLength } from './length-rules.ts';
import { linkText } from './link-text.ts';
import { listLikeLine } from './list-like-line.ts';
import { lowerCaseDay } from './lower-case-day.ts';
import { lowerCaseStart, unbalancedBracket } from './mark-rules.ts';
import { spaceAfterMark, spaceBeforeMark } from './mark-spacing.ts';
import { missingEnd } from './missing-end.ts';
import { nameSpelling } from './name-spelling.ts';
import { noBreakSpace } from './no-break-space.ts';
import { notFormatted } from './not-formatted.ts';
import { percent } from './percent.ts';
import { placeholder } from './placeholder.ts';
import { quotationSpeaker } from './quotation-speaker.ts';
import { quotationWording } from './quotation-wording.ts';
import { quotedPeriod } from './quoted-period.ts';
import { range } from './range.ts';
import { rawHtml } from './raw-html.ts';
import { readerRule } from './reader-rules.ts';
import { redundancy } from './redundancy.ts';
import { unknownKey, unknownSection } from './rename-rules.ts';
import { repeatedMark } from './repeated-mark.ts';
import { repeatedWord } from './repeated-word.ts';
import { serialComma } from './serial-comma.ts';
import { smallNumbers } from './small-numbers.ts';
import { sourceDate } from './source-date.ts';
import { sourceName } from './source-name.ts';
import { sourceNumber } from './source-number.ts';
import { sourceQuotation } from './source-quotation.ts';
import { sourceTextRule } from './source-text.ts';
import { spelling } from './spelling.ts';
import { spellingVariant } from './spelling-variant.ts';
import { traditionalCharacter } from './traditional-character.ts';
import { trailingSpace } from './trailing-space.ts';
import { translationCount } from './translation-count.ts';
import { translationDate } from './translation-date.ts';
import { translationName } from './translation-name.ts';
import { translationNumber } from './translation-number.ts';
import { doubleSpace, hanQuotes, hanSpacing, middleDot, quoteMarks } from './typography-rules.ts';
import { unattributedClaim } from './unattributed-claim.ts';
import { unbalancedQuote } from './unbalanced-quote.ts';
import { unexplainedAcronym } from './unexplained-acronym.ts';
import { unsupportedSyntax } from './unsupported-syntax.ts';
import { bareUrl, malformedUrl } from './url-rules.ts';
import { missingWord, verbForm } from './verb-rules.ts';
import { avoidedWord, preferredWord, relativeTime } from './word-rules.ts';
import { wrongArticle } from './wrong-article.ts';

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
  dateOrder,
  joinedNames,
  relativeImage,
  readerRule('front-matter-fence'),
  readerRule('invalid-yaml'),
  readerRule('invalid-json'),
  readerRule('invalid-utf-8'),
  readerRule('too-complex'),
  readerRule('merge-conflict'),
  readerRule('missing-headline'),
  readerRule('two-headlines'),
  headlineLength,
  headlineCase,
  headlinePeriod,
  headlineQuotes,
  headlineFigure,
  headlineName,
  readerRule('empty-note'),
  readerRule('missing-body'),
  bodyLength,
  paragraphLength,
  readerRule('missing-source'),
  readerRule('two-sources'),
  malformedUrl,
  sourceTextRule,
  sourceQuotation,
  sourceNumber,
  sourceDate,
  sourceName,
  translationNumber,
  translationDate,
  translationName,
  translationCount,
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
  quotationWording,
  dash,
  ellipsis,
  middleDot,
  missingEnd,
  repeatedMark,
  unbalancedBracket,
  commaSplice,
  doubleSpace,
  spaceBeforeMark,
  spaceAfterMark,
  noBreakSpace,
  invisibleCharacter,
  trailingSpace,
  percent,
  ambiguousDate,
  impossibleDate,
  figuresDisagree,
  listLikeLine,
  smallNumbers,
  thousands,
  moneyStyle,
  range,
  mixedFigures,
  relativeTime,
  unattributedClaim,
  unnamedSource,
  crimeNoun,
  accusation,
  spelling,
  spellingVariant,
  brandSpelling,
  repeatedWord,
  wrongArticle,
  confusedWord,
  apostrophe,
  redundancy,
  nameSpelling,
  unexplainedAcronym,
  agreement,
  verbForm,
  missingWord,
  lowerCaseDay,
  lowerCaseStart,
  preferredWord,
  avoidedWord,
  placeholder,
  serialComma,
  droppedName,
  hanSpacing,
  hanPunctuation,
  hanQuotes,
  hanConfusion,
  traditionalCharacter,
  rawHtml,
  readerRule('unsafe-link'),
  bareUrl,
  imageAlt,
  linkText,
  readerRule('unclosed-fence'),
  readerRule('unclosed-comment'),
  readerRule('lost-table-cell'),
  readerRule('lost-info'),
  readerRule('unused-definition'),
  readerRule('duplicate-definition'),
  unsupportedSyntax,
  readerRule('embargo'),
  readerRule('withdrawn'),
  readerRule('void-approval'),
  doesNotFit,
  lostLink,
  notFormatted,
  readerRule('suppression-rule'),
  readerRule('suppression-reason'),
  readerRule('unused-suppression'),
];
