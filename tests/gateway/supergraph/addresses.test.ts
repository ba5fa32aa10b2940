import { SupergraphError } from '../../../gateway/supergraph/load-supergraph.ts'
import { compose, createBookshop } from '../support/bookshop.ts'
import { openDoor } from '../support/door.ts'

test('a supergraph with an address that is none is refused, and nothing has changed', async () => {
  const { parts } = createBookshop()
  const door = await openDoor(parts, 'over HTTP')
  const { version } = door.gateway
  for (const url of ['not an address', '', 'file:///etc/passwd', 'ftp://127.0.0.1/graphql']) {
    const replaced = door.gateway.replaceSupergraph(compose(parts, { books: url }), { breaking: true })
    await expect(replaced).rejects.toThrow(SupergraphError)
  }
  expect(door.gateway.version).toBe(version)
  const metrics = await (await fetch(`${door.origin}/metrics`)).text()
  expect(metrics).toContain(`gateway_supergraph_info{version="${version}"}`)
  expect((await door.ask('{ books { id } }')).body.data).toEqual({ books: [{ id: 'b1' }, { id: 'b2' }] })
  await door.stop()
})
