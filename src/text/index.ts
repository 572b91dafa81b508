export {
  codePointAfter,
  codePointBefore,
  hasHan,
  isCjk,
  isFullWidthPunctuation,
  isHan,
  isHangul,
  isKana,
  joinsWithNothing,
} from './characters.ts';
export { applyEdits, applyEditsToFile, type Edit } from './edit.ts';
export { OBJECT, VERBATIM } from './masks.ts';
export { firstIndex } from './search.ts';
export { createSource, type EndOfLine, lineAt, lineStarts, positionAt, type Source, withLineEnd } from './source.ts';
export { indexEndingBehind, type Position, type Span, span } from './span.ts';
export { urlRunEnd, withoutTrail } from './url-end.ts';
