import { createHash } from 'node:crypto';
import { ignoreEdit } from '../../../lint/ignore-edit.ts';
import type { KeptFindings } from '../../../lint/kept-findings.ts';
import { lengthsOf } from '../../../lint/lengths.ts';
import type { LintedNote } from '../../../lint/run-rules.ts';
import type { Article } from '../../../model/article.ts';
import type { Channels } from '../../../model/channels.ts';
import type { Diagnostic } from '../../../model/diagnostic.ts';
import type { House } from '../../../model/house.ts';
import { typeset } from '../../../typography/typeset.ts';
import { Checker } from '../../check/checker.ts';
import type { ConfigResolver } from '../../config/config-resolver.ts';
import { readBytes } from '../../files/read.ts';
import type { Messages } from '../../messages/messages.ts';
import type { CheckRequest } from '../../requests.ts';
import { decodeNote } from '../../run/read-note.ts';
import type { PreviewRequest } from '../request.ts';
import { readStory as readDraft } from '../story.ts';
import { embargoChip, statusChip } from './chips.ts';
import { groupsOf, totalsOf } from './groups.ts';
import { serveImages } from './images.ts';
import { sentence } from './sentences.ts';
import { shownLengths } from './shown-lengths.ts';
import type { StoryState, Tab } from './state.ts';
import { ALWAYS, type PrintableStory, tabsOf } from './tabs.ts';

/** What a version of a note shows, without what only the server knows. */
export type VersionState = Omit<StoryState, 'id' | 'path'>;

/** A version of a note, read and checked. */
export interface StoryVersion {
  readonly state: VersionState;
  readonly bytes: Uint8Array;
  readonly findings: readonly Diagnostic[];
  /** What the rules saw. Absent if the note cannot be read. */
  readonly linted?: LintedNote;
  /** The story and its house in their typography. Absent if the note cannot be read. */
  readonly post?: { readonly article: Article; readonly house: House };
  /** The images that the page may ask for, by number. */
  readonly images: readonly string[];
}

/** The URLs of what belongs to a story. */
export interface StoryUrls {
  /** Before the number of an image. */
  readonly image: string;
  /** Before the name of a card. */
  readonly card: string;
}

/** What the page of a story depends on, besides its note. */
export interface PageSetting {
  readonly urls: StoryUrls;
  readonly messages: Messages;
  /** What the last check of the note found, where another check follows soon. */
  readonly kept?: KeptFindings;
}

/** The part of a request that decides how notes are checked. */
export type CheckChoice = Pick<PreviewRequest, 'house' | 'config'>;

/** Checks or fixes a note as `check` does, without the other notes of a run. */
export function createChecker(
  choice: CheckChoice,
  configResolver: ConfigResolver,
  how: Pick<CheckRequest, 'mode' | 'rules'>,
  kept?: KeptFindings,
): Checker {
  const request: CheckRequest = {
    ...choice,
    ...how,
    notes: [],
    unsafeFixes: false,
    report: 'pretty',
    failOn: 'error',
    anyFile: false,
    allowNone: true,
    verbose: true,
    staged: false,
    quiet: false,
    cache: false,
  };
  return new Checker(request, configResolver, kept && { kept, pause: async () => {} });
}

/** The hash by which a button tells for which version of a note it was shown. */
export function hashOf(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('base64url');
}

/**
 * Reads and checks a note as it is now.
 * @param isNamed whether a person named the file.
 * @returns undefined for a file that is not a note.
 * @throws {FileError}, and what `ConfigResolver.of` throws.
 */
export async function readStory(
  path: string,
  isNamed: boolean,
  choice: CheckChoice,
  configResolver: ConfigResolver,
  setting: PageSetting,
): Promise<StoryVersion | undefined> {
  const { messages, kept } = setting;
  const bytes = readBytes(path);
  const note = { name: path, bytes, isFile: true, isNamed };
  const checked = await createChecker(choice, configResolver, { mode: 'look' }, kept).check(note, true);
  if (checked.kind === 'no note') return undefined;
  const { findings, linted } = checked;
  const hash = hashOf(bytes);
  const context = linted?.context;
  const isIgnorable = (finding: Diagnostic) => context !== undefined && ignoreEdit(context.note, finding) !== undefined;
  const common = {
    hash,
    isStale: false,
    totals: totalsOf(findings, messages),
    groups: groupsOf(findings, context, { isIgnorable, messages }),
  };
  if (!linted || !context) {
    const failure = {
      message: 'the note cannot be read',
      advice: 'Correct the note. The page then shows the story again.',
    };
    const state = { ...common, headline: '', failure, refusals: [], tabs: [] };
    return { state, bytes, findings, images: [] };
  }
  const { house, article, readerDiagnostics } = context;
  const { channels = {} } = await configResolver.of(path);
  const post = { article: typeset(article, house), house };
  const { images, story } = printable(post, path, channels, setting, hash);
  const { embargo, status } = article;
  const lengths = shownLengths(lengthsOf(context), messages);
  const state: VersionState = {
    ...common,
    headline: post.article.headline,
    lang: article.lang,
    ...(status === undefined ? {} : { status: statusChip(status, messages) }),
    ...(embargo === undefined
      ? {}
      : {
          embargo: embargoChip(
            embargo,
            readerDiagnostics.some(({ rule }) => rule === 'embargo'),
            messages,
          ),
        }),
    refusals: readerDiagnostics.filter(preventsPost).map(({ message }) => sentence(message, messages)),
    tabs: tabsOf(story),
    ...(lengths ? { lengths } : {}),
  };
  return { state, bytes, findings, linted, post, images };
}

/** What of a version can be shown before the note is checked, which takes most of the time. */
export interface EarlyVersion {
  readonly tabs: readonly Tab[];
  readonly images: readonly string[];
}

/** Prints the post of a note as it is now, in the formats that every page shows. Undefined if the note cannot be read. */
export async function readEarly(
  path: string,
  configResolver: ConfigResolver,
  setting: PageSetting,
): Promise<EarlyVersion | undefined> {
  const bytes = readBytes(path);
  const decoded = decodeNote(bytes, path);
  if ('problem' in decoded) return undefined;
  const { house, channels = {} } = await configResolver.of(path);
  const read = readDraft(decoded.text, path, house);
  if (!('story' in read)) return undefined;
  const { images, story } = printable(read.story, path, channels, setting, '');
  return { images, tabs: tabsOf(story, ALWAYS) };
}

function printable(
  { article, house }: { readonly article: Article; readonly house: House },
  path: string,
  channels: Channels,
  { urls, messages }: PageSetting,
  hash: string,
): { readonly images: readonly string[]; readonly story: PrintableStory } {
  const served = serveImages(article, path, urls.image);
  const cardUrl = (name: string) => `${urls.card}${name}?${hash}`;
  return {
    images: served.files,
    story: { article: served.article, house, imageSizes: served.sizes, channels, cardUrl, messages },
  };
}

/** Whether `render` refuses a story because of a diagnostic of the reader. */
function preventsPost({ severity }: Diagnostic): boolean {
  return severity === 'fatal' || severity === 'error';
}
