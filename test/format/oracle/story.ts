import { readPost, render, shippedHouses } from '../../../src/index.ts';
import type { Diagnostic } from '../../../src/model/diagnostic.ts';
import type { House } from '../../../src/model/house.ts';
import { plain } from './front-matter.ts';

/** A house that requires nothing, so that every note that can be read makes a story that can be compared. */
const anything: House = { ...(shippedHouses().get('abab') as House), required: [], translations: new Map() };

/** A moment, so that an embargo is judged alike. */
const NOW = Date.UTC(2026, 0, 1);
const path = 'note.md';

/** What differs between the stories that two notes tell, by the program's own reader: as the house prints them, and all that is read. */
export function differentStory(before: string, after: string): string[] {
  const faults: string[] = [];
  const json = (text: string) => render(text, { path, to: 'json', force: true, now: NOW });
  const printed = json(before);
  const reprinted = json(after);
  if (faultsOf(printed) !== faultsOf(reprinted)) {
    faults.push(`other faults: ${faultsOf(printed)} → ${faultsOf(reprinted)}`);
  }
  if (printed.text !== reprinted.text) faults.push(`another post: ${printed.text} → ${reprinted.text}`);
  const read = (text: string) => plain(readPost(text, { path, house: anything, force: true, now: NOW }).post?.article);
  const was = read(before);
  const is = read(after);
  if (was !== is) faults.push(`another story: ${was} → ${is}`);
  return faults;
}

/** The rules of what keeps a note from being printed. */
function faultsOf({ diagnostics }: { readonly diagnostics: readonly Diagnostic[] }): string {
  const rules = diagnostics
    .filter(({ severity }) => severity === 'fatal' || severity === 'error')
    .map(({ rule }) => rule);
  return [...new Set(rules)].sort().join(', ');
}

/** Whether a note can be read at all. */
export function isReadable(text: string): boolean {
  return readPost(text, { path, now: NOW }).diagnostics.every(({ severity }) => severity !== 'fatal');
}
