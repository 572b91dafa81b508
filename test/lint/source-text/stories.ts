import type { Random } from './random.ts';

/* Invented wires and the stories that a desk makes of them: the same facts in other words, in the style of a house. */

/** A wire, the note made of it, and the facts in the note that an alteration can change. */
export interface Pair {
  readonly wire: string;
  readonly note: string;
  /** Each text occurs in the note as it is written here. */
  readonly facts: readonly Fact[];
}

export type FactKind = 'quotation' | 'number' | 'date' | 'name' | 'title';

export interface Fact {
  readonly kind: FactKind;
  readonly text: string;
}

const FIRST =
  'Ada Bruno Celia Darius Elin Farid Greta Hugo Imani Jonas Katya Leopold Mirela Nadir Odette Piotr Rosalind Stellan Tamsin Viggo'.split(
    ' ',
  );
const LAST =
  'Whitlock Brandvold Castellane Drummond Ekholm Farrant Galbraith Haverford Ingersoll Jellicoe Kestrel Lindqvist Marchetti Northcott Oyelaran Pemberton Quillfeather Rosenthal Sundaram Thornbury'.split(
    ' ',
  );
const COMPANY = 'Harbinex Solvane Tarnwick Ostrelle Marlovia Kentwell Brightmoor Lysander Vantreve Corriedale'.split(
  ' ',
);
const KIND = ['Robotics', 'Energy', 'Shipping', 'Foods', 'Biosciences', 'Rail'];
const PLACE = ['Porthaven', 'Kelsborough', 'Ardenmouth', 'Vellinge', 'Tarnholt', 'Marrowgate'];
const TITLE = ['chief executive', 'chairman', 'president', 'director', 'mayor', 'professor'];
const THING = ['robots', 'trucks', 'turbines', 'workers', 'cranes', 'beds', 'wagons', 'sensors'];
const MONTHS = ['January', 'February', 'April', 'June', 'July', 'September', 'October', 'November', 'December'];
const WEEKDAYS = ['Sunday', 'Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday'];
const QUOTES = [
  'We lost two weeks to the flood, and the insurers have paid for one of them so far',
  'Nobody on this quay expected the machines to learn the tides before the pilots did',
  'The figures are good, but a single winter does not make a market for storage',
  'I would rather close a line today than explain an accident to a family tomorrow',
  'Our members will not sign until the night rates are written into the contract',
  "It's the third time this board has promised a review, and we are still waiting",
  'What the trial shows is modest, and anyone who tells you otherwise is selling something',
  'They asked for patience, so we gave them a year, and then they asked for money',
  'There is no plan to move the plant, and there never was one on my desk',
  'When the power failed, our own staff carried the samples down nine flights of stairs',
  'You can replace a pump in an afternoon, but trust takes rather longer to repair',
  'This ruling gives smaller ports a voice that they have not had since the merger',
];

interface Facts {
  readonly name: string;
  readonly last: string;
  readonly second: string;
  readonly company: string;
  readonly rival: string;
  readonly place: string;
  readonly title: string;
  readonly thing: string;
  readonly count: number;
  readonly millions: string;
  readonly percent: number;
  readonly date: Date;
  readonly founded: number;
  readonly quotes: readonly string[];
}

function factsOf(random: Random): Facts {
  const [first = '', other = ''] = random.some(FIRST, 2);
  const [last = '', otherLast = ''] = random.some(LAST, 2);
  const [company = '', rival = ''] = random.some(COMPANY, 2);
  const month = random.pick(MONTHS);
  return {
    name: `${first} ${last}`,
    last,
    second: `${other} ${otherLast}`,
    company: `${company} ${random.pick(KIND)}`,
    rival: `${rival} ${random.pick(KIND)}`,
    place: random.pick(PLACE),
    title: random.pick(TITLE),
    thing: random.pick(THING),
    count: random.between(13, 980),
    millions: `${random.between(2, 98)}.${random.between(1, 9)}`,
    percent: random.between(3, 79),
    date: new Date(Date.UTC(random.between(2024, 2027), ALL_MONTHS.indexOf(month), random.between(1, 28))),
    founded: random.between(1931, 2015),
    quotes: random.some(QUOTES, 3),
  };
}

