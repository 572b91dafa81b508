// For maintainers, see docs/release.md: `npm run set-home -- URL` sets where the project lives, and `npm publish` runs the check.
import { spawnSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { pathToFileURL } from 'node:url';

const HOME = /^https:\/\/[\w.-]+(?:\/[\w.-]+){2,}$/;

/**
 * Returns a manifest with the repository, the homepage and the tracker that follow from one URL.
 * @throws {Error} unless it is the URL of a repository.
 */
export function withHome(manifest, url) {
  const home = url.replace(/(?:\.git)?\/?$/, '');
  if (!HOME.test(home))
    throw new Error(`'${url}' is not the URL of a repository, such as https://git.example/news/copydesk`);
  const { name, version, description, keywords, repository, homepage, bugs, ...others } = manifest;
  return { name, version, description, keywords, ...linksOf(home), ...others };
}

/** The fields of a manifest that say where a project lives. */
export const linksOf = (home) => ({
  repository: { type: 'git', url: `git+${home}.git` },
  homepage: `${home}#readme`,
  bugs: { url: `${home}/issues` },
});

/** Returns what has to be done before a release. */
export function problemsOf({ version, repository }, changelog, { changes, tags }) {
  const home = repository ? [] : ['package.json has no repository. Run `npm run set-home -- URL`.'];
  const heading = `## [${version}]`;
  const section = changelog.includes(`\n${heading}`)
    ? []
    : [`CHANGELOG.md has no section '${heading}'. Rename Unreleased.`];
  const clean = changes === '' ? [] : ['The working tree has changes. Commit them.'];
  const tagged = tags.includes(`v${version}`) ? [] : [`HEAD has no tag v${version}. Run \`git tag v${version}\`.`];
  return [...home, ...section, ...clean, ...tagged];
}

function git(...args) {
  const { status, stdout } = spawnSync('git', args, { encoding: 'utf8' });
  if (status !== 0) throw new Error('A release is made in a clone of the repository.');
  return stdout.trim();
}

function run([command, url = '']) {
  const manifest = JSON.parse(readFileSync('package.json', 'utf8'));
  if (command === 'home') {
    writeFileSync('package.json', `${JSON.stringify(withHome(manifest, url), null, 2)}\n`);
    return;
  }
  const state = { changes: git('status', '--porcelain'), tags: git('tag', '--points-at', 'HEAD').split('\n') };
  const problems = problemsOf(manifest, readFileSync('CHANGELOG.md', 'utf8'), state);
  if (problems.length > 0) throw new Error(problems.join('\n'));
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  try {
    run(process.argv.slice(2));
  } catch (error) {
    process.stderr.write(`${error instanceof Error ? error.message : error}\n`);
    process.exitCode = 1;
  }
}
