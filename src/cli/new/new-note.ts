import { existsSync, mkdirSync, unlinkSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { format } from '../../format.ts';
import { houseInLanguage, primary, resolveHouse } from '../../house/resolve.ts';
import type { House } from '../../model/house.ts';
import { ConfigResolver, type ProjectConfig } from '../config/config-resolver.ts';
import { UsageError } from '../exit.ts';
import { codeOf, fileError } from '../files/error.ts';
import { writeNew } from '../files/temporary.ts';
import type { Host } from '../host.ts';
import { lineSafe, logSafe } from '../run/read-note.ts';
import type { Console } from '../terminal/console.ts';
import { headlineOf, isChinese, NAME_IT } from './headline.ts';
import { type Material, materialOf } from './material.ts';
import { fileIn, type Place, placeOf } from './place.ts';
import type { NewRequest } from './request.ts';
import { noteSkeleton } from './skeleton.ts';
import { slugOf } from './slug.ts';
import { readSource, type SourceFile, sourceFileOf } from './source-file.ts';

/**
 * Writes a note, and prints its path.
 * @throws {UsageError}, {FileError}, and what `ConfigResolver.of` throws.
 */
export async function createNote(request: NewRequest, host: Host, console: Console): Promise<void> {
  const place = placeOf(request.path);
  const project = await projectOf(place, request);
  const answers = request.headline === undefined ? await ask(request, project.house, host, console) : request;
  const headline = headlineOf(answers.headline ?? '');
  const { lang, house } = languageOf(headline, answers.lang, project.house);
  // The file names of a newsroom do not depend on the language of a story.
  const path = fileIn(place, await slugOf(headline, project.house));
  refuseExisting(path, path);
  const { from, date } = request;
  const material = from === undefined ? undefined : materialOf(await readText(from, host, console), from, house);
  const kept = material && from !== undefined ? sourceFileOf(path, from, material.isConverted) : undefined;
  if (kept?.path !== undefined) refuseExisting(kept.path, path);
  const beginning = {
    headline,
    ...(lang === undefined ? {} : { lang }),
    ...(date === undefined ? {} : { date }),
    ...(material && kept ? { material: { markdown: material.markdown, path: kept.written } } : {}),
  };
  const text = await formatted(noteSkeleton(beginning, house), path, project);
  writeAll(path, text, kept, material);
  await host.print(`${logSafe(path)}\n`);
  await console.line(`Write the story, then run: copydesk check ${lineSafe(path)}`);
  if (project.hasNotes && !project.isNote(path))
    await console.line(`'notes' in copydesk.yaml does not match ${lineSafe(path)}, so a run over its folder skips it`);
}

function projectOf(place: Place, { house, config }: NewRequest): Promise<ProjectConfig> {
  const choice = { ...(house === undefined ? {} : { house }), ...(config === undefined ? {} : { config }) };
  return new ConfigResolver(choice, 'house', 'print').of('file' in place ? place.file : join(place.folder, 'note.md'));
}

/** Asks for missing arguments at a terminal. @throws {UsageError} without one. */
async function ask(
  request: NewRequest,
  house: House,
  host: Host,
  { messages }: Console,
): Promise<Pick<NewRequest, 'headline' | 'lang'>> {
  // The questions move the cursor, and a dumb terminal would print how.
  const canMove = host.isTerminal(2) && host.environment.TERM !== 'dumb';
  const canAnswer = host.isTerminal(0) && canMove && request.from !== '-';
  if (!canAnswer) throw new UsageError('no headline given', NAME_IT);
  const { askForStory } = await import('./ask.ts');
  return askForStory(request.lang, house, messages, host.environment);
}

async function readText(from: string, host: Host, console: Console): Promise<string> {
  if (from === '-' && host.isTerminal(0)) await console.line('Paste the text, then press Enter and Ctrl+D.');
  return readSource(from, host);
}

/**
 * The language to write into the note, if it is not that of the house, and the house that prints it. A Chinese headline asks
 * for the Chinese house, if there is one.
 */
function languageOf(
  headline: string,
  given: string | undefined,
  house: House,
): { readonly lang?: string; readonly house: House } {
  const context = resolveHouse(house);
  const lang = given ?? (isChinese(headline) && house.translations.has('zh') ? 'zh' : undefined);
  if (lang === undefined) return { house };
  const own = houseInLanguage(primary(lang), context);
  return { house: own, ...(lang === house.lang ? {} : { lang }) };
}

async function formatted(text: string, path: string, { house, endOfLine }: ProjectConfig): Promise<string> {
  const result = await format(text, { path, house, ...(endOfLine ? { endOfLine } : {}) });
  if (result.text === undefined) throw new Error(`cannot read the new note: ${result.diagnostics[0]?.message}`);
  return result.text;
}

function refuseExisting(path: string, note: string): void {
  if (existsSync(path)) throw exists(path, note);
}

/** @param note the note that cannot be written: `lab.md` becomes `lab-2.md`. */
function exists(path: string, note: string): UsageError {
  const named = (count: number) => note.replace(/\.\w+$/, `-${count}$&`);
  let count = 2;
  while (existsSync(named(count))) count++;
  return new UsageError(`'${path}' already exists`, `Name another file after the headline, such as ${named(count)}.`);
}

/** Writes the text of the source, then the note. Removes the first if the second cannot be written. */
function writeAll(path: string, text: string, kept: SourceFile | undefined, material: Material | undefined): void {
  if (kept?.path !== undefined && material) create(kept.path, material.text, path);
  try {
    create(path, text, path);
  } catch (error) {
    if (kept?.path !== undefined) unlinkSync(kept.path);
    throw error;
  }
}

/** Creates a file and its folders. @throws {UsageError} if it exists, even since a moment ago. */
function create(path: string, text: string, note: string): void {
  try {
    mkdirSync(dirname(path), { recursive: true });
    writeNew(path, Buffer.from(text));
  } catch (error) {
    if (codeOf(error) === 'EEXIST') throw exists(path, note);
    throw fileError(path, error);
  }
}
