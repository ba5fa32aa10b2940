/**
 * `npm run supergraph -- …`: what a gateway has served, and how another supergraph takes its place. Works on the file that
 * the gateway follows, so that every gateway of that file changes at once, and none needs to be told.
 */
import { findBreakingChanges } from 'graphql'
import { readFile, realpath } from 'node:fs/promises'
import { parseArgs } from 'node:util'
import { openHistory, replaceFile } from '../gateway/supergraph/history.ts'
import { SupergraphError, loadSupergraph } from '../gateway/supergraph/load-supergraph.ts'
import { shortVersion, versionOf } from '../gateway/supergraph/version.ts'
import { readConfig } from '../kit/config.ts'

const USAGE = `Usage: npm run supergraph -- COMMAND [options]

  list                            the last ten that were served, latest first, and what was refused last
  check FILE                      whether a supergraph can be served, and what clients would lose by it
  apply FILE [--accept-breaking]  checks a supergraph and puts it in place; gateways serve it within a second or so,
                                  or refuse it and say why in their log and in \`list\`
  rollback [VERSION]              puts one that was served before in place: the one before this one, or a version in \`list\`

  --supergraph FILE               the file that the gateway follows              SUPERGRAPH
  --accept-breaking               also when it breaks registered operations (\`npm run operations -- check\` names them)
  --help                          this text`

/** What whoever typed the command can put right. */
class Refused extends Error {}

const options = {
  supergraph: { type: 'string' },
  'accept-breaking': { type: 'boolean', default: false },
  help: { type: 'boolean', default: false },
} as const

try {
  await main()
} catch (error) {
  if (!(error instanceof Refused || error instanceof SupergraphError)) throw error
  console.error(error.message)
  process.exitCode = 1
}

async function main(): Promise<void> {
  const { values, words } = readWords()
  const config = readConfig()
  const file = values.supergraph ?? config.SUPERGRAPH
  const history = openHistory({ home: config.SIMPUL_HOME, file })
  const [command, argument, ...more] = words
  if (values.help || command === undefined) return console.log(USAGE)
  if (more.length > 0) throw new Refused(USAGE)
  switch (command) {
    case 'list':
      return list()
    case 'check':
      return check(await read(needed(argument)))
    case 'apply':
      return apply(await read(needed(argument)))
    case 'rollback':
      return rollback(argument)
    default:
      throw new Refused(USAGE)
  }

  async function list(): Promise<void> {
    const inFile = await readFile(file, 'utf8').then(versionOf, () => undefined)
    const accepted = await history.list()
    if (accepted.length === 0)
      console.log(`No gateway has served ${file} yet, as far as ${history.folder} tells.`)
    for (const { version, since } of accepted) {
      const mark = version === inFile ? '  in the file' : ''
      console.log(`${since.toISOString()}  ${shortVersion(version)}${mark}`)
    }
    const refused = await history.refused()
    if (refused) console.log(`${refused.at}  ${shortVersion(refused.version)}  refused: ${refused.reason}`)
  }

  async function check(text: string): Promise<void> {
    const { apiSchema } = loadSupergraph(text)
    console.log(`${shortVersion(versionOf(text))} can be served.`)
    const served = await readFile(file, 'utf8').then(loadSupergraph, () => undefined)
    if (!served) return
    const changes = findBreakingChanges(served.apiSchema, apiSchema)
    if (changes.length > 0) console.log('What clients ask for today and could no longer:')
    for (const { description } of changes) console.log(`  ${description}`)
  }

  async function apply(text: string): Promise<void> {
    await check(text)
    if (values['accept-breaking']) await history.allow(versionOf(text))
    await put(text)
  }

  async function rollback(version: string | undefined): Promise<void> {
    const inFile = await readFile(file, 'utf8').then(versionOf, () => undefined)
    const accepted = await history.list()
    const found = accepted.find((one) =>
      version === undefined ? one.version !== inFile : one.version.startsWith(version),
    )
    if (!found) {
      const which = version === undefined ? 'No other one' : `No version ${version}`
      throw new Refused(`${which} is kept for ${file}: \`npm run supergraph -- list\` shows those that are.`)
    }
    // What worked before is let in although operations have been registered since.
    await history.allow(found.version)
    await put(await readFile(found.path, 'utf8'))
  }

  async function put(text: string): Promise<void> {
    try {
      // A link stays one: what it points to is replaced.
      await replaceFile(await realpath(file).catch(() => file), text)
    } catch (error) {
      throw new Refused(
        `${file} cannot be written (${(error as NodeJS.ErrnoException).code}): put the text there by whatever else writes it.`,
      )
    }
    console.log(`${shortVersion(versionOf(text))} stands in ${file}.`)
  }
}

async function read(path: string): Promise<string> {
  try {
    return await readFile(path, 'utf8')
  } catch (error) {
    throw new Refused(`${path} cannot be read: ${(error as NodeJS.ErrnoException).code}.`)
  }
}

function needed(argument: string | undefined): string {
  if (argument === undefined) throw new Refused(USAGE)
  return argument
}

function readWords() {
  try {
    const { values, positionals } = parseArgs({ options, allowPositionals: true })
    return { values, words: positionals }
  } catch (error) {
    throw new Refused(`${(error as Error).message}\n${USAGE}`)
  }
}
