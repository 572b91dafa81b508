import { join } from 'node:path';
import { bundleOf, compile, evaluate, kindOf, type Program, setFlags } from '../start.ts';
import { assetAt, assetOf, FOLDER } from './assets.ts';
import { requireFrom } from './modules.ts';
import { serveFiles } from './serve-files.ts';

/** Loads the program from the executable, with the code that V8 compiled when it was built. */
export function loadProgram(args: readonly string[]): Program {
  const kind = kindOf(args);
  serveFiles();
  setFlags(kind);
  const path = join(FOLDER, bundleOf(kind));
  const script = compile(path, assetOf(path), assetAt(join(FOLDER, `${kind}.code`)));
  return evaluate(script, path, requireFrom(FOLDER));
}
