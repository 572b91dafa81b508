import type { Article } from '../model/article.ts';
import type { Diagnostic } from '../model/diagnostic.ts';
import type { House } from '../model/house.ts';
import type { Note, NoteBlock, NoteSection } from '../model/note.ts';
import type { Passage } from '../model/passage.ts';
import type { Source } from '../text/index.ts';

/** One part of the insight: under a heading of its own, else one paragraph. */
export interface InsightPassages {
  /** The house's identifier of the part, where a heading names one. */
  readonly role?: string;
  readonly heading?: Passage;
  readonly passages: readonly Passage[];
}

/** What rules look at: a note on the desk, as written and as far as it is meant. */
export interface RuleContext {
  readonly source: Source;
  readonly note: Note;
  /** The house that prints it. */
  readonly house: House;
  /** The note's primary language: `en`, `zh`. */
  readonly language: string;
  /** The house speaks another: its lengths, openers and words say nothing of this note. */
  readonly isForeign: boolean;
  /** The story as far as the note tells it, whatever is missing or wrong. */
  readonly article: Article;
  /** What the readers found: rules of the same names pass it on. */
  readonly readings: readonly Diagnostic[];
  /** The headline, wherever it stands. */
  readonly headline?: Passage;
  /** The values of the front matter that are prose, the headline among them. */
  readonly values: readonly Passage[];
  readonly body?: NoteSection;
  /** The blocks of the body, without a last `Source:` line that is one. */
  readonly bodyBlocks: readonly NoteBlock[];
  readonly insight?: NoteSection;
  readonly parts: readonly InsightPassages[];
  readonly laws?: NoteSection;
  /** The passages of each law. */
  readonly lawPassages: readonly (readonly Passage[])[];
  /** All that is printed, in the order of the text: values, headings inside sections, paragraphs, cells. */
  readonly passages: readonly Passage[];
  /** The text of all passages, with a blank line between: where something is in none, one look tells. */
  readonly prose: string;
  /** The text as `format` would write it; absent where nobody asked for it, and where `format` would write nothing, as for YAML. */
  readonly shape?: string;
  /** The moment by which an embargo is judged, in milliseconds since 1970. */
  readonly now: number;
}
