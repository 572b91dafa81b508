import { distance } from 'fastest-levenshtein';

/** The known name that was probably meant, or undefined when none is near: at most a third of the letters may differ. */
export function nearest(name: string, known: Iterable<string>): string | undefined {
  const wanted = name.trim().toLowerCase();
  let best: string | undefined;
  let least = Math.ceil(wanted.length / 3) + 1;
  for (const candidate of known) {
    const far = distance(wanted, candidate.toLowerCase());
    if (far < least) {
      least = far;
      best = candidate;
    }
  }
  return best ?? onlyCompletion(wanted, known);
}

/** `htm` for `html`: a name that was cut short, where one alone begins so. */
function onlyCompletion(wanted: string, known: Iterable<string>): string | undefined {
  if (wanted.length < 2) return undefined;
  const found = [...known].filter((candidate) => candidate.toLowerCase().startsWith(wanted));
  return found.length === 1 ? found[0] : undefined;
}

/** `Did you mean …?`, or `or` when nothing is near. */
export function didYouMean(name: string, known: Iterable<string>, or: string): string {
  const found = nearest(name, known);
  return found === undefined ? or : `Did you mean ${found}?`;
}
