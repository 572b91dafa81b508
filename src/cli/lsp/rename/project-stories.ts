import { promises } from 'node:fs';
import { join, resolve, sep } from 'node:path';
import { setImmediate as turn } from 'node:timers/promises';
import { pathToFileURL } from 'node:url';
import type { TextDocument } from 'vscode-languageserver-textdocument';
import { decode } from '../../../read/decode.ts';
import { createSource } from '../../../text/index.ts';
import { realPath } from '../../files/paths.ts';
import { walk } from '../../files/search.ts';
import { shownPath } from '../../run/read-note.ts';
import { filePath, kindOf } from '../document.ts';
import type { Notes } from '../notes.ts';
import { Story, type StoryFile } from './story.ts';

/** A longer file is hardly a note. */
const LONGEST_NOTE = 1024 * 1024;

/**
 * Yields the notes in a folder and its subfolders. Of an open document, the text in the editor counts, even if it has no file
 * yet. A file with two names is one note.
 */
export async function* storiesIn(
  folder: string,
  documents: readonly TextDocument[],
  notes: Notes,
): AsyncGenerator<Story> {
  const seen = new Set<string>();
  for (const document of documents) {
    const story = await openStory(document, notes);
    if (!story?.path.startsWith(folder + sep)) continue;
    seen.add(realPath(story.path));
    yield story;
  }
  const { files } = await walk(folder, (below) => notes.staysOut(below));
  for (const name of files) {
    const path = join(folder, name);
    const real = realPath(path);
    if (seen.has(real)) continue;
    seen.add(real);
    const story = await savedStory(path, notes);
    if (story) yield story;
    // Let other requests run.
    await turn();
  }
}

/** The note in a document. Undefined for a document that is not a note. */
export async function openStory(document: TextDocument, notes: Notes): Promise<Story | undefined> {
  const { uri, version } = document;
  const path = filePath(uri);
  if (path === undefined || kindOf(document) !== 'note') return undefined;
  return storyOf({ path: resolve(path), uri, version }, document.getText(), notes);
}

async function savedStory(path: string, notes: Notes): Promise<Story | undefined> {
  try {
    if ((await promises.stat(path)).size > LONGEST_NOTE) return undefined;
    const decoded = decode(await promises.readFile(path));
    if (decoded.kind !== 'text') return undefined;
    // An editor that opens the file does not count its byte order mark.
    const text = decoded.text.replace(/^\ufeff/, '');
    return await storyOf({ path, uri: pathToFileURL(path).href, version: null }, text, notes);
  } catch {
    // A file that is gone or cannot be read has no links to change.
    return undefined;
  }
}

async function storyOf(file: StoryFile, text: string, notes: Notes): Promise<Story | undefined> {
  const source = createSource(shownPath(file.path), text);
  const found = await notes.find(source.path, source);
  return found && new Story(file, source, found);
}
