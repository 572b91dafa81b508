import { createRequire } from 'node:module';
import { expect, test } from 'vitest';
import { Language, type Node, Parser } from 'web-tree-sitter';
import { copydesk } from '../program.ts';

/*
 * Neither npm nor Debian has PowerShell, so that its script is not run here. A parser of others reads it, and the other tests of
 * this folder look at its tables.
 */
async function faultsIn(script: string): Promise<readonly string[]> {
  await Parser.init();
  const parser = new Parser();
  const grammar = createRequire(import.meta.url).resolve('tree-sitter-powershell/tree-sitter-powershell.wasm');
  parser.setLanguage(await Language.load(grammar));
  const tree = parser.parse(script);
  if (!tree) throw new Error('the script was not parsed');
  return faultsBelow(tree.rootNode);
}

function faultsBelow(node: Node): readonly string[] {
  const own = node.isError || node.isMissing ? [`${node.startPosition.row + 1}: ${node.text.slice(0, 80)}`] : [];
  return node.hasError ? [...own, ...node.children.flatMap((child) => (child ? faultsBelow(child) : []))] : own;
}

test('the script has no syntax error', async () => {
  const { stdout } = await copydesk(['completion', 'powershell']);
  expect(await faultsIn(stdout)).toEqual([]);
  expect(await faultsIn(stdout.replace('foreach (', 'foreach '))).not.toEqual([]);
});
