/*
 * The libraries that only cards need: HarfBuzz shapes text, resvg makes pixels of an SVG, bidi-js orders text of both
 * directions, fflate unpacks fonts. The build puts them into a file of their own.
 */
import hanFiles from '@fontsource/noto-serif-sc/unicode.json' with { type: 'json' };
import sansFiles from '@fontsource/source-sans-3/unicode.json' with { type: 'json' };
import serifFiles from '@fontsource/source-serif-4/unicode.json' with { type: 'json' };
import bidi from 'bidi-js';

export { initWasm, Resvg } from '@resvg/resvg-wasm';
export { unzlibSync } from 'fflate';
export * as harfbuzz from 'harfbuzzjs';

/** Its types are those of an ES module, but Node loads the CommonJS one. */
export const createBidi = bidi as unknown as typeof bidi.default;

/** The code points of each file of a shipped font, as CSS writes them. */
export const SHIPPED_RANGES = { serif: serifFiles, 'sans-serif': sansFiles, han: hanFiles };
