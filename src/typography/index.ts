export { isInches } from './apostrophes.ts';
export { maskCodeLike } from './code-like.ts';
export type { Pass } from './pass.ts';
export { PASSES, type Profile, profileOf } from './passes.ts';
export { type QuotePair, quotePairs } from './quote-pairs.ts';
export { editRun, flatten, flattenText, maskRun, rebuild, type TextRun } from './run.ts';
export { typeset, typesetInlines, typesetText } from './typeset.ts';
export { displayWidth, graphemeCount, graphemes } from './width.ts';
export { type WrapOptions, type WrapPiece, wrap, wrapPieces } from './wrap.ts';
