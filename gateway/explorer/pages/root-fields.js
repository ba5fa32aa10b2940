/* What the served graph offers, so far as a page needs to know. */
import { post } from './session.js'

/** The names of all root fields; none while the gateway cannot be asked. */
export async function readRootFields() {
  const types = ['queryType', 'mutationType', 'subscriptionType']
  const query = `{ __schema { ${types.map((type) => `${type} { fields { name } }`).join(' ')} } }`
  const { data } = await post({ query }).catch(() => ({}))
  return types.flatMap((type) => data?.__schema[type]?.fields ?? []).map(({ name }) => name)
}
