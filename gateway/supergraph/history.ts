import { createHash, randomUUID } from 'node:crypto'
import { mkdir, readFile, readdir, rename, rm, writeFile } from 'node:fs/promises'
import { basename, extname, join, resolve } from 'node:path'
import { messageOf } from '../../kit/errors.ts'
import type { Logger } from '../../kit/log.ts'
import { versionOf } from './version.ts'

/** A supergraph that has been served, and since when. */
export type Accepted = { version: string; since: Date; path: string }

/** The supergraph that stands in the file, but is not served. */
export type Refused = { version: string; at: string; reason: string }

const KEPT = 10
const ENTRY = /^(\d{4}-\d\d-\d\dT\d\d)-(\d\d)-(\d\d\.\d{3}Z)_([0-9a-f]{64})\.graphql$/
const REFUSED = 'refused.json'
const ALLOWED = 'allowed'

/**
 * What has been served of one supergraph file, in a folder that outlives the process: the texts of the last ten, and what
 * was refused last. Every gateway of that file on this machine shares it.
 * @param options.log is told what could not be written; without it, that is thrown
 */
export function openHistory({ home, file, log }: { home: string; file: string; log?: Logger }) {
  const path = resolve(file)
  // The hash tells files of one name apart, the name tells people which it is.
  const hash = createHash('sha256').update(path).digest('hex').slice(0, 8)
  const folder = join(resolve(home), 'supergraphs', `${basename(path, extname(path))}-${hash}`)

  /** Latest first. */
  async function list(): Promise<Accepted[]> {
    return (await namesIn(folder))
      .toSorted()
      .reverse()
      .flatMap((name) => {
        const [, hour, minute, second, version] = ENTRY.exec(name) ?? []
        if (version === undefined) return []
        return [{ version, since: new Date(`${hour}:${minute}:${second}`), path: join(folder, name) }]
      })
  }

  async function write(name: string, text: string): Promise<void> {
    await mkdir(folder, { recursive: true })
    await replaceFile(join(folder, name), text)
  }

  /** Serving does not depend on a place to write to. */
  async function remember(work: () => Promise<void>): Promise<void> {
    try {
      await work()
    } catch (error) {
      if (!log) throw error
      log.warn({ folder, error: messageOf(error) }, 'No supergraph is kept for a rollback')
    }
  }

  return {
    folder,
    list,

    /** A supergraph is served from now on, so nothing stands refused. */
    accept: (text: string, now: Date): Promise<void> =>
      remember(async () => {
        const version = versionOf(text)
        const [latest, ...earlier] = await list()
        await rm(join(folder, REFUSED), { force: true })
        if (latest?.version === version) return
        await write(`${now.toISOString().replaceAll(':', '-')}_${version}.graphql`, text)
        await Promise.all(earlier.slice(KEPT - 2).map((old) => rm(old.path, { force: true })))
      }),

    refuse: (refused: Refused): Promise<void> => remember(() => write(REFUSED, JSON.stringify(refused))),

    async refused(): Promise<Refused | undefined> {
      const text = await readFile(join(folder, REFUSED), 'utf8').catch(() => undefined)
      return text === undefined ? undefined : (JSON.parse(text) as Refused)
    },

    /** An operator takes it upon himself that this version breaks registered operations. */
    async allow(version: string): Promise<void> {
      await write(ALLOWED, version)
    },

    async allows(version: string): Promise<boolean> {
      return (await readFile(join(folder, ALLOWED), 'utf8').catch(() => undefined)) === version
    },
  }
}

export type History = ReturnType<typeof openHistory>

/** Puts a text in a file's place at once: whoever reads it finds the old text or the new, never a part. */
export async function replaceFile(path: string, text: string): Promise<void> {
  const draft = `${path}.${randomUUID()}`
  try {
    await writeFile(draft, text)
    await rename(draft, path)
  } catch (error) {
    await rm(draft, { force: true })
    throw error
  }
}

async function namesIn(folder: string): Promise<string[]> {
  try {
    return await readdir(folder)
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return []
    throw error
  }
}
