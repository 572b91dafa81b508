import type { ChannelSettings } from '../model/channels.ts';
import type { CardFormat } from '../write/card/formats.ts';
import type { FeedFormat } from '../write/feed/index.ts';
import type { Format } from '../write/index.ts';
import type { ReporterName } from './reporters/index.ts';

/* What the commands are asked for, once their options are validated. */

/** The options of a command that reads notes. */
export interface NotesRequest {
  readonly notes: readonly string[];
  readonly stdinFilepath?: string;
  readonly house?: string;
  readonly config?: string;
  readonly color?: boolean;
  /** The number of threads; undefined for as many as pay. */
  readonly jobs?: number;
  /** Run again on the notes that change. */
  readonly watch?: boolean;
  /** Clear the terminal before each run. */
  readonly clear?: boolean;
}

/** The options of a command that skips files that are not notes. */
export interface SearchRequest extends NotesRequest {
  readonly filesFrom?: string;
  /** Include files that are not notes. */
  readonly anyFile: boolean;
  readonly allowNone: boolean;
  readonly verbose: boolean;
}

/** What happens to the relative images of a post in `--out-dir`. */
export const ASSETS = ['copy', 'link', 'leave'] as const;

/** A format with one post for each note. */
export type OutputFormat = Format | CardFormat;

/** The options of `render`. */
export interface RenderRequest extends NotesRequest {
  readonly filesFrom?: string;
  readonly allowNone: boolean;
  readonly verbose: boolean;
  /** Also render notes under embargo, and withdrawn ones. */
  readonly force: boolean;
  /** The formats of a post. Empty if only feeds are wanted. */
  readonly formats: readonly OutputFormat[];
  readonly feeds: readonly FeedFormat[];
  /** Also write a page that links the stories. */
  readonly index: boolean;
  /** Also what the configuration of each note lists in `channels:`. */
  readonly isAll: boolean;
  /** What replaces the settings of every channel. */
  readonly settings: ChannelSettings;
  /** The moment of a news sitemap, in milliseconds since 1970. */
  readonly now?: number;
  readonly output?: string;
  readonly outDir?: string;
  readonly template?: string;
  readonly width?: number;
  readonly fragment: boolean;
  /** Render follow-ups instead of posts. */
  readonly followUp: boolean;
  /** The law that a card shows, from 1. */
  readonly law?: number;
  readonly assets: (typeof ASSETS)[number];
  /** Do not update the time of an unchanged post. */
  readonly keepTimes: boolean;
  /** Remove posts whose note is gone. */
  readonly prune: boolean;
  /** Print only the posts and errors. */
  readonly quiet: boolean;
}

/** What happens to a formatted note. */
export type FormatMode = 'print' | 'write' | 'check' | 'diff';

/** The options of `format`. */
export interface FormatRequest extends SearchRequest {
  readonly mode: FormatMode;
  /** Format the notes in git's index, and their working files with them. */
  readonly staged: boolean;
  readonly cache: boolean;
  readonly exitNonzeroOnChange: boolean;
  /** Print only errors, and the names that `--check` lists. */
  readonly quiet: boolean;
}

/** The least severity that makes the run fail. */
export const FAIL_ON = ['error', 'warning'] as const;
export type FailOn = (typeof FAIL_ON)[number];

/** The options of `check`. */
export interface CheckRequest extends SearchRequest {
  /**
   * `look` reports, `fix` fixes and reports the rest, `ask` asks about each fix, `diff` shows what `fix` would do, `audit`
   * reports on the rules.
   */
  readonly mode: 'look' | 'fix' | 'ask' | 'diff' | 'audit';
  /** Also apply the fixes that may change the meaning. */
  readonly unsafeFixes: boolean;
  readonly report: ReporterName;
  readonly failOn: FailOn;
  /** Only these rules. Whether they exist is known once the houses are loaded. */
  readonly rules?: readonly string[];
  /** Only notes that have changed since this git revision. */
  readonly since?: string;
  /** Check the notes in git's index instead of files. */
  readonly staged: boolean;
  /** The most warnings that pass. */
  readonly maxWarnings?: number;
  /** Use the results of earlier runs. */
  readonly cache: boolean;
  /** The text of the source of the one note that is checked. */
  readonly source?: string;
  /** Report only errors. */
  readonly quiet: boolean;
  readonly baseline?: string;
}

/** The options of `explain`. */
export interface ExplainRequest {
  readonly rule?: string;
  readonly house?: string;
  readonly config?: string;
  readonly color?: boolean;
}

/** The options of `lsp`. */
export interface EditorRequest {
  readonly house?: string;
  readonly config?: string;
  readonly color?: boolean;
}

/** The options of `approve`, `correct` and `withdraw`. */
export interface EditFlags {
  readonly at?: string;
  readonly house?: string;
  readonly config?: string;
  readonly color?: boolean;
}
