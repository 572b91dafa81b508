import { expect, onTestFinished } from 'vitest';
import type { Step } from './recipes.ts';
import { type Installed, Repository } from './repository.ts';

export interface Manager {
  /** The recipe of docs/hooks.md. */
  readonly steps: readonly Step[];
  /** A hook that stops the commit where it changed a note; the writer stages it and commits again. Else it is all one. */
  readonly stops: boolean;
  /** It hands the notes over, in as many command lines as it takes; else `--staged` finds them. */
  readonly handsOver: boolean;
}

/** A repository with a manager's recipe, which is gone after the test. */
export function repository({ steps }: Manager, installed: Installed = 'dependency'): Repository {
  const made = new Repository(installed);
  onTestFinished(() => made.remove());
  made.follow(steps);
  return made;
}

/** Commits what is staged, once more where the hook stops for a look. */
export function commit({ stops }: Manager, made: Repository): void {
  const before = made.commits;
  if (stops) {
    expect(made.commit().status).toBe(1);
    expect(made.commits).toBe(before);
    made.git('add', '--update');
  }
  const { status, output } = made.commit();
  expect(status, output).toBe(0);
  expect(made.commits).toBe(before + 1);
}
