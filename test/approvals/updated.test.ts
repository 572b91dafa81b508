import { expect, test } from 'vitest';
import { correct, withdraw } from '../../src/index.ts';

const note = (updated: string) => `---
headline: Port Sells Its Waiting Time
source: Skarnhaven Port Authority
${updated}---

Skarnhaven began auctioning berths.
`;

/** Readers of a feed would not see an entry again whose `updated` moves back. */
test.each<[string, string, string]>([
  ['', '2026-05-08T09:00:00Z', '2026-05-08T09:00:00Z'],
  ['2026-05-07', '2026-05-06T09:00:00Z', '2026-05-06T09:00:00Z'],
  ['2026-05-07T09:00:00Z', '2026-05-08T09:00:00Z', '2026-05-08T09:00:00Z'],
  ['2026-05-09T09:00:00Z', '2026-05-08T09:00:00Z', '2026-05-09T09:00:00Z'],
  ['2026-05-08T17:30:00+08:00', '2026-05-08T09:31:00Z', '2026-05-08T09:31:00Z'],
  ['2026-05-08T17:30:00+08:00', '2026-05-08T09:29:00Z', '2026-05-08T17:30:00+08:00'],
])("'updated: %s' and a correction at %s give %s", (updated, at, expected) => {
  const text = note(updated === '' ? '' : `updated: ${updated}\n`);
  for (const edited of [correct(text, { at, correction: 'It is berths.' }), withdraw(text, { at })])
    expect(/^updated: (.*)$/m.exec(edited.text ?? '')?.[1]).toBe(expected);
});
