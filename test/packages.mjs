// Installs what the tests need and npm cannot bring, from Debian's packages.
import { execFileSync } from 'node:child_process';
import { accessSync, constants } from 'node:fs';
import { delimiter, join } from 'node:path';

const PACKAGES = {
  'chromium-headless-shell': ['chromium-headless-shell', 'fonts-noto-cjk'],
  'pre-commit': ['pre-commit'],
  make: ['make'],
  nvim: ['neovim'],
  zsh: ['zsh'],
  fish: ['fish'],
  man: ['man-db'],
  groff: ['groff'],
  mandoc: ['mandoc'],
  tmux: ['tmux', 'less'],
  shellcheck: ['shellcheck'],
};

function isThere(command) {
  return (process.env.PATH ?? '').split(delimiter).some((folder) => {
    try {
      accessSync(join(folder, command), constants.X_OK);
      return true;
    } catch {
      return false;
    }
  });
}

const missing = Object.keys(PACKAGES).filter(
  (command) => !isThere(command) && !(command === 'chromium-headless-shell' && process.env.CHROMIUM),
);
if (missing.length > 0) {
  const packages = missing.flatMap((command) => PACKAGES[command]);
  if (!(process.getuid?.() === 0 && isThere('apt-get') && install(packages)))
    console.error(`Some tests will fail without ${missing.join(' and ')}: sudo apt-get install ${packages.join(' ')}`);
}

/** Installs Debian's packages. @returns whether that worked. */
function install(packages) {
  const apt = (...args) =>
    execFileSync('apt-get', [...args], {
      env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
      stdio: ['ignore', 'ignore', 'inherit'],
    });
  console.log(`installing ${packages.join(', ')} for the tests`);
  try {
    apt('update', '-qq');
    apt('install', '-y', '-qq', ...packages);
    return true;
  } catch {
    return false;
  }
}
