import { distance } from 'fastest-levenshtein';

/**
 * The known name that the writer probably meant: at most a third of its letters differ, and less than half. Of two that are as near, the one with
 * the same letters. Undefined if none is near.
 */
export function nearest(name: string, known: Iterable<string>): string | undefined {
  const wanted = name.trim().toLowerCase();
  const letters = sorted(wanted);
  let best: string | undefined;
  const most = Math.ceil(wanted.length / 3);
  let least = Number.POSITIVE_INFINITY;
  for (const candidate of known) {
    const edits = distance(wanted, candidate.toLowerCase());
    const isAnagram = sorted(candidate.toLowerCase()) === letters;
    // Half of a short name is another name: 'tcsh' is not 'bash'.
    const isOther = !isAnagram && edits * 2 >= Math.max(wanted.length, candidate.length);
    const cost = edits > most || isOther ? least : edits - (isAnagram ? 0.5 : 0);
    if (cost < least) {
      least = cost;
      best = candidate;
    }
  }
  return best ?? onlyCompletion(wanted, known);
}

/** `html` for `htm`: the one known name that starts with an abbreviated one. */
function onlyCompletion(wanted: string, known: Iterable<string>): string | undefined {
  if (wanted.length < 2) return undefined;
  const found = [...known].filter((candidate) => candidate.toLowerCase().startsWith(wanted));
  return found.length === 1 ? found[0] : undefined;
}

/** A question that names the nearest known name, or `otherwise` if none is near. */
export function didYouMean(name: string, known: Iterable<string>, otherwise: string): string {
  const found = nearest(name, known);
  return found === undefined ? otherwise : suggestion(found);
}

export function suggestion(name: string): string {
  return `Did you mean '${name}'?`;
}

/**
 * The one known name that the writer certainly meant: its singular or plural, the same letters in another order, or one or
 * two edits away, and closer than any other. Ignores case.
 */
export function certain(name: string, known: Iterable<string>): string | undefined {
  const wanted = name.trim().toLowerCase();
  const most = wanted.length < 4 ? 0 : wanted.length < 8 ? 1 : 2;
  const letters = sorted(wanted);
  const candidates = [...known].map((candidate) => {
    const name = candidate.toLowerCase();
    const isAnagram = name.length > 2 && name.length === wanted.length && sorted(name) === letters;
    const isPlural = name.length > 2 && (name === `${wanted}s` || wanted === `${name}s`);
    return { candidate, edits: isAnagram || isPlural ? 0 : distance(wanted, name) };
  });
  const least = Math.min(...candidates.map(({ edits }) => edits));
  const [only, ...others] = candidates.filter(({ edits }) => edits === least);
  return least <= most && others.length === 0 ? only?.candidate : undefined;
}

function sorted(name: string): string {
  return [...name].sort().join('');
}
