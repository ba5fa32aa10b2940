import { randomUUID } from 'node:crypto'
import { readdir, readFile } from 'node:fs/promises'
import { fileURLToPath } from 'node:url'
import { join } from 'node:path'
import { PrismaPg } from '@prisma/adapter-pg'
import {
  bindMigrationAwareSqlAdapterFactory,
  ColumnTypeEnum,
  DriverAdapterError,
  type SqlDriverAdapter,
} from '@prisma/driver-adapter-utils'
import * as bindings from '@prisma/schema-engine-wasm/schema_engine_bg'
import type { MigrationList, SchemaEngine } from '@prisma/schema-engine-wasm'
import type pg from 'pg'
import type { Pool, PoolConfig, QueryArrayResult, QueryConfig } from 'pg'

// Neither Node's types nor the libraries of ES declare it.
declare const WebAssembly: {
  instantiate(
    source: Uint8Array,
    imports: object,
  ): Promise<{ instance: { exports: Record<string, unknown> } }>
}

/**
 * The SQL that leads from what the migrations under `<folder>/migrations` make to what `<folder>/schema.prisma` says, by
 * Prisma's schema engine; empty when there is no difference.
 *
 * @param options.url a PostgreSQL on which databases may be created and dropped
 */
export async function diffMigrations(options: { folder: string; url: string }): Promise<string> {
  const path = join(options.folder, 'schema.prisma')
  const schema = { path, content: await readFile(path, 'utf8') }
  const engine = await loadEngine([path, schema.content], options.url)
  try {
    const { stdout } = await engine.diff({
      from: { tag: 'migrations', ...(await readMigrations(join(options.folder, 'migrations'))) },
      to: { tag: 'schemaDatamodel', files: [schema] },
      script: true,
      exitCode: null,
      filters: { externalTables: [], externalEnums: [] },
    })
    return stdout === null || stdout.includes('-- This is an empty migration.') ? '' : stdout
  } finally {
    engine.free()
  }
}

/** The engine is the one of Prisma's CLI, as WebAssembly from npm instead of a program that the CLI downloads. */
async function loadEngine(datamodel: [string, string], url: string): Promise<SchemaEngine> {
  await (instantiated ??= instantiate())
  const { hostname: host, port, username: user, password, pathname } = new URL(url)
  const target = {
    host,
    port: Number(port),
    user,
    password: decodeURIComponent(password),
    database: pathname.slice(1),
  }
  const adapter = bindMigrationAwareSqlAdapterFactory(new EngineAdapter(target))
  return bindings.SchemaEngine.new({ datamodels: [datamodel] }, () => {}, adapter)
}

// Once: the bindings hold on to the memory of the instance they first saw.
let instantiated: Promise<void> | undefined

async function instantiate(): Promise<void> {
  const module = fileURLToPath(import.meta.resolve('@prisma/schema-engine-wasm/schema_engine_bg'))
  const { instance } = await WebAssembly.instantiate(await readFile(module.replace(/\.js$/, '.wasm')), {
    './schema_engine_bg.js': bindings,
  })
  bindings.__wbg_set_wasm(instance.exports)
  // Where the engine says why it gave up, before it traps.
  const set_message = (message: string): never => {
    throw new Error(message)
  }
  Object.assign(globalThis, { PRISMA_WASM_PANIC_REGISTRY: { set_message } })
  const start = instance.exports['__wbindgen_start'] as () => void
  start()
}

/** Prisma's adapter for PostgreSQL, corrected where the schema engine stumbles over it. */
class EngineAdapter extends PrismaPg {
  readonly #target: PoolConfig

  constructor(target: PoolConfig) {
    super(target)
    this.#target = target
  }

  override async connect() {
    return corrected(await super.connect())
  }

  /** A database to try the migrations on. The stock one drops it while it is still connected to it. */
  override async connectToShadowDb() {
    const database = `shadow_${randomUUID().replaceAll('-', '')}`
    const main = await super.connect()
    await main.executeScript(`CREATE DATABASE ${database}`)
    const shadow = corrected(await new PrismaPg({ ...this.#target, database }).connect())
    const disconnect = shadow.dispose.bind(shadow)
    shadow.dispose = async () => {
      await disconnect()
      await main.executeScript(`DROP DATABASE ${database}`)
      await main.dispose()
    }
    return shadow
  }
}

// Types of columns: PostgreSQL's own numbers for "char", the one byte of its system tables, and for text.
const CHAR = 18
const TEXT = 25

function corrected<A extends SqlDriverAdapter & { underlyingDriver(): Pool }>(adapter: A): A {
  const pool = adapter.underlyingDriver()
  const poolQuery = pool.query.bind(pool) as (query: QueryConfig | string) => Promise<QueryArrayResult>
  // The stock adapter splits a script at every semicolon, also within a function.
  adapter.executeScript = async (script) => {
    await poolQuery(script).catch((error: pg.DatabaseError) => {
      const { code = '', severity = 'ERROR', message, detail, column, hint } = error
      throw new DriverAdapterError({ kind: 'postgres', code, severity, message, detail, column, hint })
    })
  }
  // It refuses columns of type "char", which the engine reads from the system tables: let it take them for text, and
  // tell the engine what they are.
  const charsOf = new WeakMap<unknown[], number[]>()
  pool.query = (async (query: QueryConfig) => {
    const result = await poolQuery(query)
    const chars = result.fields?.flatMap((field, index) => (field.dataTypeID === CHAR ? [index] : [])) ?? []
    for (const index of chars) Object.assign(result.fields[index] ?? {}, { dataTypeID: TEXT })
    charsOf.set(result.rows, chars)
    return result
  }) as typeof pool.query
  const queryRaw = adapter.queryRaw.bind(adapter)
  adapter.queryRaw = async (query) => {
    const set = await queryRaw(query)
    for (const index of charsOf.get(set.rows) ?? []) set.columnTypes[index] = ColumnTypeEnum.Character
    return set
  }
  return adapter
}

async function readMigrations(baseDir: string): Promise<MigrationList> {
  const entries = await readdir(baseDir, { withFileTypes: true }).catch(() => [])
  const names = entries.filter((entry) => entry.isDirectory()).map((entry) => entry.name)
  return {
    baseDir,
    lockfile: { path: 'migration_lock.toml', content: 'provider = "postgresql"\n' },
    shadowDbInitScript: '',
    migrationDirectories: await Promise.all(
      names.sort().map(async (name) => ({
        path: name,
        migrationFile: {
          path: 'migration.sql',
          content: {
            tag: 'ok' as const,
            value: await readFile(join(baseDir, name, 'migration.sql'), 'utf8'),
          },
        },
      })),
    ),
  }
}
