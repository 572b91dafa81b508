import type { Plain } from '../../house/read.ts';

/* What `doctor` and `--show-config` report, as plain data. `--report json` prints it. */

/** Where a value comes from. */
export type Origin =
  | { readonly kind: 'file'; readonly path: string; readonly line: number }
  | { readonly kind: 'option'; readonly name: string }
  | { readonly kind: 'house'; readonly name: string }
  | { readonly kind: 'default' };

export interface Setting {
  /** Such as `labels.source`. */
  readonly name: string;
  /** Null for a default that is no value. */
  readonly value: Plain | null;
  /** The default in a few words. */
  readonly meaning?: string;
  readonly origin: Origin;
}

export interface HouseReport {
  readonly name: string;
  readonly origin: Origin;
  /** Every value of the house. `extends` lists all houses that it extends, the nearest first. */
  readonly settings: readonly Setting[];
  /** The templates and style sheets in its folder. */
  readonly templates: readonly string[];
}

export interface DictionaryReport {
  readonly path: string;
  readonly words: number;
}

/** The configuration of some notes. */
export interface ConfigurationReport {
  /** The configuration file. Null if there is none, or if `--house` replaces it. */
  readonly path: string | null;
  /** Why it is this file. */
  readonly why: string;
  readonly settings: readonly Setting[];
  readonly dictionary: DictionaryReport | null;
  readonly house: HouseReport;
}

/** A note, and what prints it. */
export interface NoteReport {
  readonly path: string;
  readonly configuration: string | null;
  readonly language: string;
  readonly house: string;
  readonly why: string;
  readonly origin: Origin;
}

/** A file or folder that no command works on unless it is named. */
export interface SkipReport {
  readonly path: string;
  readonly why: string;
  /** What excludes it, where a file does. */
  readonly origin?: Origin;
}

export interface CacheReport {
  readonly folder: string | null;
  readonly state: string;
}

export interface InstallationReport {
  readonly version: string;
  readonly node: string;
  readonly platform: string;
  readonly program: string;
  readonly codeCache: CacheReport;
}

/** A file of a hook manager. */
export interface HookFileReport {
  readonly path: string;
  readonly manager: string;
  /** The lines with copydesk, or with the program that runs it. */
  readonly commands: readonly string[];
  /** Whether git runs it at a commit. */
  readonly isActive: boolean;
  /** What is wrong, and what to do. */
  readonly problem?: string;
  readonly advice?: string;
}

export interface HooksReport {
  /** The folder where git looks for hooks. Null outside a repository. */
  readonly folder: string | null;
  /** Whether the folder is that of `core.hooksPath`. */
  readonly isConfigured: boolean;
  readonly files: readonly HookFileReport[];
  /** What `copydesk --version` prints in an active hook. Absent without one. */
  readonly runs?: string;
}

/** An error of a configuration, a house or a file. */
export interface ProblemReport {
  readonly path?: string;
  readonly line?: number;
  readonly message: string;
  readonly advice?: string;
}

export interface DoctorReport {
  readonly installation: InstallationReport;
  readonly configurations: readonly ConfigurationReport[];
  readonly notes: readonly NoteReport[];
  readonly skipped: readonly SkipReport[];
  readonly hooks: HooksReport;
  readonly problems: readonly ProblemReport[];
}
