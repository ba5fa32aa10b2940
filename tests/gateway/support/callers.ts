import { SignJWT, exportSPKI, generateKeyPair } from 'jose'

const SECRET = 'a secret of the gateway and the subgraphs'

/** What a gateway needs to know who is calling, and callers whom it then knows. */
export async function createCallers() {
  const keys = await generateKeyPair('EdDSA')
  return {
    options: { publicKey: await exportSPKI(keys.publicKey), identitySecret: SECRET },

    async token({
      id = 'u1',
      roles = ['STUDENT'],
      scope,
    }: { id?: string; roles?: string[]; scope?: string } = {}) {
      return new SignJWT({
        roles,
        locale: 'id',
        sid: `session of ${id}`,
        ...(scope === undefined ? {} : { scope }),
      })
        .setProtectedHeader({ alg: 'EdDSA' })
        .setSubject(id)
        .setIssuer('simpul')
        .setAudience('simpul-api')
        .setExpirationTime('5m')
        .sign(keys.privateKey)
    },

    async headers(who: { id?: string; roles?: string[]; scope?: string } = {}) {
      return { authorization: `Bearer ${await this.token(who)}` }
    },
  }
}

export type Callers = Awaited<ReturnType<typeof createCallers>>
