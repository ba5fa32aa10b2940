/**
 * Generates each subgraph's Prisma client from prisma/<subgraph>/schema.prisma into
 * subgraphs/<subgraph>/store/prisma/. Runs after `npm install` and as `npm run generate`.
 */
import { execFile } from 'node:child_process'
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs'
import { createRequire } from 'node:module'
import { availableParallelism } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'

const root = join(import.meta.dirname, '..')

const prismaPackage = findPrismaPackage()
const stale = subgraphsWithSchema().filter((name) => !isFresh(name))

if (stale.length === 0) {
  console.log('Prisma clients are up to date.')
} else if (prismaPackage) {
  const started = performance.now()
  await generateAll([...stale])
  const seconds = ((performance.now() - started) / 1000).toFixed(1)
  console.log(`Prisma clients generated for ${stale.join(', ')} in ${seconds} s.`)
} else {
  console.log('Prisma clients not generated: the development dependency `prisma` is not installed.')
}

function subgraphsWithSchema(): string[] {
  const folder = join(root, 'prisma')
  if (!existsSync(folder)) return []
  return readdirSync(folder).filter((name) => {
    const schema = join(folder, name, 'schema.prisma')
    // The gateway writes its SQL itself, and its tables have no generator.
    return existsSync(schema) && readFileSync(schema, 'utf8').includes('generator client')
  })
}

/** A client is fresh when it is newer than its schema and was written by the installed version of Prisma. */
function isFresh(name: string): boolean {
  const generated = join(root, 'subgraphs', name, 'store', 'prisma', 'internal', 'class.ts')
  if (!existsSync(generated)) return false
  if (statSync(generated).mtimeMs < statSync(join(root, 'prisma', name, 'schema.prisma')).mtimeMs)
    return false
  return (
    !prismaPackage || readFileSync(generated, 'utf8').includes(`"clientVersion": "${prismaPackage.version}"`)
  )
}

function findPrismaPackage(): { cli: string; version: string } | undefined {
  try {
    const manifest = createRequire(import.meta.url).resolve('prisma/package.json')
    const { version } = JSON.parse(readFileSync(manifest, 'utf8')) as { version: string }
    return { cli: join(manifest, '..', 'build', 'index.js'), version }
  } catch {
    return undefined
  }
}

/** As many at a time as there are processors: each run of the CLI is a second of one processor and 150 MB. */
async function generateAll(names: string[]): Promise<void> {
  const worker = async (): Promise<void> => {
    for (let name = names.pop(); name !== undefined; name = names.pop()) await generate(name)
  }
  await Promise.all(Array.from({ length: availableParallelism() }, worker))
}

async function generate(name: string): Promise<void> {
  const schema = join('prisma', name, 'schema.prisma')
  try {
    await promisify(execFile)(
      process.execPath,
      [prismaPackage?.cli ?? '', 'generate', '--no-hints', '--schema', schema],
      {
        cwd: root,
        // `generate` never runs the schema engine, yet it would download one: naming any file that exists prevents it.
        env: {
          ...process.env,
          PRISMA_SCHEMA_ENGINE_BINARY: process.execPath,
          CHECKPOINT_DISABLE: '1',
          PRISMA_HIDE_UPDATE_MESSAGE: '1',
          NO_COLOR: '1',
        },
      },
    )
  } catch (error) {
    const said = error instanceof Error && 'stderr' in error ? String(error.stderr) : String(error)
    console.error(`Prisma could not generate a client from ${schema}:\n${said.trim()}`)
    process.exit(1)
  }
}
