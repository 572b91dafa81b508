import type { Translate } from '../../../lint/translate.ts';

/** The texts of the script of a page. It replaces `{0}` and `{1}`. */
const TEXTS = {
  noConnection: 'No connection to copydesk. If it was stopped, start it again and open its new URL.',
  noAnswer: 'copydesk does not answer. Start the preview again.',
  refused: 'copydesk refused the edit. Open the URL that copydesk preview printed.',
  outdated: 'The file has changed, so nothing was edited. The page shows the new version.',
  updated: 'Updated. {0}.',
  fixed: 'Fixed.',
  ignored: 'Ignored here.',
  copiedOne: 'Copied 1 character.',
  copied: 'Copied {0} characters.',
  notCopied: 'The browser did not allow copying.',
  noExplanation: 'There is no explanation.',
  allStories: 'All stories',
  unpublishable: 'This story cannot be published now:',
  part: 'Part',
  length: 'Length',
  wanted: 'The house wants',
  result: 'Result',
  findings: 'Findings',
  unchecked: 'Not checked',
  next: 'Next finding',
  suggestions: 'Show suggestions',
  fix: 'Fix',
  fixUnsafe: 'Fix and review',
  unsafe: 'This may change the meaning. Review the result.',
  ignoreHere: 'Ignore here',
  why: 'Why',
  reason: 'Reason',
  onPurpose: 'on purpose',
  ignore: 'Ignore',
  cancel: 'Cancel',
  formats: 'Formats and channels',
  post: 'Post',
  stale: 'This is the last version that could be read.',
  unprintable: 'cannot be printed',
  posts: '{0} posts',
  postOf: 'Post {0} of {1}',
  frame: 'Story: {0}',
  measure: 'Length and limit',
  copy: 'Copy',
  stories: 'Stories',
  oneStory: '1 story',
  allOf: '{0} stories',
  someOfOne: '{0} of 1 story',
  someOf: '{0} of {1} stories',
  oneUnread: '1 file to read',
  unread: '{0} files to read',
  find: 'Find',
  story: 'Story',
  status: 'Status',
  embargo: 'Embargo',
  none: 'No stories.',
} as const;

/** The texts in the language of the messages, which the server puts into each page. */
export type Texts = Readonly<Record<keyof typeof TEXTS, string>>;

export function translatedTexts(text: Translate): Texts {
  return Object.fromEntries(Object.entries(TEXTS).map(([name, english]) => [name, text(english)])) as Texts;
}
