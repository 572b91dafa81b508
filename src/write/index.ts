import { CHANNEL_FORMATS } from './channels/formats.ts';
import type { Format } from './format.ts';
import { html } from './html.ts';
import { json } from './json.ts';
import { markdown } from './markdown.ts';
import { ninjs } from './ninjs.ts';
import { withParts } from './parts.ts';
import { text } from './text.ts';

const LIST = [markdown, html, text, json, ninjs, ...CHANNEL_FORMATS] as const;

export type FormatName = (typeof LIST)[number]['name'];

/** The output formats. The first is the default. */
export const FORMATS: readonly Format<FormatName>[] = LIST.map(withParts);
export { type Format, type ImageSize, type PostFormat, templateEnding, type WriteOptions } from './format.ts';
export { TemplateError } from './template/run.ts';
export { type Reason, UnprintableError } from './unprintable.ts';
