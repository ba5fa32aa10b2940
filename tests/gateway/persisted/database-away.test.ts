import { type Server, type Socket, connect, createServer } from 'node:net'
import { openDatabase } from '../../../kit/database.ts'
import { type TestDatabase, testDatabase } from '../../jest/database.ts'
import { eventually } from '../../jest/eventually.ts'
import { apolloManifest, codeOf, sha256, startRegistryGateway } from './registry-gateway.ts'

const SHELF = 'query Shelf { books { title } }'

/** A way to the database that can be shut and opened. */
async function createGate(db: TestDatabase) {
  const { hostname, port } = new URL(db.url)
  const sockets = new Set<Socket>()
  let server: Server | undefined
  let ownPort = 0
  async function open(): Promise<void> {
    server = createServer((socket) => {
      const onward = connect(Number(port), hostname)
      for (const end of [socket, onward]) {
        sockets.add(end)
        end.on('error', () => {})
        end.once('close', () => sockets.delete(end))
      }
      socket.pipe(onward).pipe(socket)
    })
    const listening = server
    await new Promise<void>((resolve) => listening.listen(ownPort, '127.0.0.1', resolve))
    ownPort = (listening.address() as { port: number }).port
  }
  async function shut(): Promise<void> {
    const closing = server
    const closed = new Promise((resolve) => closing?.close(resolve))
    for (const socket of sockets) socket.destroy()
    await closed
  }
  await open()
  const url = new URL(db.url)
  url.port = String(ownPort)
  return { url: url.href, open, shut }
}

test('a gateway whose database is away starts, serves everybody else, and lets clients in when it comes', async () => {
  const db = await testDatabase('gateway')
  const first = await startRegistryGateway(db)
  const { apiKey } = await first.createClient({ name: 'bimbel' })
  await first.register('bimbel', apolloManifest({ name: 'Shelf', body: SHELF }))
  await first.stop()

  const gate = await createGate(db)
  await gate.shut()
  const database = openDatabase({ url: gate.url, schema: 'gateway' })
  const door = await startRegistryGateway(undefined, { database })
  const ask = () => door.send({ documentId: sha256(SHELF) }, { 'x-api-key': apiKey })
  expect((await door.send({ query: SHELF })).status).toBe(200)
  expect(await (await door.ready()).json()).toEqual({
    status: 'waiting',
    waitingFor: ['the database of gateway'],
  })
  const answer = await ask()
  expect([answer.status, codeOf(answer)]).toEqual([503, 'SERVICE_UNAVAILABLE'])

  await gate.open()
  await eventually(async () => expect((await door.ready()).status).toBe(200))
  expect((await ask()).status).toBe(200)

  // Once it is known, what is registered outlasts the database.
  await gate.shut()
  expect((await ask()).status).toBe(200)
  await gate.open()
  await eventually(async () => expect((await door.list()).nodes).toMatchObject([{ name: 'Shelf', uses: 2 }]))

  await door.stop()
  await database.close()
  await gate.shut()
  await db.drop()
})
