/** `npm run start:services`: the gateway and each subgraph as a process of its own, as in containers, until Ctrl-C. */
import { enableCompileCache } from 'node:module'
import { join } from 'node:path'

enableCompileCache(join(import.meta.dirname, '..', 'node_modules', '.cache', 'simpul'))

const [{ run }, { startServices }] = await Promise.all([import('./run.ts'), import('./services.ts')])
await run('seven processes, as in containers', startServices)
