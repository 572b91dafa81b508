import { readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { readPost } from '../../../src/index.ts';
import { ninjs } from '../../../src/write/ninjs.ts';

const folder = resolve(import.meta.dirname, '../../../examples');

/** The ninjs of every example. One without an identifier gets that of its file. */
export function exampleItems(): readonly (readonly [name: string, item: unknown])[] {
  return readdirSync(folder)
    .filter((name) => /\.(?:md|yaml)$/.test(name) && name !== 'README.md')
    .flatMap((name) => {
      const { post } = readPost(readFileSync(join(folder, name), 'utf8'), { path: name });
      if (!post) return [];
      const story = { id: `urn:example:${name}`, ...post.article };
      return [[name, JSON.parse(ninjs.write(story, post.house, {}))] as const];
    });
}
