import { closeSync, openSync, readSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { imageSize } from 'image-size';
import type { Article } from '../../model/article.ts';
import type { Diagnostic } from '../../model/diagnostic.ts';
import { pathOf, placeOfUrl } from '../../read/url-place.ts';
import { createSource, span } from '../../text/index.ts';
import type { ImageSize } from '../../write/index.ts';
import { noteUse } from '../files/observe.ts';
import { imagesOf } from './images.ts';

/** The images of a story that are files. */
export interface FoundImages {
  /** By the URL in the Article. An image without a readable size has none. */
  readonly sizes: ReadonlyMap<string, ImageSize>;
  /** The URLs of images without a file. */
  readonly missing: readonly string[];
}

/**
 * Looks for the images of a story that are relative files.
 * @param folder what their URLs are relative to.
 * @returns undefined if there are none.
 */
export function findImages(article: Article, folder: string): FoundImages | undefined {
  const sizes = new Map<string, ImageSize>();
  const missing: string[] = [];
  let isAny = false;
  for (const url of imagesOf(article)) {
    const path = pathOf(url);
    if (!path) continue;
    isAny = true;
    const file = join(folder, path);
    noteUse(file);
    if (!isFile(file)) missing.push(url);
    else {
      const size = readSize(file);
      if (size) sizes.set(url, size);
    }
  }
  return isAny ? { sizes, missing } : undefined;
}

/** A warning for each image without a file, in the place where the note names it. */
export function missingImages(note: string, text: string, { missing }: FoundImages): readonly Diagnostic[] {
  const source = createSource(note, text);
  return missing.map((url) => ({
    rule: 'missing-image',
    severity: 'warning',
    source,
    span: placeOfUrl(url, source.text) ?? span(0, 0),
    message: `missing image '${url}'`,
    advice: 'Check the path, or use --out-dir, which copies images.',
  }));
}

function isFile(path: string): boolean {
  return !path.includes('\0') && (statSync(path, { throwIfNoEntry: false })?.isFile() ?? false);
}

/** The size is near the start of a file. Only a JPEG can have a long profile or preview before it. */
const HEAD = 1024 * 1024;

/** A JPEG says by a number from 1 to 8 how to turn it. From this one on, width and height change places. */
const FIRST_SIDEWAYS = 5;

/** Undefined for a file that cannot be read, or is not an image with a size in pixels. */
function readSize(path: string): ImageSize | undefined {
  try {
    const { width, height, orientation = 1 } = imageSize(headOf(path));
    const [across, down] = (orientation < FIRST_SIDEWAYS ? [width, height] : [height, width]).map(Math.round);
    return isLength(across) && isLength(down) ? { width: across, height: down } : undefined;
  } catch {
    // The page is complete without the size.
    return undefined;
  }
}

function isLength(pixels: number | undefined): pixels is number {
  return Number.isSafeInteger(pixels) && (pixels ?? 0) > 0;
}

function headOf(path: string): Uint8Array {
  const descriptor = openSync(path, 'r');
  try {
    const head = new Uint8Array(Math.min(HEAD, statSync(path).size));
    return head.subarray(0, readSync(descriptor, head, 0, head.length, 0));
  } finally {
    closeSync(descriptor);
  }
}