const ALL_MONTHS = 'January February March April May June July August September October November December'.split(' ');

function wireOf(facts: Facts, random: Random): string {
  const { name, last, second, company, rival, place, title, thing, count, millions, percent, date, founded } = facts;
  const [one, two, three] = facts.quotes;
  const day = `${date.getUTCDate()} ${ALL_MONTHS[date.getUTCMonth()]} ${date.getUTCFullYear()}`;
  const grouped = random.pick([`${count}`, `${count}`]);
  return [
    `${place.toUpperCase()} (Newswire) - ${company} said on ${WEEKDAYS[date.getUTCDay()]}, ${day}, it would put ${grouped} ${thing} to work in ${place} at a cost of $${millions} million.`,
    `"${one}," said ${name}, ${title} of the company, which was founded in ${founded}.`,
    `Output at the site rose ${percent} per cent last quarter. ${rival}, its competitor, declined to comment.`,
    `${second}, who represents the workers, was less convinced. "${two}," ${second.split(' ')[1]} told reporters.`,
    `Asked about the cost, ${last} added: "${three}."`,
  ].join(random.pick(['\n\n', '\n']));
}

function noteOf(facts: Facts, random: Random): Pair {
  const { name, last, second, company, rival, place, title, thing, count, millions, percent, date, founded, quotes } =
    facts;
  const [one = '', two = '', three = ''] = quotes;
  const month = ALL_MONTHS[date.getUTCMonth()] ?? '';
  const day = `${month} ${date.getUTCDate()}`;
  const full = random.pick([`${day}, ${date.getUTCFullYear()}`, `${WEEKDAYS[date.getUTCDay()]}, ${day}`, day]);
  const curly = random.pick([true, false]);
  const q = (text: string) => (curly ? `“${text.replaceAll("'", '’')}”` : `"${text}"`);
  const partial = three.split(/, | but | and /)[0] ?? three;
  const omitted = random.pick([two, two.replace(/^(\S+ \S+ \S+ \S+) \S+ \S+ /, '$1 ... ')]);
  const paragraphs = [
    `${company} will deploy ${count} ${thing} in ${place}, it said on ${full}, and spend $${millions} million on them.`,
    `${q(`${one},`)} said ${random.pick([`${title} ${name}`, `${name}, the ${title}`])}.`,
    `The company dates from ${founded}. Its output grew by ${percent}% last quarter, while rival ${rival} did not comment.`,
    `A representative of the workers, ${second}, said, ${q(`${omitted}.`)}`,
    `According to ${last}, ${q(partial.charAt(0).toLowerCase() + partial.slice(1))} is the answer to the cost.`,
  ];
  const note = `---\nheadline: "${company} Puts ${count} ${thing.charAt(0).toUpperCase()}${thing.slice(1)} to Work"\nsource: Newswire\nlang: en\n---\n\n${paragraphs.join('\n\n')}\n\n## Insight\n\nThe site is small.\n\n## Laws\n\n- A law.\n`;
  const facts_: Fact[] = [
    ...[one, omitted].map((text): Fact => ({ kind: 'quotation', text: curly ? text.replaceAll("'", '’') : text })),
    { kind: 'number', text: `deploy ${count} ${thing}` },
    { kind: 'number', text: `$${millions} million` },
    { kind: 'number', text: `${percent}%` },
    { kind: 'date', text: day },
    { kind: 'date', text: `from ${founded}` },
    { kind: 'name', text: second },
    { kind: 'name', text: `rival ${rival}` },
    { kind: 'name', text: `in ${place}` },
    { kind: 'title', text: title },
  ];
  return { wire: '', note, facts: facts_ };
}

/** Returns an invented wire with an English story made of it. */
export function englishPair(random: Random): Pair {
  const facts = factsOf(random);
  return { ...noteOf(facts, random), wire: wireOf(facts, random) };
}
