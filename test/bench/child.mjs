// What the bench measures beside copydesk, in Node: `node child.mjs print|parse FILE` and `copy|parse FOLDER OUT`.
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';

const [what, from, out] = process.argv.slice(2);
const change = what === 'parse' ? await parser() : (text) => text;

if (out === undefined) process.stdout.write(change(readFileSync(from, 'utf8')));
else {
  for (const name of readdirSync(from)) {
    writeFileSync(`${out}/${name.replace(/md$/, 'html')}`, change(readFileSync(`${from}/${name}`, 'utf8')));
  }
}

async function parser() {
  const { marked } = await import('marked');
  return (text) => marked.parse(text);
}
