export { type Desk, deskOf, shippedHouses } from './desk.ts';
export { type FormatOptions, type FormatResult, format } from './format.ts';
export type * from './model/article.ts';
export type { Diagnostic, Severity } from './model/diagnostic.ts';
export type { House, Labels, Template, Typography } from './model/house.ts';
export {
  formatNamed,
  type Post,
  type PostResult,
  type ReadOptions,
  type RenderOptions,
  type RenderResult,
  readPost,
  render,
} from './render.ts';
export { type Position, positionAt, type Source, type Span } from './text/index.ts';
export { FORMATS, type Format, TemplateError, type WriteOptions } from './write/index.ts';
export type { Left } from './write/note/index.ts';
