import { realpathSync, statSync } from 'node:fs';
import { dirname, join, sep } from 'node:path';
import { imageSize } from 'image-size';
import type { Article } from '../../../model/article.ts';
import { pathOf } from '../../../read/url-place.ts';
import type { ImageSize } from '../../../write/index.ts';
import { readBytes } from '../../files/read.ts';
import { findImages } from '../../render/image-sizes.ts';
import { imagesOf } from '../../render/images.ts';

/** The media types of what browsers show, by the types of image-size. */
const MEDIA_TYPES: Readonly<Record<string, string>> = {
  avif: 'image/avif',
  bmp: 'image/bmp',
  gif: 'image/gif',
  ico: 'image/x-icon',
  jpg: 'image/jpeg',
  png: 'image/png',
  svg: 'image/svg+xml',
  webp: 'image/webp',
};

/** A larger file is no picture for a page. */
const LARGEST_IMAGE = 64 * 1024 * 1024;

/** A picture that the server sends. */
export interface ImageFile {
  readonly type: string;
  readonly bytes: Uint8Array;
}

/** A story whose images have the URLs of the server, and the files for these URLs. */
export interface ServedImages {
  readonly article: Article;
  readonly sizes: ReadonlyMap<string, ImageSize>;
  /** By the number at the end of the URL. The files are those that the note names, and no others can be asked for. */
  readonly files: readonly string[];
}

/**
 * Gives the images of a story numbers on the server. An image outside the folder of the note keeps its URL, which the page
 * does not load.
 * @param base the URL before the number.
 */
export function serveImages(article: Article, note: string, base: string): ServedImages {
  const folder = dirname(note);
  const found = findImages(article, folder);
  const files: string[] = [];
  const urls = new Map<string, string>();
  const sizes = new Map<string, ImageSize>();
  for (const url of found ? imagesOf(article) : []) {
    const path = pathOf(url);
    if (path === undefined || path.includes('\0') || found?.missing.includes(url)) continue;
    const file = realpathSync(join(folder, path));
    if (!file.startsWith(realpathSync(folder) + sep)) continue;
    const served = `${base}${files.length}?${versionOf(file)}`;
    const size = found?.sizes.get(url);
    if (size) sizes.set(served, size);
    urls.set(url, served);
    files.push(file);
  }
  return { article: urls.size === 0 ? article : withImages(article, urls), sizes, files };
}

/** Changes when the file does, so that the page shows the new picture. */
function versionOf(file: string): string {
  const { size, mtimeMs } = statSync(file, { throwIfNoEntry: false }) ?? { size: 0, mtimeMs: 0 };
  return `${size}-${Math.round(mtimeMs)}`;
}

function withImages(article: Article, urls: ReadonlyMap<string, string>): Article {
  const mapped = mapImages(article, urls);
  const { image } = mapped;
  return image ? { ...mapped, image: { ...image, url: urls.get(image.url) ?? image.url } } : mapped;
}

function mapImages<Data>(data: Data, urls: ReadonlyMap<string, string>): Data {
  if (typeof data !== 'object' || data === null) return data;
  if (Array.isArray(data)) return data.map((part) => mapImages(part, urls)) as Data;
  const mapped = Object.fromEntries(Object.entries(data).map(([key, value]) => [key, mapImages(value, urls)]));
  const url = mapped.type === 'image' && typeof mapped.href === 'string' ? urls.get(mapped.href) : undefined;
  return (url === undefined ? mapped : { ...mapped, href: url }) as Data;
}

/** The content of an image, or undefined for a file that is none. @throws {FileError} for a file that cannot be read. */
export function readImage(file: string): ImageFile | undefined {
  if ((statSync(file, { throwIfNoEntry: false })?.size ?? 0) > LARGEST_IMAGE) return undefined;
  const bytes = readBytes(file);
  try {
    const type = MEDIA_TYPES[imageSize(bytes).type ?? ''];
    return type === undefined ? undefined : { type, bytes };
  } catch {
    return undefined;
  }
}
