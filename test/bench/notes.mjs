import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/**
 * A note in the manner of the house, of invented companies and people: four in five of its sentences are plain, the
 * others hold emphasis, links, code or quotations, and every third note has a list. The same index gives the same text.
 * @param {number} index
 * @param {number} length the least length of the whole note in characters; it ends with the sentence that passes it.
 */
export function note(index, length) {
  const random = randomOf(index);
  const story = {
    random,
    company: pick(random, COMPANIES),
    person: pick(random, PEOPLE),
    rival: pick(random, COMPANIES),
  };
  const body = [[], [], []];
  const insight = [[], [], [], []];
  const paragraphs = [...body, ...insight];
  const frontMatter = frontMatterOf(index, story);
  const list = index % 3 === 0 ? `\n${times(3, () => `- ${sentence(story)}`).join('\n')}\n` : '';
  const laws = times(3, () => `- ${fill(pick(random, LAWS), story)}`).join('\n');
  let size = frontMatter.length + list.length + laws.length + HEADINGS_LENGTH;
  for (let at = 0; size < length || at < paragraphs.length; at++) {
    const added = sentence(story);
    paragraphs[at % paragraphs.length].push(added);
    size += added.length + 1;
  }
  const parts = insight.map((sentences, at) => `### ${ROLES[at]}\n\n${sentences.join(' ')}\n`).join('\n');
  const text = body.map((sentences) => `${sentences.join(' ')}\n`).join('\n');
  return `${frontMatter}\n${text}${list}\n## Insight\n\n${parts}\n## Laws\n\n${laws}\n`;
}

