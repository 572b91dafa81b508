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

/**
 * The one known name that was certainly meant: a letter or two apart, or its letters in another order, and no other as
 * near. Case says nothing.
 */
export function certain(name: string, known: Iterable<string>): string | undefined {
  const wanted = name.trim().toLowerCase();
  const most = wanted.length < 4 ? 0 : wanted.length < 8 ? 1 : 2;
  const letters = sorted(wanted);
  const apart = [...known].map((candidate) => {
    const name = candidate.toLowerCase();
    const isTurned = name.length > 2 && name.length === wanted.length && sorted(name) === letters;
    return { candidate, far: isTurned ? 0 : distance(wanted, name) };
  });
  const least = Math.min(...apart.map(({ far }) => far));
  const [only, ...others] = apart.filter(({ far }) => far === least);
  return least <= most && others.length === 0 ? only?.candidate : undefined;
}

function sorted(name: string): string {
  return [...name].sort().join('');
}
