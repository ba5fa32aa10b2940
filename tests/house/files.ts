import { readFileSync, readdirSync } from 'node:fs'
import { dirname, join, relative, resolve } from 'node:path'

export const ROOT = resolve(import.meta.dirname, '../..')
export const SUBGRAPHS = ['users', 'catalog', 'assessment', 'agent', 'analytics', 'notification'] as const

/** The hand-written TypeScript files below the folders, as paths from the root. */
export function sourceFiles(...folders: string[]): string[] {
  return folders.flatMap((folder) =>
    readdirSync(join(ROOT, folder), { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile() && entry.name.endsWith('.ts') && entry.name !== 'generated.ts')
      .map((entry) => relative(ROOT, join(entry.parentPath, entry.name)))
      .filter((path) => !path.includes('/store/prisma/') && !path.includes('node_modules')),
  )
}

/** What a file imports: packages as they are named, files as paths from the root. */
export function importsOf(path: string): string[] {
  const text = readFileSync(join(ROOT, path), 'utf8')
  const specifiers = [
    ...text.matchAll(
      /(?:^|\n)\s*(?:import|export)\b[^'"`;]*?from\s*'([^']+)'|\bimport\('([^']+)'\)|(?:^|\n)import\s+'([^']+)'/g,
    ),
  ]
  return specifiers
    .map(([, from, dynamic, bare]) => from ?? dynamic ?? bare ?? '')
    .map((specifier) =>
      specifier.startsWith('.') ? relative(ROOT, resolve(ROOT, dirname(path), specifier)) : specifier,
    )
}
