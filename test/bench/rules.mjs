import { join } from 'node:path';
import { installCheckers, proseCheckers } from './checkers.mjs';
import { folders } from './many.mjs';
import { measure } from './measure.mjs';
import { writeNotes } from './notes.mjs';
import { mebibytes, ratio, seconds, table } from './table.mjs';

/** Notes checked by all rules, beside the rendering of the same notes and beside those who look for other things. */
export function rules({ counts, slow, ...options }) {
  const installed = installCheckers(options.root, options.progress);
  return counts.flatMap((count) => [
    `### Checking the house style of ${count.toLocaleString('en')} notes of 2.7 KB (${options.runs} runs)`,
    rulesTable(count, installed ? proseCheckers(installed, options.temporary) : [], {
      ...options,
      slow: slow || count < 10_000,
    }),
  ]);
}

/** Exit code 1 is a program with something to say. */
const SAYS = [0, 1];

function rulesTable(count, peers, { temporary, root, slow, ...options }) {
  const notes = join(temporary, `rules-${count}`);
  writeNotes(notes, count);
  const posts = folders(temporary, `rules-posts-${count}`);
  const copydesk = [process.execPath, join(root, 'bin', 'copydesk.js')];
  const render = {
    name: 'copydesk render, to HTML files',
    command: () => [...copydesk, 'render', notes, '--to', 'html', '-d', posts.next()],
  };
  const child = join(import.meta.dirname, 'child.mjs');
  const cases = [
    render,
    { name: 'Node: read and hash', command: [process.execPath, child, 'hash', notes] },
    { name: '**copydesk check**, all rules', command: [...copydesk, 'check', '--no-cache', notes], exits: SAYS },
    {
      name: '**copydesk check**, as JSON',
      command: [...copydesk, 'check', '--no-cache', notes, '--report', 'json'],
      exits: SAYS,
    },
    { name: '**copydesk check**, the second time', command: [...copydesk, 'check', notes], exits: SAYS },
    ...peers
      .filter((peer) => slow || !peer.slow)
      .map((peer) => ({ name: peer.name, command: peer.check(notes), cwd: peer.cwd ?? notes, exits: SAYS })),
  ];
  const found = measure(cases, { temporary, ...options, watched: true });
  const rows = cases.map((each) => {
    const { wall, cpu, memory } = found.get(each);
    return [each.name, seconds(wall), ratio(wall, found.get(render).wall), seconds(cpu), mebibytes(memory)];
  });
  return table(['', 's', 'to rendering', 'CPU s', 'peak MiB'], rows);
}
