import { watch } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { dirname } from 'node:path'
import { setTimeout as delay } from 'node:timers/promises'
import { createPump } from '../../kit/pump.ts'

/** Not every file system tells of its changes, nor of a link elsewhere that the path goes through. */
const LOOK_EVERY_MS = 2_000
/** A text that has not changed for so long has been written whole. */
const SETTLED_MS = 100

/**
 * Follows what stands in a file: `changed` is called with its text whenever that is another than the last one, one call at
 * a time. The folder is watched, not the file, so that a file put in its place by rename is seen, as is a link that is
 * made to point elsewhere, which is how Kubernetes changes what it mounts. A file that is missing for a while is waited for.
 * @param options.last the text that is known already
 */
export function watchFile(options: {
  file: string
  last: string | undefined
  changed(text: string): Promise<void>
  failed(error: unknown): void
}) {
  const { file, changed, failed } = options
  let { last } = options

  const look = createPump(async () => {
    const text = await readSettled(file)
    if (text === undefined || text === last) return
    last = text
    await changed(text)
  }, failed)

  const watcher = watchFolder(dirname(file), () => look.wake(), failed)
  const timer = setInterval(() => look.wake(), LOOK_EVERY_MS)
  timer.unref()

  return {
    /** Calls `changed` with what stands there now, changed or not. */
    again(): void {
      last = undefined
      look.wake()
    },
    async stop(): Promise<void> {
      clearInterval(timer)
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
async function readSettled(file: string): Promise<string | undefined> {
  let text = await readIfThere(file)
  for (;;) {
    await delay(SETTLED_MS)
    const now = await readIfThere(file)
    if (now === text) return text
    text = now
  }
}

async function readIfThere(file: string): Promise<string | undefined> {
  try {
    return await readFile(file, 'utf8')
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined
    throw error
  }
}
