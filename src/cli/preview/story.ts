import { houseFor, resolveHouse } from '../../house/resolve.ts';
import type { Article } from '../../model/article.ts';
import type { Diagnostic } from '../../model/diagnostic.ts';
import type { House } from '../../model/house.ts';
import { toDraft } from '../../read/article.ts';
import { readNote } from '../../read/note.ts';
import { isStructured, readStructured } from '../../read/structured.ts';
import { createSource } from '../../text/index.ts';
import { typeset } from '../../typography/typeset.ts';

/** A story as far as it is written, in the typography of its house. */
export interface Story {
  readonly article: Article;
  readonly house: House;
}

/** A story, or the problems that prevent the note from being read. */
export type StoryResult = { readonly story: Story } | { readonly problems: readonly Diagnostic[] };

/** The story of a note, with the parts that it has. Unlike a post, it may be unfinished, under embargo or withdrawn. */
export function readStory(text: string, path: string, given: House): StoryResult {
  const houseContext = resolveHouse(given);
  const { vocabulary } = houseContext;
  const source = createSource(path, text);
  const read = isStructured(source) ? readStructured(source, vocabulary) : readNote(source, vocabulary);
  if (!read.note) return { problems: read.diagnostics };
  const house = houseFor(read.note, houseContext);
  const { article } = toDraft(read.note, house, vocabulary);
  return { story: { article: typeset(article, house), house } };
}
