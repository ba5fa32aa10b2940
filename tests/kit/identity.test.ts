import { SignJWT, UnsecuredJWT } from 'jose'
import { type Viewer, createIdentitySigner, createIdentityVerifier } from '../../kit/identity.ts'

const SECRET = 'a secret that only the gateway and the subgraphs know'
const viewer: Viewer = { userId: 'u1', roles: ['STUDENT'], locale: 'id', sessionId: 's1' }
const verify = createIdentityVerifier(SECRET)
const key = new TextEncoder().encode(SECRET)
const unauthenticated = { extensions: { code: 'UNAUTHENTICATED' } }

test('what the gateway signed is what the subgraph reads, signed in or not', async () => {
  const { sign } = createIdentitySigner(SECRET)
  expect(await verify(await sign(viewer))).toEqual(viewer)
  expect(await verify(await sign(null))).toBeNull()
})

test('a missing, forged, expired or differently meant identity is refused', async () => {
  const forged = await createIdentitySigner('another secret of at least as many characters').sign(viewer)
  const expired = await new SignJWT({ viewer })
    .setProtectedHeader({ alg: 'HS256' })
    .setAudience('subgraph')
    .setExpirationTime('-1s')
    .sign(key)
  const endless = await new SignJWT({ viewer })
    .setProtectedHeader({ alg: 'HS256' })
    .setAudience('subgraph')
    .sign(key)
  const forOthers = await new SignJWT({ viewer })
    .setProtectedHeader({ alg: 'HS256' })
    .setAudience('simpul-api')
    .setExpirationTime('60s')
    .sign(key)
  const unsigned = new UnsecuredJWT({ viewer }).setAudience('subgraph').setExpirationTime('60s').encode()
  for (const token of [undefined, '', 'nonsense', forged, expired, endless, forOthers, unsigned]) {
    await expect(verify(token)).rejects.toMatchObject(unauthenticated)
  }
})
