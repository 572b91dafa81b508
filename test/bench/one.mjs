import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { measure } from './measure.mjs';
import { note } from './notes.mjs';
import { pandocArguments } from './peers.mjs';
import { mebibytes, milliseconds, ratio, table } from './table.mjs';

/** One note, one process: what a person waits for. */
export function one({ root, temporary, peers, runs, progress }) {
  const generated = join(temporary, 'note.md');
  const text = note(1, 2300);
  writeFileSync(generated, text);
  const notes = [
    [`a note of ${(text.length / 1000).toFixed(1)} KB`, generated],
    ['the example, examples/intelligence-explosion.md', join(root, 'examples', 'intelligence-explosion.md')],
  ];
  return notes.flatMap(([what, path]) => [
    `### One process: ${what} (${runs} runs)`,
    tableOf(path, { root, temporary, peers, runs, progress }),
  ]);
}

function tableOf(path, { root, temporary, peers, runs, progress }) {
  const node = process.execPath;
  const child = join(import.meta.dirname, 'child.mjs');
  const copydesk = [node, join(root, 'bin', 'copydesk.js'), 'render', path, '--to'];
  const floor = { name: '`node -e 0`', command: [node, '-e', '0'] };
  const pandoc = {
    name: 'pandoc with a template',
    command: ['pandoc', ...pandocArguments(temporary), path],
    missing: peers.pandoc === undefined,
  };
  const cases = [
    floor,
    { name: 'Node: read and print', command: [node, child, 'print', path] },
    { name: 'Node: `marked.parse` and print', command: [node, child, 'parse', path] },
    { name: '**copydesk** to HTML', command: [...copydesk, 'html'] },
    {
      name: 'copydesk to HTML, without its code cache',
      command: [...copydesk, 'html'],
      environment: { NODE_DISABLE_COMPILE_CACHE: '1' },
    },
    { name: 'copydesk to text', command: [...copydesk, 'text'] },
    { name: 'copydesk to Markdown', command: [...copydesk, 'markdown'] },
    { name: 'copydesk to JSON', command: [...copydesk, 'json'] },
    pandoc,
  ];
  const found = measure(cases, { runs, temporary, progress });
  const rows = cases.map((each) => {
    const { wall, memory } = found.get(each) ?? {};
    if (wall === undefined) return [each.name, 'not installed', undefined, undefined, undefined];
    return [
      each.name,
      milliseconds(wall),
      ratio(wall, found.get(floor)?.wall),
      ratio(wall, found.get(pandoc)?.wall),
      mebibytes(memory),
    ];
  });
  return table(['', 'ms', 'to `node -e 0`', 'to pandoc', 'peak MiB'], rows);
}
