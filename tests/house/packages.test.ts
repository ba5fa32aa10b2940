import { readFileSync } from 'node:fs'
import { isBuiltin } from 'node:module'
import { join } from 'node:path'
import { ROOT, importsOf, sourceFiles } from './files.ts'

const { dependencies, devDependencies } = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8')) as {
  dependencies: Record<string, string>
  devDependencies: Record<string, string>
}
const FOLDERS = ['gateway', 'kit', 'schema', 'subgraphs', 'deploy', 'demo', 'scripts', 'tests', 'bench']
const product = [
  ...sourceFiles('gateway', 'kit', 'schema', 'subgraphs', 'deploy', 'demo'),
  'scripts/create-admin.ts',
  'scripts/operations.ts',
]

test('what runs in production imports declared dependencies, and nothing that is for development', () => {
  expect(packagesOf(product).filter((name) => !(name in dependencies))).toEqual([])
})

test('whatever is imported is declared', () => {
  const declared = { ...dependencies, ...devDependencies }
  expect(packagesOf(sourceFiles('scripts', 'tests', 'bench')).filter((name) => !(name in declared))).toEqual(
    [],
  )
})

test('every dependency is there for something that runs', () => {
  const text = product.map((path) => readFileSync(join(ROOT, path), 'utf8')).join('\n')
  const unused = Object.keys(dependencies).filter(
    (name) => !text.includes(`'${name}'`) && !text.includes(`'${name}/`),
  )
  // The generated clients import the one; the other is what runs them all.
  expect(unused).toEqual(['@prisma/client', 'node'])
})

/** The packages that files import, each once, in order. */
function packagesOf(files: string[]): string[] {
  const names = files
    .flatMap(importsOf)
    .filter((target) => !isBuiltin(target) && !FOLDERS.includes(target.split('/')[0] ?? ''))
    .map((target) => target.split('/', target.startsWith('@') ? 2 : 1).join('/'))
  return [...new Set(names)].sort()
}
