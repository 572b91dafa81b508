import type { Key } from '../../model/keys.ts';
import { codePointAfter, codePointBefore, hasHan, isFullWidthPunctuation, isHan, isKana } from '../../text/index.ts';
import { graphemes } from '../../typography/index.ts';
import { UnprintableError } from '../unprintable.ts';
import type { Engine } from './draw.ts';
import type { Face, Fonts } from './fonts.ts';

/** How a text is set, whatever its size. */
export interface TextStyle {
  /** The fonts to try first. */
  readonly families: readonly string[];
  readonly lang: string;
  readonly direction: 'ltr' | 'rtl';
  /** Added after each character, in em. */
  readonly spacing: number;
  /** The key of the note that holds the text. */
  readonly key?: Key | undefined;
}

/** A glyph of a line, in em from the start of its baseline. */
export interface Glyph {
  readonly face: Face;
  readonly id: number;
  readonly x: number;
  readonly y: number;
}

/** A part of a text with one font and one direction. */
interface Item {
  readonly face: Face;
  readonly start: number;
  readonly end: number;
  /** The embedding level: odd from right to left. */
  readonly level: number;
}

/** A text with a font for each character. */
export class ShapedText {
  readonly text: string;
  readonly #engine: Engine;
  readonly #style: TextStyle;
  readonly #items: readonly Item[];

  /** @throws {UnprintableError} for a character that no font has. */
  constructor(text: string, style: TextStyle, fonts: Fonts, engine: Engine) {
    this.text = text;
    this.#engine = engine;
    this.#style = style;
    this.#items = itemize(text, style, fonts, levelsOf(text, style, engine));
  }

  /** A part of the text as one line, from left to right. */
  line(start: number, end: number): { readonly width: number; readonly glyphs: readonly Glyph[] } {
    const glyphs: Glyph[] = [];
    let x = 0;
    for (const item of inVisualOrder(this.#items.filter((one) => one.start < end && one.end > start))) {
      const { face } = item;
      for (const glyph of this.#shape(item, Math.max(start, item.start), Math.min(end, item.end))) {
        glyphs.push({ face, id: glyph.id, x: x + glyph.dx, y: glyph.dy });
        x += glyph.advance + (glyph.advance > 0 ? this.#style.spacing : 0);
      }
    }
    return { width: x, glyphs };
  }

  #shape({ face, level }: Item, start: number, end: number) {
    const { Buffer, Direction, shape } = this.#engine.harfbuzz;
    const buffer = new Buffer();
    buffer.addText(this.text, start, end - start);
    buffer.setDirection(level % 2 === 0 ? Direction.LTR : Direction.RTL);
    buffer.setLanguage(this.#style.lang);
    buffer.guessSegmentProperties();
    shape(face.font, buffer);
    const positions = buffer.getGlyphPositions();
    return buffer.getGlyphInfos().map(({ codepoint: id }, index) => {
      const { xAdvance = 0, xOffset = 0, yOffset = 0 } = positions[index] ?? {};
      const em = face.unitsPerEm;
      return { id, advance: xAdvance / em, dx: xOffset / em, dy: yOffset / em };
    });
  }
}

const RIGHT_TO_LEFT =
  /[\u0590-\u08ff\u200f\u202b\u202e\u2067\ufb1d-\ufdff\ufe70-\ufefc\u{10800}-\u{10fff}\u{1e800}-\u{1efff}]/u;

function levelsOf(text: string, { direction }: TextStyle, { createBidi }: Engine): ArrayLike<number> {
  if (direction === 'ltr' && !RIGHT_TO_LEFT.test(text)) return new Uint8Array(text.length);
  return createBidi().getEmbeddingLevels(text, direction).levels;
}

function itemize(text: string, style: TextStyle, fonts: Fonts, levels: ArrayLike<number>): readonly Item[] {
  const items: (Item & { end: number; readonly script: Script })[] = [];
  let at = 0;
  for (const grapheme of graphemes(text)) {
    const before = items.at(-1);
    const families = isHanMark(text, at, style.lang) ? ['han', ...style.families] : style.families;
    const face = fonts.faceOf(grapheme, families);
    if (!face) throw missingGlyph(grapheme, style.key);
    const level = levels[at] ?? 0;
    const script = scriptOf(grapheme) ?? before?.script ?? 'simple';
    const end = at + grapheme.length;
    if (before?.face === face && before.level === level && before.script === script) before.end = end;
    else items.push({ face, level, script, start: at, end });
    at = end;
  }
  return items;
}

/** HarfBuzz shapes a buffer by the rules of one script. Simple scripts have the same. */
type Script = 'simple' | 'complex';

function scriptOf(grapheme: string): Script | undefined {
  if (/^[\p{sc=Common}\p{sc=Inherited}]/u.test(grapheme)) return undefined;
  return /^[\p{sc=Latin}\p{sc=Greek}\p{sc=Cyrillic}\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}\p{sc=Bopomofo}]/u.test(
    grapheme,
  )
    ? 'simple'
    : 'complex';
}

/** Whether a mark that Latin and Chinese share, such as “ or …, belongs to the Chinese of a Chinese text. */
function isHanMark(text: string, at: number, lang: string): boolean {
  const mark = text.charAt(at);
  if (!/^(?:zh|ja)/i.test(lang) || !/[\u2014-\u201f\u2026\u00b7]/.test(mark) || !hasHan(text)) return false;
  const sides = [codePointBefore(text, at), codePointAfter(text, at + 1)];
  return mark === '·' ? sides.some(isWide) : !sides.every((side) => side >= 0x20 && side < 0x7f);
}

function isWide(codePoint: number): boolean {
  return isHan(codePoint) || isKana(codePoint) || isFullWidthPunctuation(codePoint);
}

/** Rule L2 of the bidirectional algorithm (UAX #9). */
function inVisualOrder(items: readonly Item[]): readonly Item[] {
  const ordered = [...items];
  const highest = Math.max(0, ...items.map(({ level }) => level));
  for (let level = highest; level > 0; level--) {
    for (let start = 0; start < ordered.length; start++) {
      let end = start;
      while ((ordered[end]?.level ?? -1) >= level) end++;
      if (end - start > 1) ordered.splice(start, end - start, ...ordered.slice(start, end).reverse());
      start = Math.max(start, end);
    }
  }
  return ordered;
}

function missingGlyph(grapheme: string, key: Key | undefined): UnprintableError {
  const codes = [...grapheme].map(
    (one) => `U+${(one.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}`,
  );
  return new UnprintableError({
    rule: 'missing-glyph',
    message: `card: no font has the character '${grapheme}' (${codes.join(' ')})`,
    advice: "Name a font that has it in 'card.fonts' of house.yaml, or remove the character.",
    ...(key ? { key } : {}),
  });
}
