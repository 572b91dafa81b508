import { spawnSync } from 'node:child_process';
import { delimiter, dirname, join } from 'node:path';

/** Nothing of the machine that the tests run on reaches a commit: no configuration, no switch of a manager of hooks. */
export function environment(machine: string, global: string): NodeJS.ProcessEnv {
  const foreign = /^(?:GIT_|HUSKY|LEFTHOOK|PRE_COMMIT|CI$|INIT_CWD|FORCE_COLOR|npm_(?!config_(?:registry|cache)$))/i;
  const own = Object.entries(process.env).filter(([name]) => !foreign.test(name));
  // Where `npm test` puts the commands of this repository.
  const path = (process.env.PATH ?? '').split(delimiter).filter((folder) => !folder.includes('node_modules'));
  return {
    ...Object.fromEntries(own),
    HOME: machine,
    XDG_CACHE_HOME: join(machine, 'cache'),
    XDG_CONFIG_HOME: join(machine, 'config'),
    PRE_COMMIT_HOME: join(machine, 'pre-commit'),
    npm_config_prefix: global,
    npm_config_offline: 'true',
    npm_config_update_notifier: 'false',
    PATH: [join(machine, 'bin'), join(global, 'bin'), dirname(process.execPath), ...path].join(delimiter),
    GIT_CONFIG_GLOBAL: '/dev/null',
    GIT_CONFIG_NOSYSTEM: '1',
    GIT_AUTHOR_NAME: 'Ilse Marchetti',
    GIT_AUTHOR_EMAIL: 'ilse@desk.example',
    GIT_COMMITTER_NAME: 'Ilse Marchetti',
    GIT_COMMITTER_EMAIL: 'ilse@desk.example',
    NO_COLOR: '1',
  };
}

/** @throws with what to do, where a program that the tests need is not on the machine. */
export function need(program: string): void {
  if (spawnSync(program, ['--version']).error === undefined) return;
  throw new Error(`the tests of hooks need ${program}: apt-get install ${program} (see CONTRIBUTING.md)`);
}
