import type { Resolvers } from './execute.ts'
import type { SubgraphName } from './schemas.ts'

/** The people whose own pages are asked for: `user(id)` knows them, `users` gives only the six before them. */
export const VIEWERS = Array.from({ length: 500 }, (_, index) => String(index + 7))

const PEOPLE = ['Ayu Lestari', 'Bima Putra', 'Citra Dewi', 'Dimas Hadi', 'Eka Sari', 'Farhan Rizki']
const PRODUCTS: [name: string, price: number, weight: number, inStock: boolean][] = [
  ['Meja', 899, 100, true],
  ['Sofa', 1299, 1000, false],
  ['Gelas', 15, 20, false],
  ['Kursi', 499, 100, false],
  ['Televisi', 1299, 1000, true],
  ['Lampu', 6999, 300, true],
  ['Panggangan', 3999, 2000, true],
  ['Kulkas', 100_000, 6000, false],
  ['Dipan', 9999, 800, true],
]
/** What each of the shop's reviews is about, and how long it is. */
const REVIEWS: [upc: string, length: number][] = [
  ['1', 445],
  ['1', 290],
  ['1', 276],
  ['1', 142],
  ['2', 445],
  ['2', 290],
  ['2', 276],
  ['2', 142],
  ['3', 142],
  ['4', 142],
  ['4', 860],
  // What the public benchmark does not have, and its query does not reach: more that viewers can have reviewed.
  ['6', 150],
  ['6', 150],
  ['7', 150],
  ['7', 150],
  ['8', 150],
  ['9', 150],
]
const WORDS =
  'kokoh ringan murah rapi halus tebal lembut cepat sampai sesuai gambar warnanya pudar bagus sekali untuk ruang tamu kecil anak suka bahan awet baru dua bulan sudah goyah kaki kanan baut longgar petunjuk jelas kemasan aman'.split(
    ' ',
  )

const users = [...PEOPLE, ...VIEWERS.map((id) => `Pembaca ${id}`)].map((name, index) => ({
  __typename: 'User',
  id: String(index + 1),
  name,
  username: name.toLowerCase().replaceAll(' ', '.'),
  birthday: 1_234_567_890 - index * 86_400,
}))
const userById = new Map(users.map((user) => [user.id, user]))

const products = PRODUCTS.map(([name, price, weight], index) => ({
  __typename: 'Product',
  upc: String(index + 1),
  name,
  price,
  weight,
}))
const productByUpc = new Map(products.map((product) => [product.upc, product]))
const inStock = new Map(PRODUCTS.map(([, , , stocked], index) => [String(index + 1), stocked]))

type Review = { __typename: 'Review'; id: string; body: string; product: ReviewedProduct; author: Reviewer }
type ReviewedProduct = { __typename: 'Product'; upc: string; reviews: Review[] }
type Reviewer = { __typename: 'User'; id: string; username: string; reviews: Review[] }

const reviewed = new Map<string, ReviewedProduct>(
  products.map(({ upc }) => [upc, { __typename: 'Product', upc, reviews: [] }]),
)
const reviewers = new Map<string, Reviewer>(
  users.map(({ id, username }) => [id, { __typename: 'User', id, username, reviews: [] }]),
)
// As in the public benchmark one person wrote all that the shop shows, and the six have the first two for theirs.
const shown = REVIEWS.map(([upc, length], index) => review(String(index + 1), upc, '1', length))
for (const each of shown) each.product.reviews.push(each)
for (const { id } of users.slice(0, PEOPLE.length)) of(reviewers, id).reviews.push(...shown.slice(0, 2))
// Two of the reviewed products each, so that a page is its viewer's own and yet several viewers ask for the same product.
const pairs = [...reviewed.values()]
  .filter(({ reviews }) => reviews.length > 0)
  .flatMap(({ upc }, _, all) => all.filter((other) => other.upc !== upc).map((other) => [upc, other.upc]))
for (const [index, id] of VIEWERS.entries()) {
  const upcs = pairs[index % pairs.length] ?? []
  of(reviewers, id).reviews.push(...upcs.map((upc, at) => review(`${id}-${at + 1}`, upc, id, 150)))
}
const reviewById = new Map(
  [...reviewers.values()].flatMap(({ reviews }) => reviews.map((each) => [each.id, each])),
)
for (const each of shown) reviewById.set(each.id, each)

export const RESOLVERS: Record<SubgraphName, Resolvers> = {
  accounts: {
    roots: {
      me: () => users[0],
      user: ({ id }) => userById.get(String(id)),
      users: () => users.slice(0, PEOPLE.length),
    },
    entities: { User: ({ id }) => userById.get(String(id)) },
  },
  products: {
    roots: { topProducts: ({ first }) => products.slice(0, first === undefined ? 5 : Number(first)) },
    entities: { Product: ({ upc }) => productByUpc.get(String(upc)) },
  },
  reviews: {
    roots: {},
    entities: {
      Review: ({ id }) => reviewById.get(String(id)),
      User: ({ id }) => reviewers.get(String(id)),
      Product: ({ upc }) => reviewed.get(String(upc)),
    },
  },
  inventory: {
    roots: {},
    entities: {
      Product: ({ upc, price, weight }) => ({
        __typename: 'Product',
        upc,
        price,
        weight,
        inStock: inStock.get(String(upc)),
        shippingEstimate:
          typeof price !== 'number' || typeof weight !== 'number' ? null : price > 1000 ? 0 : weight / 2,
      }),
    },
  },
}

function review(id: string, upc: string, author: string, length: number): Review {
  return {
    __typename: 'Review',
    id,
    body: text(Number(id.replace('-', '')), length),
    product: of(reviewed, upc),
    author: of(reviewers, author),
  }
}

function text(seed: number, length: number): string {
  let written = ''
  for (let at = seed; written.length < length; at += 7) written += `${WORDS[at % WORDS.length]} `
  return written.slice(0, length)
}

function of<Value>(map: Map<string, Value>, key: string): Value {
  const value = map.get(key)
  if (value === undefined) throw new Error(`There is no ${key}`)
  return value
}
