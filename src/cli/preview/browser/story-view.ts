import type { KeptFindings } from '../../../lint/kept-findings.ts';
import type { Messages } from '../../messages/messages.ts';
import { totalsOf } from './groups.ts';
import type { EarlyVersion, StoryVersion } from './read-story.ts';
import { shownFailure } from './sentences.ts';
import type { Failure, StoryState, StorySummary } from './state.ts';

/** A file that may be a note. */
export interface StoryFile {
  /** As messages show it. */
  readonly path: string;
  /** A person named it on the command line. */
  readonly isNamed: boolean;
}

/** A story of a preview, as far as it is known. */
export interface Story extends StoryFile {
  readonly id: number;
  /** What was read last. Absent until the file is read, and for a file that is not a note. */
  version?: StoryVersion;
  /** Why the file cannot be read now. */
  failure?: Failure;
  /** The last version that could be shown. */
  shown?: StoryVersion;
  /** What is shown of a newer version, which is being checked. */
  early?: EarlyVersion;
  /** What the last check found, while somebody looks at the page. */
  kept?: KeptFindings;
  isRead: boolean;
  /** Whether it was read with the configuration as it is now. */
  isCurrent: boolean;
  /** The reading that is going on, and whether the file has changed since it began. */
  reading?: Promise<void>;
  isOutdated: boolean;
}

/** Whether a file is not a note, as far as it could be read. */
export function isOtherFile({ isRead, version, failure }: Story): boolean {
  return isRead && version === undefined && failure === undefined;
}

/** Why the page of a file that is not a note has no story. */
const NO_NOTE: Failure = {
  message: 'this file is not a note',
  advice: "Add a front matter key such as 'headline', a section or a source line.",
};

/** What the index says about a story. */
export function summaryOf({ id, path, version, failure, shown }: Story, messages: Messages): StorySummary {
  const { headline = '', status, embargo, totals = totalsOf([], messages) } = version?.state ?? {};
  const lang = version?.state.lang ?? shown?.state.lang;
  const reason = failure ?? version?.state.failure;
  return {
    id,
    path,
    headline: headline === '' ? (shown?.state.headline ?? '') : headline,
    ...(lang === undefined ? {} : { lang }),
    ...(status === undefined ? {} : { status }),
    ...(embargo ? { embargo } : {}),
    totals,
    ...(reason ? { failure: shownFailure(reason, messages) } : {}),
  };
}

/** The page shows the last version that can be shown, and the findings of the file as it is now. */
export function pageState(story: Story, messages: Messages): StoryState {
  const { version, shown, early } = story;
  const { hash = '', groups = [], refusals = [] } = version?.state ?? {};
  const lengths = shown?.state.lengths;
  const tabs = (shown?.state.tabs ?? []).map((tab) => early?.tabs.find(({ name }) => name === tab.name) ?? tab);
  const summary = summaryOf(story, messages);
  const failure = summary.failure ?? (version ? undefined : shownFailure(NO_NOTE, messages));
  return {
    ...summary,
    ...(failure ? { failure } : {}),
    hash,
    groups,
    refusals,
    tabs,
    ...(lengths ? { lengths } : {}),
    isStale: shown !== version,
  };
}
