import { lstatSync, mkdirSync, readFileSync, renameSync, statSync, symlinkSync, unlinkSync } from 'node:fs';
import { basename, dirname, join, relative, resolve, sep } from 'node:path';
import type { Article } from '../../model/article.ts';
import type { Diagnostic, Problem } from '../../model/diagnostic.ts';
import { pathOf, placeOfUrl } from '../../read/url-place.ts';
import { createSource, span } from '../../text/index.ts';
import type { Writer } from '../files/atomic.ts';
import { fileError } from '../files/error.ts';
import { noteUse } from '../files/observe.ts';
import { realPath } from '../files/paths.ts';
import { release, reserve } from '../files/temporary.ts';
import { shownPath } from '../run/read-note.ts';
import { imagesOf } from './images.ts';
import { asOnDisk, leadsOutside } from './targets.ts';

/** An image that a post shows: a file relative to the note that goes to the same place relative to the post. */
interface Asset {
  readonly url: string;
  readonly from: string;
  readonly to: string;
}

/** Puts the images of notes next to their posts. */
export class AssetWriter {
  readonly #assets: 'copy' | 'link';
  readonly #outDir: string;
  readonly #writer: Writer;
  /** The image that takes each path, by its name on disk. Posts take theirs first. */
  readonly #taken = new Map<string, string>();

  constructor(assets: 'copy' | 'link', outDir: string, writer: Writer, posts: readonly string[]) {
    this.#assets = assets;
    this.#outDir = outDir;
    this.#writer = writer;
    for (const post of posts) this.#taken.set(asOnDisk(resolve(post)), post);
  }

  /**
   * Copies or links the images of one note.
   * @param note its path.
   * @param post the path of its post.
   * @returns the errors that prevent the post.
   * @throws {FileError}
   */
  async write(note: string, text: string, article: Article, post: string): Promise<readonly Diagnostic[]> {
    const source = createSource(note, text);
    const problems: Diagnostic[] = [];
    for (const url of imagesOf(article)) {
      const path = pathOf(url);
      if (path === undefined) continue;
      const asset = { url, from: join(dirname(note), path), to: join(dirname(post), path) };
      noteUse(asset.from);
      const problem = this.#refusal(asset);
      if (!problem) await this.#put(asset);
      else problems.push({ severity: 'error', source, span: placeOfUrl(url, source.text) ?? span(0, 0), ...problem });
    }
    return problems;
  }

  #refusal({ url, from, to }: Asset): Omit<Problem, 'span'> | undefined {
    const rule = 'missing-image';
    if (!resolve(to).startsWith(resolve(this.#outDir) + sep) || leadsOutside(join(dirname(to), OWN), this.#outDir)) {
      const message = `image '${url}' would be outside '${this.#outDir}'`;
      return { rule, message, advice: 'Move it to the folder of the note, or use --assets leave.' };
    }
    if (from.includes('\0') || !statSync(from, { throwIfNoEntry: false })?.isFile())
      return { rule, message: `missing image '${url}'`, advice: 'Check the path, or use --assets leave.' };
    const real = realPath(from);
    const other = this.#taken.get(asOnDisk(resolve(to))) ?? real;
    this.#taken.set(asOnDisk(resolve(to)), other);
    if (other !== real)
      return {
        rule,
        message: `image '${url}' has the same output file as '${shownPath(other)}'`,
        advice: 'Rename one of them.',
      };
    const existing = lstatSync(to, { throwIfNoEntry: false });
    if (existing && !isSame(to, real) && existing.isSymbolicLink() !== (this.#assets === 'link'))
      return { rule, message: `'${to}' exists and is another file`, advice: 'Remove it, or use --assets leave.' };
    return undefined;
  }

  async #put({ from, to }: Asset): Promise<void> {
    const real = realPath(from);
    if (placeOnDisk(to) === placeOnDisk(from)) return;
    const bytes = this.#assets === 'copy' ? readFileSync(from) : undefined;
    if (isSame(to, real)) {
      const isLink = lstatSync(to, { throwIfNoEntry: false })?.isSymbolicLink() ?? false;
      // A link that an earlier run made: a copy of the folder must not depend on the notes.
      if (!bytes || !isLink) return;
      unlinkSync(to);
    }
    if (bytes) await this.#writer.write(to, bytes);
    else link(real, to);
  }
}

/** A file name that no image has, to find out whether a folder leads outside. */
const OWN = '.copydesk';

/** Whether a path is the image itself, as in the folder of the note, or a link to it. */
function isSame(path: string, real: string): boolean {
  return realPath(path) === real;
}

/** The path of the file or link itself, by the real path of its folder. */
function placeOnDisk(path: string): string {
  return join(realPath(dirname(path)), basename(path));
}

/** Makes a relative link under a temporary name and renames it. */
function link(real: string, path: string): void {
  const folder = dirname(path);
  try {
    mkdirSync(folder, { recursive: true });
    const temporary = reserve(folder);
    try {
      symlinkSync(relative(realPath(folder), real), temporary);
      renameSync(temporary, path);
    } finally {
      release(temporary);
    }
  } catch (error) {
    throw fileError(path, error);
  }
}
