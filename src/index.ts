export { type ApproveOptions, approve } from './approve.ts';
export { type CheckOptions, type CheckResult, check } from './check.ts';
export { type CorrectOptions, type CorrectResult, correct } from './correct.ts';
export { type FixOptions, type FixResult, fix } from './fix.ts';
export type { EditOptions, EditResult } from './format/edit/open-note.ts';
export type { Unformatted } from './format/print/index.ts';
export { type FormatOptions, type FormatResult, format } from './format.ts';
export { type HouseContext, resolveHouse, shippedHouses } from './house/resolve.ts';
export { RULES, type Rule } from './lint/rules/index.ts';
export type * from './model/article.ts';
export type { ChannelSettings, Channels, PostPart } from './model/channels.ts';
export { type Diagnostic, type Fix, locationsOf, type Severity } from './model/diagnostic.ts';
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
export { type WithdrawResult, withdraw } from './withdraw.ts';
export {
  FORMATS,
  type Format,
  type FormatName,
  type ImageSize,
  TemplateError,
  UnprintableError,
  type WriteOptions,
} from './write/index.ts';
