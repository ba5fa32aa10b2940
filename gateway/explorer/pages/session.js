/*
 * Who is signed in on a page of the gateway. The tokens are in memory and, where the page lets them survive a reload, in
 * the storage of this one tab: never in localStorage, which every page of this origin can read.
 */

const SIGNED_IN = `
  session { accessToken accessTokenExpiresAt refreshToken user { name roles } }
  errors { ... on UserError { message } }`
const SIGN_IN = `mutation SignIn($input: SignInInput!) { signIn(input: $input) { ${SIGNED_IN} } }`
const REFRESH = `mutation RefreshSession($input: RefreshSessionInput!) { refreshSession(input: $input) { ${SIGNED_IN} } }`
const SIGN_OUT = `mutation SignOut($input: SignOutInput!) { signOut(input: $input) { signedOut } }`

/** A token with less than this to live is exchanged before it is used. */
const REFRESH_BEFORE_MS = 30_000

export const SESSION_KEY = 'gateway:session'

/** @param storage where the session survives a reload, such as sessionStorage; none, and it does not */
export function createSession(storage) {
  const changed = new EventTarget()
  let current = JSON.parse(storage?.getItem(SESSION_KEY) ?? 'null')
  let refreshing

  function become(session) {
    current = session
    if (session) storage?.setItem(SESSION_KEY, JSON.stringify(session))
    else storage?.removeItem(SESSION_KEY)
    changed.dispatchEvent(new Event('change'))
  }

  async function refresh() {
    try {
      const { session } = await mutate('refreshSession', REFRESH, { refreshToken: current.refreshToken })
      become(session)
    } finally {
      refreshing = undefined
    }
  }

  return {
    /** `{ name, roles }`, or null. */
    get user() {
      return current?.user ?? null
    },

    /** Calls back at each change of who is signed in; gives what ends that. */
    onChange(callback) {
      changed.addEventListener('change', callback)
      return () => changed.removeEventListener('change', callback)
    },

    /** Gives the words that say why not, in the reader's language; undefined on success. */
    async signIn(email, password) {
      const { session, errors } = await mutate('signIn', SIGN_IN, { email, password })
      if (session) become(session)
      return session ? undefined : errors.map(({ message }) => message).join(' ')
    },

    async signOut() {
      const { refreshToken } = current
      become(null)
      await mutate('signOut', SIGN_OUT, { refreshToken })
    },

    /** What a request carries: `{ authorization }`, with a token that still has time to live; nothing when signed out. */
    async headers() {
      const left = () => (current ? Date.parse(current.accessTokenExpiresAt) - Date.now() : Infinity)
      // A refresh token works once, so that all who need a new one wait for the same exchange.
      if (left() < REFRESH_BEFORE_MS) await (refreshing ??= refresh())
      return current ? { authorization: `Bearer ${current.accessToken}` } : {}
    },
  }
}

/** @throws Error with the gateway's words when the mutation itself failed */
async function mutate(field, query, input) {
  const { data, errors } = await post({ query, variables: { input } })
  if (!data?.[field]) throw new Error(errors?.[0]?.message ?? 'The gateway did not answer.')
  return data[field]
}

/** Sends an operation to the gateway and gives its result. */
export async function post(parameters, headers = {}) {
  const response = await fetch('/graphql', {
    method: 'POST',
    headers: { accept: 'application/json', 'content-type': 'application/json', ...headers },
    body: JSON.stringify(parameters),
  })
  return response.json()
}

/** The headers of a session with those that the reader wrote, which have the last word whatever their case. */
export function joinHeaders(ofSession, written) {
  const joined = new Headers(ofSession)
  for (const [name, value] of Object.entries(written ?? {})) joined.set(name, value)
  return Object.fromEntries(joined)
}
