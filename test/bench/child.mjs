// What the bench measures beside copydesk, in Node: `node child.mjs print|parse FILE`, `copy|parse FOLDER OUT` and
// `read|hash FOLDER`.
import { hash } from 'node:crypto';
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';

const [what, from, out] = process.argv.slice(2);
const change = what === 'parse' ? await parser() : (text) => text;

if (what === 'read') for (const name of readdirSync(from)) readFileSync(`${from}/${name}`, 'utf8');
else if (what === 'hash') for (const name of readdirSync(from)) hash('sha256', readFileSync(`${from}/${name}`));
else if (out === undefined) process.stdout.write(change(readFileSync(from, 'utf8')));
else {
  for (const name of readdirSync(from)) {
    writeFileSync(`${out}/${name.replace(/md$/, 'html')}`, change(readFileSync(`${from}/${name}`, 'utf8')));
  }
}

async function parser() {
  const { marked } = await import('marked');
  return (text) => marked.parse(text);
}
