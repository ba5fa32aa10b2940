import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type Database, openDatabase } from '../../kit/database.ts'
import { migrate } from '../../kit/migrate.ts'
import { diffMigrations } from '../../scripts/diff-migrations.ts'
import { emptyDatabase, type TestDatabase } from '../jest/database.ts'

const CREATE_BOOK = `-- CreateTable
CREATE TABLE "book" (
    "id" INTEGER NOT NULL,
    "title" TEXT NOT NULL,

    CONSTRAINT "book_pkey" PRIMARY KEY ("id")
);
CREATE FUNCTION shout() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN NEW.title := upper(NEW.title); RETURN NEW; END $$;
CREATE TRIGGER shout BEFORE INSERT ON "book" FOR EACH ROW EXECUTE FUNCTION shout();
`

let empty: TestDatabase
let database: Database
let folder: string

beforeEach(async () => {
  empty = await emptyDatabase()
  database = openDatabase({ url: empty.url, schema: 'library' })
  folder = mkdtempSync(join(tmpdir(), 'simpul-migrate-'))
})

afterEach(async () => {
  await database.close()
  await empty.drop()
  rmSync(folder, { recursive: true })
})

function write(name: string, script: string): void {
  mkdirSync(join(folder, 'migrations', name), { recursive: true })
  writeFileSync(join(folder, 'migrations', name, 'migration.sql'), script)
}

const up = (on = database) => migrate({ database: on, folder: join(folder, 'migrations') })

test('a new database gets every migration in order, and a second call finds nothing to do', async () => {
  write('20260102000000_author', 'ALTER TABLE book ADD COLUMN author TEXT;')
  write('20260101000000_init', CREATE_BOOK)

  expect(await up()).toEqual(['20260101000000_init', '20260102000000_author'])
  await database.pool.query(`INSERT INTO library.book VALUES (1, 'laskar pelangi', 'Andrea Hirata')`)
  expect((await database.pool.query('SELECT * FROM book')).rows).toEqual([
    { id: 1, title: 'LASKAR PELANGI', author: 'Andrea Hirata' },
  ])

  const before = database.statements()
  expect(await up()).toEqual([])
  expect(database.statements() - before).toBe(2)
})

test('a migration that fails leaves nothing, names its statement, and is tried again when mended', async () => {
  write('20260101000000_init', CREATE_BOOK)
  write(
    '20260102000000_wrong',
    'ALTER TABLE book ADD COLUMN year INTEGER;\n\n-- twice\nCREATE TABLE book (id INT);',
  )

  await expect(up()).rejects.toThrow(
    'Migration 20260102000000_wrong of schema library failed: relation "book" already exists, in the statement: CREATE TABLE book (id INT);',
  )
  const { rows } = await database.pool.query(
    `SELECT column_name FROM information_schema.columns WHERE table_name = 'book' ORDER BY ordinal_position`,
  )
  expect(rows.map((row) => row.column_name)).toEqual(['id', 'title'])

  write('20260102000000_wrong', 'ALTER TABLE book ADD COLUMN year INTEGER;')
  expect(await up()).toEqual(['20260102000000_wrong'])
})

test('a migration that was changed after it had been applied is refused', async () => {
  write('20260101000000_init', CREATE_BOOK)
  await up()
  write('20260101000000_init', `${CREATE_BOOK}\nCREATE TABLE shelf (id INT);`)
  await expect(up()).rejects.toThrow('Migration 20260101000000_init was changed after it had been applied')
})

test('of several processes that start at once, each migration is applied by one', async () => {
  write('20260101000000_init', CREATE_BOOK)
  write('20260102000000_author', 'ALTER TABLE book ADD COLUMN author TEXT;')
  const others = [1, 2, 3].map(() => openDatabase({ url: empty.url, schema: 'library' }))
  try {
    const applied = await Promise.all([database, ...others].map(up))
    expect(applied.flat().sort()).toEqual(['20260101000000_init', '20260102000000_author'])
  } finally {
    await Promise.all(others.map((other) => other.close()))
  }
})

test('the engine of Prisma sees in the migrations what the schema says, functions and triggers aside', async () => {
  writeFileSync(
    join(folder, 'schema.prisma'),
    `datasource db {
  provider = "postgresql"
}

model book {
  id    Int    @id
  title String
  year  Int?
}
`,
  )
  expect(await diffMigrations({ folder, url: empty.url })).toContain('CREATE TABLE "book"')
  write('20260101000000_init', CREATE_BOOK)
  expect(await diffMigrations({ folder, url: empty.url })).toBe(
    '-- AlterTable\nALTER TABLE "book" ADD COLUMN     "year" INTEGER;\n',
  )
  write('20260102000000_year', 'ALTER TABLE book ADD COLUMN year INTEGER;')
  expect(await diffMigrations({ folder, url: empty.url })).toBe('')
})
