import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { measure } from './measure.mjs';
import { longNote } from './notes.mjs';
import { pandocArguments } from './peers.mjs';
import { mebibytes, ratio, seconds, table } from './table.mjs';

/** One note of 10 MB. Pandoc takes half a minute for it, so it runs only when asked, and once. */
export function large({ root, temporary, peers, runs, slow, progress }) {
  const node = process.execPath;
  const path = join(temporary, 'large.md');
  progress('writing a note of 10 MB');
  writeFileSync(path, longNote(10_000_000));
  const raw = {
    name: 'Node: `marked.parse` and print',
    command: [node, join(import.meta.dirname, 'child.mjs'), 'parse', path],
  };
  const pandoc = {
    name: 'pandoc with a template',
    command: ['pandoc', ...pandocArguments(temporary), path],
    missing: peers.pandoc === undefined || !slow,
    runs: 1,
  };
  const copydesk = (name, ...args) => ({
    name: `**copydesk** ${name}`,
    command: [node, join(root, 'bin', 'copydesk.js'), ...args, path],
  });
  const cases = [
    raw,
    copydesk('to HTML', 'render', '--to', 'html'),
    copydesk('`format`', 'format'),
    // The note is not formatted.
    { ...copydesk('`format --check`', 'format', '--check', '--no-cache'), exits: [1] },
    copydesk('`check`', 'check', '--no-cache'),
    pandoc,
  ];
  const found = measure(cases, { runs, watched: true, temporary, progress });
  const rows = cases.map((each) => {
    const { wall, cpu, memory } = found.get(each) ?? {};
    if (wall === undefined) return [each.name, peers.pandoc === undefined ? 'not installed' : 'with --slow'];
    return [each.name, seconds(wall), seconds(cpu), ratio(cpu, found.get(raw)?.cpu), mebibytes(memory)];
  });
  const head = ['', 's', 'CPU s', 'CPU to `marked.parse`', 'peak MiB'];
  return [
    `### One note of 10 MB (${runs} runs)`,
    table(
      head,
      rows.map((row) => head.map((_, at) => row[at])),
    ),
  ];
}
