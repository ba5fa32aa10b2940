import { readFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import { ROOT, SUBGRAPHS, importsOf, sourceFiles } from './files.ts'

const product = sourceFiles('gateway', 'kit', 'schema', 'subgraphs')

/** The imports of `files` that `allowed` refuses, as `file → import`. */
function offences(files: string[], allowed: (target: string, file: string) => boolean): string[] {
  return files.flatMap((file) =>
    importsOf(file)
      .filter((target) => !allowed(target, file))
      .map((target) => `${file} → ${target}`),
  )
}

test('a subgraph never imports another, nor the gateway', () => {
  for (const name of SUBGRAPHS) {
    const own = sourceFiles(`subgraphs/${name}`)
    expect(own.length).toBeGreaterThan(0)
    expect(
      offences(
        own,
        (target) => !/^(subgraphs|gateway)\//.test(target) || target.startsWith(`subgraphs/${name}/`),
      ),
    ).toEqual([])
  }
})

test('the gateway knows no subgraph but through the one file that reaches them', () => {
  expect(offences(sourceFiles('gateway'), (target) => !target.startsWith('subgraphs/'))).toEqual([])
})

test('kit has no domain: it imports no room of any subgraph, no gateway and no contract', () => {
  expect(
    offences(sourceFiles('kit'), (target) => !/^(subgraphs|gateway|schema|demo)\//.test(target)),
  ).toEqual([])
})

test('domain is pure: it imports domain alone, awaits nothing and reads no clock or chance', () => {
  for (const name of SUBGRAPHS) {
    const domain = sourceFiles(`subgraphs/${name}`).filter((file) => file.includes('/domain/'))
    expect(offences(domain, (target) => target.startsWith(`subgraphs/${name}/domain/`))).toEqual([])
    const impure = domain.filter((file) =>
      /\bawait\b|\basync\b|Math\.random\(|Date\.now\(|new Date\(\)|randomUUID\(|process\./.test(code(file)),
    )
    expect(impure).toEqual([])
  }
})

test('storage is the only room that imports Prisma or PostgreSQL', () => {
  const elsewhere = product.filter((file) => !file.includes('/store/') && !file.startsWith('kit/'))
  expect(offences(elsewhere, (target) => !/^pg$|^@prisma\/|\/store\/prisma\//.test(target))).toEqual([])
})

test('resolvers reach storage through their context, never by importing what it does', () => {
  const resolvers = product.filter((file) => file.includes('/resolvers/'))
  const imported = resolvers.filter((file) =>
    /(?:^|\n)import (?!type)[^']*?from '(?:\.\.\/)+store\//.test(readFileSync(join(ROOT, file), 'utf8')),
  )
  expect(imported).toEqual([])
})

test('one file reads the environment', () => {
  const readers = [...product, ...sourceFiles('deploy', 'demo', 'scripts')].filter((file) =>
    /(?<!\.\.\.)process\.env\b/.test(code(file)),
  )
  expect(readers).toEqual(['kit/config.ts'])
})

test('files are in kebab-case, named for what they hold, and export by name', () => {
  expect(product.filter((file) => !/^[a-z0-9]+(-[a-z0-9]+)*(\.[a-z]+)?\.ts$/.test(basename(file)))).toEqual(
    [],
  )
  expect(product.filter((file) => /(^|[-/])(utils?|helpers?|common|misc)([-./]|$)/.test(file))).toEqual([])
  expect(product.filter((file) => /\nexport default\b/.test(code(file)))).toEqual([])
})

test('every subgraph has the same rooms', () => {
  for (const name of SUBGRAPHS) {
    const own = sourceFiles(`subgraphs/${name}`).map((file) => file.replace(`subgraphs/${name}/`, ''))
    for (const room of [
      'policy.ts',
      'loaders.ts',
      'events.ts',
      'context.ts',
      'subgraph.ts',
      'main.ts',
      'resolvers/index.ts',
    ]) {
      expect([name, own.includes(room) ? room : `${room} is missing`]).toEqual([name, room])
    }
    for (const folder of ['domain/', 'store/']) expect(own.some((file) => file.startsWith(folder))).toBe(true)
  }
})

/** A file's text without comments and strings. */
function code(file: string): string {
  return readFileSync(join(ROOT, file), 'utf8')
    .replace(/\/\*[\s\S]*?\*\/|(^|\s)\/\/.*$/gm, '')
    .replace(/'(?:[^'\\\n]|\\.)*'/g, "''")
}
