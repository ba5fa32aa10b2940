import { watch } from 'node:fs'
import { readFile, stat } from 'node:fs/promises'
import { dirname } from 'node:path'
import { setTimeout as delay } from 'node:timers/promises'
import { createPump } from '../../kit/pump.ts'

/** Not every file system tells of its changes, nor of a link elsewhere that the path goes through. */
const LOOK_EVERY_MS = 2_000
/** A text that has not changed for so long has been written whole. */
const SETTLED_MS = 100

/** `mark` differs when something else stands there: another file, of another size, or written at another time. */
type Seen = { text: string; mark: string }

/**
 * Follows what stands in a file: `changed` is called with its text at once, and then whenever it has been written, one call
 * at a time. The folder is watched, not the file, so that a file put in its place by rename is seen, as is a link that is
 * made to point elsewhere, which is how Kubernetes changes what it mounts. A file that is missing for a while is waited for.
 */
export function watchFile(options: {
  file: string
  changed(text: string): Promise<void>
  failed(error: unknown): void
}) {
  const { file, changed, failed } = options
  let last: Seen | undefined

  const look = createPump(async () => {
    if ((await markOf(file)) === last?.mark) return
    const seen = await readSettled(file)
    if (seen === undefined || isSame(seen, last)) return
    last = seen
    await changed(seen.text)
  }, failed)

  // The folder tells of all its files, some of which may be written all the time.
  let soon: NodeJS.Timeout | undefined
  function lookSoon(): void {
    soon ??= setTimeout(() => {
      soon = undefined
      look.wake()
    }, SETTLED_MS)
  }
  const watcher = watchFolder(dirname(file), lookSoon, failed)
  const timer = setInterval(() => look.wake(), LOOK_EVERY_MS)
  timer.unref()
  look.wake()

  return {
    /** Calls `changed` with what stands there now, written again or not. */
    again(): void {
      last = undefined
      look.wake()
    },
    async stop(): Promise<void> {
      clearInterval(timer)
      clearTimeout(soon)
      watcher?.close()
      await look.stop()
    },
  }
}

/** Undefined where nothing can be watched: then looking has to do. */
function watchFolder(folder: string, seen: () => void, failed: (error: unknown) => void) {
  try {
    return watch(folder, { persistent: false }, seen).on('error', failed)
  } catch (error) {
    failed(error)
    return undefined
  }
}

/** A file is not always written at once: what is read counts when it reads the same again a moment later. */
async function readSettled(file: string): Promise<Seen | undefined> {
  let seen = await readIfThere(file)
  for (;;) {
    await delay(SETTLED_MS)
    const now = await readIfThere(file)
    if (isSame(now, seen)) return seen
    seen = now
  }
}

function isSame(one: Seen | undefined, other: Seen | undefined): boolean {
  return one?.text === other?.text && one?.mark === other?.mark
}

async function readIfThere(file: string): Promise<Seen | undefined> {
  const mark = await markOf(file)
  return mark === undefined ? undefined : ifThere(async () => ({ text: await readFile(file, 'utf8'), mark }))
}

function markOf(file: string): Promise<string | undefined> {
  return ifThere(async () => {
    const { ino, size, mtimeMs } = await stat(file)
    return [ino, size, mtimeMs].join(' ')
  })
}

async function ifThere<Value>(read: () => Promise<Value>): Promise<Value | undefined> {
  try {
    return await read()
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined
    throw error
  }
}
