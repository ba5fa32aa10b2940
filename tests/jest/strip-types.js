import { createHash } from 'node:crypto'
import { stripTypeScriptTypes } from 'node:module'

/** Jest's transform for TypeScript: the same type stripping that Node itself applies, so tests run what runs. */
export default {
  process: (source) => ({ code: stripTypeScriptTypes(source) }),
  getCacheKey: (source, path) =>
    createHash('sha1').update(process.version).update(path).update(source).digest('hex'),
}
