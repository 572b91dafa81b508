import type { Random } from './random.ts';
import type { Fact, Pair } from './stories.ts';

/** A note with one fact changed. */
export interface Altered {
  readonly note: string;
  readonly fact: Fact;
  readonly from: string;
  readonly to: string;
}

const WORDS = ['never', 'always', 'slowly', 'almost', 'only', 'perhaps', 'certainly', 'several'];
const MONTHS = 'January February March April May June July August September October November December'.split(' ');
const TITLES = ['treasurer', 'ambassador', 'governor', 'senator', 'engineer', 'economist'];

/** Changes one fact of a note. Undefined if the change leaves it as it is. */
export function alter({ note }: Pair, fact: Fact, random: Random): Altered | undefined {
  const to = CHANGES[fact.kind](fact.text, random);
  if (to === fact.text || note.split(fact.text).length < 2) return undefined;
  return { note: note.replace(fact.text, () => to), fact, from: fact.text, to };
}

const CHANGES: Readonly<Record<Fact['kind'], (text: string, random: Random) => string>> = {
  quotation(text, random) {
    const words = text.split(' ');
    // A word at an edge may be left out: a quotation need not be whole.
    const at = random.between(1, words.length - 2);
    const change = random.between(0, 3);
    if (words[at - 1] === '...' || words[at] === '...' || words[at + 1] === '...') return text;
    if (change === 0) words[at] = random.pick(WORDS);
    else if (change === 1) words.splice(at, 0, random.pick(WORDS));
    else if (change === 2) words.splice(at, 1);
    else [words[at - 1], words[at]] = [words[at] ?? '', words[at - 1] ?? ''];
    return words.join(' ');
  },
  number: (text, random) => changedDigit(text, random),
  date(text, random) {
    if (/^\D*\d{4}$/.test(text)) return changedDigit(text, random);
    if (random.next() < 0.5) return text.replace(/[A-Z][a-z]+/, random.pick(MONTHS));
    return text.replace(/\d+/, () => String(random.between(1, 28)));
  },
  name(text, random) {
    const words = text.split(' ');
    const at = words.length - 1 - (words.length > 2 ? random.between(0, 1) : 0);
    const word = words[at] ?? '';
    const letter = random.between(1, word.length - 2);
    const change = random.between(0, 3);
    const rest = word.slice(letter + 1);
    const head = word.slice(0, letter);
    const own = word.charAt(letter);
    if (change === 0) words[at] = head + rest;
    else if (change === 1) words[at] = head + own + own + rest;
    else if (change === 2) words[at] = head + random.pick([...'aeioulnrst']) + rest;
    else words[at] = random.pick(['Bellweather', 'Cavanaugh', 'Dunmore', 'Everhart']);
    return words.join(' ');
  },
  title: (_, random) => random.pick(TITLES),
};

function changedDigit(text: string, random: Random): string {
  const digits = [...text.matchAll(/\d/g)];
  const { index } = random.pick(digits);
  const others = [...'123456789'].filter((digit) => digit !== text.charAt(index));
  return text.slice(0, index) + random.pick(others) + text.slice(index + 1);
}
