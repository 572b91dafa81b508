import type { Article } from '../model/article.ts';
import type { Diagnostic } from '../model/diagnostic.ts';
import type { House } from '../model/house.ts';
import type { Note, NoteBlock, NoteSection } from '../model/note.ts';
import type { Passage } from '../model/passage.ts';
import type { Source } from '../text/index.ts';

/** One part of the insight: the text under one heading, or one paragraph if there are no headings. */
export interface InsightPassages {
  /** The house's id of the part that the heading names. */
  readonly role?: string;
  readonly heading?: Passage;
  readonly passages: readonly Passage[];
}

/** What a rule looks at: a note as written and as meant, with the house that prints it. */
export interface RuleContext {
  readonly source: Source;
  readonly note: Note;
  /** The house that prints it. */
  readonly house: House;
  /** The note's primary language: `en`, `zh`. */
  readonly language: string;
  /** Whether the house is for another language, so that its lengths, openers and words do not apply. */
  readonly isForeign: boolean;
  /** The story, without the parts that are missing or invalid. */
  readonly article: Article;
  /** What the reader found. The rules of the same ids report it. */
  readonly readerDiagnostics: readonly Diagnostic[];
  /** The headline, from the front matter or from the heading at the top. */
  readonly headline?: Passage;
  /** The front matter values that are prose, including the headline. */
  readonly values: readonly Passage[];
  readonly body?: NoteSection;
  /** The blocks of the body without the source line. */
  readonly bodyBlocks: readonly NoteBlock[];
  readonly insight?: NoteSection;
  readonly parts: readonly InsightPassages[];
  readonly laws?: NoteSection;
  /** The passages of each law. */
  readonly lawPassages: readonly (readonly Passage[])[];
  /** Everything that is printed, in the order of the text: values, headings inside sections, paragraphs, cells. */
  readonly passages: readonly Passage[];
  /** The text of all passages, separated by blank lines, so that one search shows that none contains something. */
  readonly prose: string;
  /** The note as `format` would write it. Absent if no rule needs it, and for a note that `format` does not write. */
  readonly formatted?: string;
  /** The moment that decides whether an embargo has passed, in milliseconds since 1970. */
  readonly now: number;
}
