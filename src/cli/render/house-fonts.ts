import { statSync } from 'node:fs';
import { basename } from 'node:path';
import type { House } from '../../model/house.ts';
import type { HouseFont } from '../../write/card/formats.ts';
import { UsageError } from '../exit.ts';
import { noteUse } from '../files/observe.ts';
import { readBytes } from '../files/read.ts';
import { shownPath } from '../run/read-note.ts';

const known = new WeakMap<House['card'], readonly HouseFont[]>();

/**
 * The fonts of a house for its cards, read once. A template names a font by its file, without the ending.
 * @throws {FileError}
 * @throws {UsageError} for a file that is no font that a card can use.
 */
export function houseFonts({ card }: House): readonly HouseFont[] {
  const fonts = known.get(card) ?? card.fonts.map(readFont);
  known.set(card, fonts);
  return fonts;
}

function readFont(path: string): HouseFont {
  noteUse(path);
  const bytes = readBytes(path);
  if (!isFont(bytes)) {
    throw new UsageError(`'${shownPath(path)}' is not a font that a card can use`, 'Use a TTF, OTF or WOFF file.');
  }
  return { name: basename(path).replace(/\.\w+$/, ''), bytes };
}

/** The first four bytes of TrueType, OpenType and WOFF. */
const SIGNATURES = ['\0\u0001\0\0', 'true', 'OTTO', 'wOFF'];

function isFont(bytes: Uint8Array): boolean {
  return SIGNATURES.includes(String.fromCharCode(...bytes.subarray(0, 4)));
}

/** Tells the versions of the fonts apart by their sizes and times. */
export function fontsKey({ card }: House): readonly unknown[] {
  return card.fonts.map((path) => {
    const found = statSync(path, { throwIfNoEntry: false });
    return [path, found?.size, found?.mtimeMs];
  });
}
