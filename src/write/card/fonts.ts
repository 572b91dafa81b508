import { readCardFile } from 'copydesk:card';
import { TemplateError } from '../template/run.ts';
import type { Engine } from './draw.ts';
import faces from './faces.json' with { type: 'json' };
import type { HouseFont } from './formats.ts';
import { unpackWoff } from './woff.ts';

/** A font as HarfBuzz has it, and the characters that it has. */
export interface Face {
  readonly font: InstanceType<Engine['harfbuzz']['Font']>;
  readonly unitsPerEm: number;
  readonly codePoints: ReadonlySet<number>;
}

/** A file of a shipped font. A font of Chinese is about a hundred files, of which a text needs few. */
interface FontFile {
  readonly name: string;
  readonly ranges: readonly (readonly [first: number, last: number])[];
}

/** The shipped fonts, by the names that a template uses: `serif`, `sans-serif`, and `han` for Chinese and Japanese. */
const FAMILIES = faces.map(({ family }) => family);

/** The fonts of a card: those that a template names, then those of the house, then all shipped ones. */
export class Fonts {
  readonly #engine: Engine;
  readonly #house: ReadonlyMap<string, HouseFont>;
  readonly #found = new Map<string, Face | undefined>();

  constructor(engine: Engine, house: readonly HouseFont[]) {
    this.#engine = engine;
    this.#house = new Map(house.map((font) => [font.name.toLowerCase(), font]));
  }

  /** @param names the fonts to try first. @returns the first font with all characters of a grapheme. */
  faceOf(grapheme: string, names: readonly string[]): Face | undefined {
    const key = [...names, grapheme].join();
    if (!this.#found.has(key)) this.#found.set(key, this.#search(grapheme, names));
    return this.#found.get(key);
  }

  #search(grapheme: string, names: readonly string[]): Face | undefined {
    const codePoints = [...grapheme].flatMap((one) => (IGNORABLE.test(one) ? [] : [one.codePointAt(0) ?? 0]));
    for (const name of new Set([...names, ...this.#house.keys(), ...FAMILIES])) {
      for (const face of this.#candidates(name, codePoints))
        if (codePoints.every((one) => face.codePoints.has(one))) return face;
    }
    return undefined;
  }

  /** The names that a template can use. */
  get names(): readonly string[] {
    return [...FAMILIES, ...this.#house.keys()];
  }

  *#candidates(name: string, codePoints: readonly number[]): Generator<Face> {
    const own = this.#house.get(name);
    if (own) yield faceOfFont(this.#engine, own);
    for (const file of own ? [] : filesOf(this.#engine, name)) {
      const has = (one: number) => file.ranges.some(([first, last]) => first <= one && one <= last);
      if (codePoints.every(has)) yield shippedFace(this.#engine, file.name);
    }
  }
}

/** What has no glyph, and needs none. */
const IGNORABLE = /\p{Default_Ignorable_Code_Point}/u;

const shippedFaces = new Map<string, Face>();
const houseFaces = new WeakMap<Uint8Array, Face>();
const files = new Map<string, readonly FontFile[]>();

function shippedFace(engine: Engine, name: string): Face {
  const face = shippedFaces.get(name) ?? createFace(engine, readCardFile(name));
  shippedFaces.set(name, face);
  return face;
}

/** @throws {TemplateError} for a damaged font. */
function faceOfFont(engine: Engine, { name, bytes }: HouseFont): Face {
  const known = houseFaces.get(bytes);
  if (known) return known;
  try {
    const face = createFace(engine, bytes);
    houseFaces.set(bytes, face);
    return face;
  } catch {
    throw new TemplateError(`font '${name}' of the house is damaged`, 'Check its file, or use another font.');
  }
}

function createFace({ harfbuzz, unzlibSync }: Engine, bytes: Uint8Array): Face {
  const font = unpackWoff(bytes, unzlibSync);
  const blob = new harfbuzz.Blob(Uint8Array.from(font).buffer);
  const face = new harfbuzz.Face(blob);
  return {
    font: new harfbuzz.Font(face),
    unitsPerEm: face.upem,
    codePoints: new Set(face.collectUnicodes()),
  };
}

function filesOf({ SHIPPED_RANGES }: Engine, family: string): readonly FontFile[] {
  const known = files.get(family);
  if (known) return known;
  const found = faces
    .filter((one) => one.family === family)
    .flatMap(({ font, weight, family: key }) =>
      Object.entries(SHIPPED_RANGES[key as keyof typeof SHIPPED_RANGES]).map(([subset, ranges]) => ({
        name: `${font}-${subset.replace(/[[\]]/g, '')}-${weight}-normal.woff`,
        ranges: rangesOf(ranges),
      })),
    );
  files.set(family, found);
  return found;
}

/** `U+41-5a,U+e9` as pairs of numbers. */
function rangesOf(css: string): FontFile['ranges'] {
  return css.split(',').map((range): [number, number] => {
    const [first = '', last = first] = range.trim().replace(/^U\+/i, '').split('-');
    return [Number.parseInt(first, 16), Number.parseInt(last, 16)];
  });
}
