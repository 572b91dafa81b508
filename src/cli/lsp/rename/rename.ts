import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Position, PrepareRenameResult, WorkspaceEdit } from 'vscode-languageserver/node';
import { editsOf } from '../../../format/edit/edit-keys.ts';
import { frontMatterOf } from '../../../format/edit/front-matter.ts';
import { DiagnosticCollector } from '../../../read/diagnostics.ts';
import { tracedValue } from '../../../read/traced-value.ts';
import { slug as readSlug } from '../../../read/values.ts';
import { type Edit, type Span, span } from '../../../text/index.ts';
import { shownPath } from '../../run/read-note.ts';
import { Places } from '../places.ts';
import { writtenLinks } from './note-links.ts';
import { slugIn } from './post-links.ts';
import type { Story } from './story.ts';

/** The note with the cursor, and the other notes of its project. */
export interface Project {
  readonly current: Story;
  readonly others: () => Promise<readonly Story[]>;
}

/** What the editor can do with the edits of several files. */
export interface EditAbility {
  /** Edits of a version of a document. */
  readonly hasVersions: boolean;
  readonly renamesFiles: boolean;
}

/** What a rename at a position changes: the slug of a story. @throws {RenameError} for a position without a slug. */
export async function prepareRename(project: Project, position: Position): Promise<PrepareRenameResult> {
  const { story, place } = await slugAt(project, position);
  return { range: new Places(project.current.source).range(place), placeholder: story.writtenSlug };
}

/**
 * The edits that give a story another slug: in its front matter or in the name of its file, and in the links to it.
 * @throws {RenameError} for a position without a slug, and for a slug that the story cannot have.
 */
export async function rename(
  project: Project,
  position: Position,
  name: string,
  { hasVersions, renamesFiles }: EditAbility,
): Promise<WorkspaceEdit> {
  const stories = [project.current, ...(await project.others())];
  const { story } = await slugAt({ current: project.current, others: async () => stories.slice(1) }, position);
  const slug = validSlug(name, story);
  if (slug === story.writtenSlug) return {};
  refuseTaken(slug, story, stories);
  const renamesFile = renamesFiles && story.isNamedByFile;
  const changes = stories.flatMap((one) => {
    const key = one === story && !renamesFile ? keyEdits(story, slug) : [];
    const links = linkSpans(one, story, stories, renamesFile).map((place) => ({ span: place, text: slug }));
    const places = new Places(one.source);
    const edits = [...key, ...links].map((edit) => places.edit(edit));
    return edits.length > 0 ? [{ textDocument: { uri: one.uri, version: one.version }, edits }] : [];
  });
  if (renamesFile) return { documentChanges: [...changes, fileRename(story, slug)] };
  if (hasVersions) return { documentChanges: changes };
  return { changes: Object.fromEntries(changes.map(({ textDocument: { uri }, edits }) => [uri, edits])) };
}

/** Why the slug cannot be renamed. In English, as all errors. */
export class RenameError extends Error {
  readonly advice: string | undefined;

  constructor(message: string, advice?: string) {
    super(message);
    this.advice = advice;
  }
}

interface SlugPlace {
  readonly story: Story;
  readonly place: Span;
}

/** The slug at a position: in the front matter, on the first line for the note itself, or in a link to another note. */
async function slugAt({ current, others }: Project, position: Position): Promise<SlugPlace> {
  const at = new Places(current.source).offset(position);
  const holds = ({ start, end }: Span): boolean => start <= at && at <= end;
  const own = ownPlaces(current).find(holds);
  if (own) return { story: current, place: own };
  const link = writtenLinks(current.read).find((one) => holds(one.span));
  for (const story of link ? [current, ...(await others())] : []) {
    const place = link && slugIn(link, current, story);
    if (place) return { story, place };
  }
  const advice = 'Put the cursor on the slug, on the first line, or on a link to another note.';
  throw new RenameError('nothing to rename here', advice);
}

/** Where the cursor selects the note itself: the key and its value, the first fence, or the headline of a note without fences. */
function ownPlaces(story: Story): readonly Span[] {
  const { source, read } = story;
  const { headline, frontMatter, fields = [] } = read.note ?? {};
  const value = story.value('slug');
  const keys = fields.filter(({ key }) => key === 'slug').map(({ nameSpan }) => nameSpan);
  const top = frontMatter ? span(0, source.text.indexOf('\n')) : headline?.span;
  return [...(value ? [tracedValue(value, source).span] : []), ...keys, ...(top ? [top] : [])];
}

function validSlug(name: string, { source }: Story): string {
  const collector = new DiagnosticCollector(source);
  // A note may have an empty slug. A new name may not.
  const value = name.trim() === '' ? '""' : name;
  const slug = readSlug({ kind: 'scalar', value, span: span(0, 0) }, 'slug', collector);
  if (slug !== undefined) return slug;
  const [fault] = collector.diagnostics;
  throw new RenameError(fault?.message ?? '', fault?.advice);
}

/** Two versions of a story may have one slug in different folders. */
function refuseTaken(slug: string, story: Story, stories: readonly Story[]): void {
  const id = story.value('id')?.value;
  const isVersion = (one: Story) => id !== undefined && one.value('id')?.value === id && one.folder !== story.folder;
  const taken = stories.find((one) => one !== story && one.slug === slug && !isVersion(one));
  if (taken) throw new RenameError(`'${shownPath(taken.path)}' already has the slug '${slug}'`, 'Choose another slug.');
}

function keyEdits({ source, read }: Story, slug: string): readonly Edit[] {
  const front = frontMatterOf(source, read.note?.data);
  const edits = front && editsOf(front, [{ key: 'slug', text: slug }]);
  if (!edits) throw new RenameError(`cannot edit the front matter of '${source.path}'`, 'Change the slug by hand.');
  return edits;
}

/** The slug of a story in the links of a note. A link that may lead to two stories stays. */
function linkSpans(from: Story, story: Story, stories: readonly Story[], renamesFile: boolean): readonly Span[] {
  // Most notes need not be read. A slug may be written with percent-encoding, a reference or an escape.
  const { text } = from.source;
  if (!text.includes(story.slug) && !/%[\da-f]{2}|&#?\w+;|\\/i.test(text)) return [];
  return writtenLinks(from.read).flatMap((link) => {
    const place = slugIn(link, from, story, renamesFile);
    const isCertain = place && stories.every((one) => one === story || !slugIn(link, from, one));
    return isCertain ? [place] : [];
  });
}

function fileRename({ folder, extension, uri }: Story, slug: string) {
  const path = join(folder, slug + extension);
  if (existsSync(path)) throw new RenameError(`'${shownPath(path)}' already exists`, 'Choose another slug.');
  return { kind: 'rename', oldUri: uri, newUri: pathToFileURL(path).href, options: { overwrite: false } } as const;
}
