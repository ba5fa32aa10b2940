/** `npm start`: the whole system in one process, until Ctrl-C. */
import { enableCompileCache } from 'node:module'
import { join } from 'node:path'

// Reading the program takes most of a second start; its compiled form is kept between starts.
enableCompileCache(join(import.meta.dirname, '..', 'node_modules', '.cache', 'simpul'))

const [{ run }, { startSystem }] = await Promise.all([import('./run.ts'), import('./system.ts')])
await run('everything in one process', startSystem)
