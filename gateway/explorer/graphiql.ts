import { readFile } from 'node:fs/promises'
import type { ServerResponse } from 'node:http'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'

const { resolve } = createRequire(import.meta.url)
const inPackage = (name: string, file: string) => join(dirname(resolve(`${name}/package.json`)), file)

const SCRIPT = 'text/javascript; charset=utf-8'
const STYLE = 'text/css; charset=utf-8'
const PATH = '/graphiql'

const PAGES = join(import.meta.dirname, 'pages')
const page = (file: string) => join(PAGES, file)
const OWN_SCRIPTS = [
  'examples',
  'plan-view',
  'root-fields',
  'sandbox',
  'session',
  'sign-in-bar',
  'tab-storage',
  'true-to-text',
  'words',
]

/** All that the page needs, from the packages that npm brought: no other server is asked for anything. */
const ASSETS: Record<string, { file: string; type: string }> = {
  '': { file: page('graphiql.html'), type: 'text/html; charset=utf-8' },
  '/page.js': { file: page('graphiql.js'), type: SCRIPT },
  ...Object.fromEntries(
    OWN_SCRIPTS.map((name) => [`/${name}.js`, { file: page(`${name}.js`), type: SCRIPT }]),
  ),
  '/explorer.css': { file: page('explorer.css'), type: STYLE },
  '/react.js': { file: inPackage('react', 'umd/react.production.min.js'), type: SCRIPT },
  '/react-dom.js': { file: inPackage('react-dom', 'umd/react-dom.production.min.js'), type: SCRIPT },
  '/graphql-ws.js': { file: inPackage('graphql-ws', 'umd/graphql-ws.min.js'), type: SCRIPT },
  '/graphiql.js': { file: inPackage('graphiql', 'graphiql.min.js'), type: SCRIPT },
  '/graphiql.css': { file: inPackage('graphiql', 'graphiql.min.css'), type: STYLE },
}

/** Nothing but what this origin serves runs, and nothing is sent anywhere else. The editor writes styles of its own. */
const POLICY = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self' 'unsafe-inline'",
  "img-src 'self' data:",
  "font-src 'self' data:",
  "connect-src 'self'",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
].join('; ')

/** GraphiQL at /graphiql, wholly offline, and beside it the scripts of the gateway's own pages. */
export function createGraphiql() {
  return {
    /** Answers when the path is one of its own, and says whether it did. */
    async serve(path: string, response: ServerResponse): Promise<boolean> {
      if (path !== PATH && !path.startsWith(`${PATH}/`)) return false
      const asset = ASSETS[path.slice(PATH.length).replace(/\/$/, '')]
      if (!asset) return false
      response.setHeader('content-type', asset.type)
      response.setHeader('content-security-policy', POLICY)
      response.setHeader('cache-control', asset.file.startsWith(PAGES) ? 'no-cache' : 'public, max-age=3600')
      response.end(await readFile(asset.file))
      return true
    },
  }
}

export type GraphiqlAssets = ReturnType<typeof createGraphiql>