/** One note of at least `length` characters: the sentences of many, in paragraphs and lists of ordinary length. */
export function longNote(length) {
  const [front = '', ...rest] = note(0, 2700).split(/(?<=\n---\n)/);
  const tail = rest.join('').slice(rest.join('').indexOf('## Insight'));
  const blocks = [];
  let size = front.length + tail.length;
  for (let index = 1; size < length; index++) {
    const block = note(index, 2700)
      .split('\n---\n')[1]
      .replace(/^#.*\n\n/gm, '');
    blocks.push(block);
    size += block.length;
  }
  return front + blocks.join('') + tail;
}

/** Writes `count` notes of 2.7 KB into a folder. */
export function writeNotes(folder, count) {
  mkdirSync(folder, { recursive: true });
  for (let index = 0; index < count; index++) {
    writeFileSync(join(folder, `note-${String(index).padStart(5, '0')}.md`), note(index, 2600));
  }
}

/** The same note as it comes from somebody in a hurry: keys in another order, blank lines, other marks, blanks at line ends. */
export function messy(text) {
  const [, front = '', body = ''] = /^---\n([\s\S]*?\n)---\n([\s\S]*)$/.exec(text) ?? [];
  const keys = front
    .split(/(?<=\n)/)
    .reverse()
    .join('');
  const shaken = body
    .replace(/\n\n/g, '\n\n\n')
    .replace(/^- /gm, '*   ')
    .replace(/^(#+) (.*)$/gm, '$1  $2 $1')
    .replace(/\*(\w+)\*/g, '_$1_')
    .replace(/\.$/gm, '. ');
  return `---\n${keys}---\n${shaken}\n`;
}

function frontMatterOf(index, story) {
  const headline = fill(pick(story.random, HEADLINES), story);
  const day = String((index % 28) + 1).padStart(2, '0');
  const month = String((Math.floor(index / 28) % 12) + 1).padStart(2, '0');
  return [
    '---',
    `headline: "${headline}"`,
    'source: Public Information',
    `slug: story-${String(index).padStart(5, '0')}`,
    'lang: en',
    `byline: ${pick(story.random, PEOPLE)}`,
    `date: 2025-${month}-${day}T09:30:00+08:00`,
    `section: ${pick(story.random, ['Technology', 'Markets', 'Energy', 'Health'])}`,
    `topics: [${pick(story.random, ['research', 'funding', 'policy'])}, ${pick(story.random, ['labour', 'chips', 'grids'])}]`,
    '---',
    '',
  ].join('\n');
}

function sentence(story) {
  return fill(pick(story.random, story.random() < 0.8 ? PLAIN : MARKED), story);
}

function fill(template, { random, company, person, rival }) {
  return template.replace(/\{(\w+)\}/g, (_, name) => {
    if (name === 'company') return company;
    if (name === 'person') return person;
    if (name === 'rival') return rival;
    if (name === 'number') return String(2 + Math.floor(random() * 97));
    return pick(random, WORDS[name]);
  });
}

/** mulberry32 */
function randomOf(seed) {
  let state = (seed + 1) * 0x9e3779b1;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

function pick(random, list) {
  return list[Math.floor(random() * list.length)];
}

function times(count, make) {
  return Array.from({ length: count }, make);
}

const ROLES = ['Background', 'Capital', 'Comparison', 'Essence'];
const HEADINGS_LENGTH = 80;
const COMPANIES = ['Tallow Systems', 'Brightwater Grid', 'Ferncroft', 'Ostrava Optics', 'Quillmere', 'Ridgeline Bio'];
const PEOPLE = ['Ana Ruelle', 'Tomas Veld', 'Grace Okonjo', "Liam O'Dowd", 'Mei Harrow', 'Priya Sandell'];
const WORDS = {
  thing: ['forecasting model', 'storage contract', 'inspection line', 'screening trial', 'pricing engine'],
  place: ['three coastal ports', 'the northern grid', 'its two oldest plants', 'a pilot of nine clinics'],
  verb: ['replaces', 'narrows', 'reprices', 'moves', 'exposes'],
  group: ['suppliers', 'regulators', 'night-shift engineers', 'insurers', 'regional lenders'],
  term: ['quiet capacity', 'second reader', 'dark inventory', 'paper margin', 'idle hour'],
};
const HEADLINES = [
  "{company} Opens Its {number} Million 'Quiet Capacity' Plan: Rivals Have a Year to Answer",
  "{person} of {company} Bets on '{term}' as {rival} Steps Back From {number} Sites",
  "{company} Puts a Price on the '{term}': Buyers Will Pay by the Hour",
];
const PLAIN = [
  '{company} said on Tuesday that its {thing} now runs in {place}, {number} weeks ahead of the plan that it gave to {group}.',
  "The company expects the '{term}' to account for {number}% of orders by the end of the year, and has told {group} to prepare.",
  'In terms of capital, the {thing} {verb} a cost that used to sit with {group}, and the budget for it was signed without a vote.',
  'Similar to what {rival} tried in {place}, the work began with one shift and grew only after {number} faults had been found.',
  "Essentially, the {thing} {verb} the '{term}' from a line in a report to a decision that somebody makes every morning.",
  'No contract has been published, and neither {rival} nor the {group} named in the filing would comment.',
  '{person}, who ran the {thing} at {rival} for {number} months, now answers for it to the board and to nobody else.',
  'Nothing in the announcement says who pays when the {thing} stops, although {group} have asked since the spring.',
  "The {number} sites that are left belong to {rival}, which calls them its '{term}' and does not insure them.",
  'It took {number} days, two audits and one resignation before {group} accepted what the {thing} had shown from the start.',
  'Deliveries to {place} fell by {number}% in the quarter; the company puts this down to weather, its {group} to price.',
];
const MARKED = [
  '"We stopped asking *whether* it works and started asking who is awake when it fails," {person} said.',
  'The figures stand in [the filing of {number} March](https://example.com/filings/{number}?part=2), with a note on {place}.',
  'A memo calls the step **not reversible**, and gives {group} until the {number}th to object.',
  'The `hold` flag, which {group} may set without giving a reason, was used {number} times in {place}.',
  '\u201cIt\u2019s the \u2018{term}\u2019 that we sell,\u201d {person} wrote \u2014 the {thing} only carries it\u2026',
];
const LAWS = [
  "When a {thing} becomes cheap, the '{term}' moves from those who own it to those who can wait.",
  'The first thing that {group} lose is not the work, but the right to be asked about it.',
  "A '{term}' is never found, but rather left behind by somebody who stopped counting.",
];
