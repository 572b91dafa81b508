import { execFileSync } from 'node:child_process';
import { mkdirSync, realpathSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { file, folder, note } from '../program.ts';

/** A repository with a house, notes, and what is no note. It is the current folder until `home`. */
export function repository(): string {
  const dir = realpathSync(folder());
  execFileSync('git', ['init', '--quiet'], { cwd: dir });
  file(dir, 'copydesk.yaml', 'house: weekly\nexclude: [archive]\nchannels: [html, x]\n');
  file(dir, 'dictionary.txt', 'rambutan\n');
  file(dir, 'weekly/house.yaml', 'extends: ap\nlabels:\n  source: "From: "\ntranslations: { zh: abab-zh }\n');
  file(dir, 'weekly/post.txt.hbs', '{{headline}}\n');
  file(dir, 'story.md', note());
  file(dir, 'zh.md', note({ front: 'headline: A\nsource: B\nlang: zh' }));
  file(dir, 'archive/old.md', note());
  file(dir, 'drafts/a.md', note());
  file(dir, '.gitignore', '# ours\n\ndrafts/\n');
  file(dir, '.copydeskignore', 'wip-*.md\n');
  file(dir, 'wip-b.md', note());
  file(dir, 'README.md', 'Read me.\n');
  file(dir, 'binary.md', Uint8Array.from([0xff, 0xfe, 0x41, 0x00]));
  symlinkSync('nowhere.md', join(dir, 'broken.md'));
  symlinkSync('drafts', join(dir, 'linked'));
  mkdirSync(join(dir, 'node_modules/x'), { recursive: true });
  process.chdir(dir);
  return dir;
}
