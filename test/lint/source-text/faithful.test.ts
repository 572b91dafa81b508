import { readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { expect, test } from 'vitest';
import { check } from '../../../src/check.ts';
import { exampleNote } from '../example.ts';

/* Precision: what a careful desk does with a wire, and what a comparison could take for an error. */
const FAITHFUL: readonly (readonly [wire: string, body: string])[] = [
  ['The U.S. Food and Drug Administration approved it.', 'It was approved by the FDA, the US regulator.'],
  ['The company raised $1,234,567.', 'The company raised $1.2 million, or about $1 million.'],
  ['Sales rose 41.3 percent to 5,120 units.', 'Sales rose 41% to more than 5,000 units.'],
  ['Sales rose 41.3 per cent.', 'Sales rose by 41.3%.'],
  ['It employs twelve people and two dogs.', 'It employs 12 people, and the two dogs stay.'],
  ['Nine of ten ships left.', 'Of the 10 ships, 9 left.'],
  ['"We sleep," she said. "And the lab does not."', 'She said, “We sleep. And the lab does not.”'],
  ['She said: “It’s a night-shift lab — and it works.”', 'She said, "it\'s a night shift lab, and it works".'],
  [
    'She said: "The lab opened in May, which surprised us, and it works."',
    'She said, "The lab opened in May ... and it works."',
  ],
  ['She said: "The lab opened in May and it works."', 'She said, "[The facility] opened in May and it works."'],
  ['She said: "They opened it in May and it works."', 'She said, "[T]hey opened it in May and it [the lab] works."'],
  ['She said: "the lab works."', 'She said, "The lab works!"'],
  ['PORTHAVEN, May 8, 2026 - The lab opened on Tuesday.', 'The lab opened on May 5.'],
  ['PORTHAVEN, May 8, 2026 - The lab opened yesterday.', 'The lab opened on May 7, a Thursday.'],
  ['PORTHAVEN, 8 May 2026 - The lab opened last year.', 'The lab opened in 2025.'],
  ['PORTHAVEN, 8 May 2026 - The lab opened five years ago.', 'The lab opened in 2021.'],
  ['The lab opened on 2026-05-07.', 'The lab opened on Thursday, May 7, 2026.'],
  ['Italy and Japan signed it in France.', 'The Italian and Japanese ministers signed the French paper.'],
  ['The chief executive of Acme, Ada Whitlock, left.', 'Acme lost its CEO, Ada Whitlock.'],
  ['Ada Whitlock, the chairwoman, left.', 'Chair Ada Whitlock left.'],
  ["Whitlock's plan for the robots of Acme was cut.", 'The Whitlock plan for Acme’s robots was cut.'],
  ['The lab is in Porthaven.', 'The lab runs. Porthaven has it. Nobody sleeps there.'],
  ['The lab opened with 40 robots.', 'The so-called "smart" lab has 40 robots.'],
  [
    'Le laboratoire a ouvert mardi avec quarante robots dans la ville de Porthaven, a annoncé la société dans un communiqué publié hier.',
    'The lab in Porthaven opened with 40 robots. "We sleep, and the lab does not," Ada Whitlock said.',
  ],
  [
    '实验室以 120 万元的成本开设，拥有 40 台机器人。主任说：“我们睡觉，实验室不睡。”',
    'The lab cost 1.2 million yuan and has 40 robots. "We sleep, and the lab does not," the director said.',
  ],
  ['Two-thirds of voters agreed, the poll of 1,002 adults found.', 'About 67% of 1,002 adults agreed.'],
  ['The vote was 52-48.', 'The Senate voted 52–48.'.replace('Senate', 'members')],
  ['GPT-5 and Phase 3 trials were run on an A320.', 'An A320 carried the Phase 3 trials of GPT-5.'],
  ['The bridge, 1.5 km long, carries 30,000 cars a day.', 'The bridge is 1.5 kilometres long and carries 30,000 cars.'],
  ['The fund holds €2bn.', 'The fund holds €2 billion.'],
  ['"I don\'t know," O\'Brien said. "Ask them."', 'O’Brien said, “I don’t know.”'],
  [
    'Mr Whitlock said the firm, Acme Labs Ltd, had "no plans whatsoever" to leave.',
    'Whitlock said Acme had "no plans" to leave.',
  ],
  ['She said she was "sad (and angry) about it".', 'She was "sad and angry about it," she said.'],
  ['The report "Ports in Transition" was published by the OECD.', 'It is in the OECD report "Ports in Transition".'],
  ['He was born in the 1990s and is 34.', 'A man of 34, he was born in the 1990s.'],
  ['The ship left at 5:30 p.m. on June 3.', 'The ship left at 5:30 p.m. on June 3.'],
  [
    'The lab is run by Acme. Acme has three sites: Ober, Unter and Mittel.',
    'Acme runs the lab at one of its three sites.',
  ],
];

test.each(FAITHFUL)('%s', async (wire, body) => {
  const note = exampleNote({ front: { headline: 'A Story', date: null }, body });
  const { findings } = await check(note, { sourceText: wire });
  const about = findings.filter(({ rule, severity }) => rule.startsWith('source-') && severity !== 'information');
  expect(about.map(({ rule, message, advice }) => `${rule}: ${message}. ${advice}`)).toEqual([]);
});

const examples = resolve(import.meta.dirname, '../../../examples');
const notes = readdirSync(examples).filter((name) => /\.(?:md|yaml)$/.test(name));

test.each(notes)('%s has nothing that it does not have', async (name) => {
  const text = readFileSync(join(examples, name), 'utf8');
  const { findings } = await check(text, { path: name, sourceText: text });
  expect(findings.filter(({ rule }) => rule.startsWith('source-'))).toEqual([]);
});
