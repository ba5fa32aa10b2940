import {
  GraphQLError,
  type GraphQLFieldResolver,
  type GraphQLSchema,
  buildASTSchema,
  isAbstractType,
  isObjectType,
  parse,
  printSchema,
} from 'graphql'

/** What stands in the graph's one small world. Every subgraph, and the model, read it from here. */
type Item = {
  __typename: 'Book' | 'Film'
  id: string
  title: string
  usd: number | null
  creator: string | null
  dims: { w: number; h: number } | null
  size: 'S' | 'L' | null
  meta: unknown
  related: string[]
  stars: number | null
  isbn?: string
  pages?: number | null
  minutes?: number
}
type Human = {
  __typename: 'Person'
  id: string
  name: string | null
  nick: string
  friends: string[]
  owns: string[]
}
type Shop = {
  __typename: 'Shop'
  code: string
  owner: string
  street: string | null
  offers: (string | null)[]
}
type Review = { id: string; body: string; flag: number | null; author: string; about: string }

const item = (it: Partial<Item> & Pick<Item, '__typename' | 'id'>): Item => ({
  title: `Title of ${it.id}`,
  usd: 3,
  creator: 'h1',
  dims: { w: 2, h: 3 },
  size: 'S',
  meta: null,
  related: [],
  stars: 4,
  ...it,
})

const ITEMS = [
  item({
    __typename: 'Book',
    id: 'b1',
    isbn: 'i1',
    pages: 100,
    related: ['f1', 'b2', 'b1'],
    meta: { a: [1, null] },
  }),
  item({
    __typename: 'Book',
    id: 'b2',
    isbn: 'i2',
    pages: null,
    usd: null,
    creator: null,
    related: ['b1'],
    size: 'L',
  }),
  item({
    __typename: 'Film',
    id: 'f1',
    minutes: 90,
    usd: 7,
    creator: 'h2',
    related: ['b1', 'f2'],
    dims: null,
  }),
  item({ __typename: 'Film', id: 'f2', minutes: 60, creator: 'h3', stars: null, size: null, meta: 'text' }),
]
const PEOPLE: Human[] = [
  { __typename: 'Person', id: 'h1', name: 'Siti', nick: 'si', friends: ['h2', 'h3'], owns: ['s1', 'h2'] },
  { __typename: 'Person', id: 'h2', name: null, nick: 'bu', friends: ['h1'], owns: ['s2', 's1'] },
  { __typename: 'Person', id: 'h3', name: 'Ayu', nick: 'ay', friends: [], owns: [] },
]
const SHOPS: Shop[] = [
  { __typename: 'Shop', code: 's1', owner: 'h1', street: 'Jalan Braga', offers: ['b1', null, 'f1', 'b2'] },
  { __typename: 'Shop', code: 's2', owner: 'h3', street: null, offers: ['f2'] },
]
const REVIEWS: Review[] = [
  { id: 'r1', body: 'good', flag: 1, author: 'h1', about: 'b1' },
  { id: 'r2', body: 'bad', flag: null, author: 'h2', about: 'b1' },
  { id: 'r3', body: 'long', flag: 3, author: 'h3', about: 'f1' },
  { id: 'r4', body: 'short', flag: 4, author: 'h1', about: 'f2' },
]

const itemBy = (id: string) => ITEMS.find((one) => one.id === id || one.isbn === id) ?? null
const person = (id: string | null) => PEOPLE.find((one) => one.id === id) ?? null
const shop = (code: string) => SHOPS.find((one) => one.code === code) ?? null
const owned = ({ owns }: Human) => owns.map((id) => shop(id) ?? person(id))
const related = (of: Item, { first }: { first: number }) => of.related.slice(0, first).map(itemBy)
const price = ({ usd }: Pick<Item, 'usd'>, { currency }: { currency: string | null }) =>
  usd === null ? null : currency === 'USD' ? usd : usd * 16_000
const shipping = (dims: Item['dims'], idr: number | null) => (dims?.w ?? 0) * (dims?.h ?? 0) + (idr ?? -1)
const fee = (usd: number | null) => (usd ?? 0) + 1
const score = (title: string, usd: number | null) => `${title}, ${usd}`
const caption = (cost: number, title: string) => `${title} for ${cost}`
const inStock = ({ isbn }: Pick<Item, 'isbn'>, { region }: { region: string | null }) => `${region} ${isbn}`
const reviewsOf = ({ id }: { id: string }, { first }: { first: number | null }) =>
  REVIEWS.filter(({ about }) => about === id).slice(0, first ?? 9)
const reviewedBy = ({ id }: { id: string }) => REVIEWS.filter(({ author }) => author === id)
const matching = ({ words }: { words: string[] | null }) =>
  words?.map((word) => itemBy(word) ?? person(word)) ?? null
const all = ({ first, size }: { first: number | null; size: string | null }) =>
  ITEMS.filter((one) => !size || one.size === size).slice(0, first ?? 9)
const secret = ({ id }: { id: string }) => {
  if (id !== 'h2') return `secret of ${id}`
  throw new GraphQLError('Not yours.', { extensions: { code: 'FORBIDDEN' } })
}
const mail = ({ id }: { id: string }) => {
  if (id !== 'h3') return `${id}@example.org`
  throw new GraphQLError('No mail.', { extensions: { code: 'FORBIDDEN' } })
}

type Resolvers = Record<string, Record<string, unknown>>
const typed = { __resolveType: ({ __typename }: { __typename: string }) => __typename }
const MEDIA = { price, related, creator: ({ creator }: Item) => person(creator) }
const MEDIA_FIELDS = `id: ID!  title: String!  price(currency: Currency = IDR): Int  creator: Person  dims: Dims  size: Size
  meta: Any  related(first: Int! = 1): [Media!]!`

/** A graph with every knot that federation can tie. */
export const NASTY: Record<string, { sdl: string; resolvers: Resolvers }> = {
  catalog: {
    sdl: `
      type Query { media(id: ID!): Media  all(first: Int = 3, size: Size): [Media]!  books: [Book!]!  shelves: [[Media!]]
        search(words: [ID!] = ["b1", "h1", "f1", "?"]): [Found]  featured: Media @shareable  echo(range: Range): String }
      interface Media @key(fields: "id") { ${MEDIA_FIELDS} }
      type Book implements Media @key(fields: "id") @key(fields: "isbn") { ${MEDIA_FIELDS}  isbn: ID!  pages: Int }
      type Film implements Media @key(fields: "id") { ${MEDIA_FIELDS}  minutes: Int! }
      type Dims @shareable { w: Int!  h: Int! }
      type Person @key(fields: "id", resolvable: false) { id: ID! }
      union Found = Book | Film | Person
      enum Currency { IDR USD }  enum Size { S L }  scalar Any
      input Range { from: Int = 1  to: [Int!]  inner: Range }`,
    resolvers: {
      Query: {
        media: (_: unknown, { id }: { id: string }) => itemBy(id),
        all: (_: unknown, args: Parameters<typeof all>[0]) => all(args),
        books: () => ITEMS.filter(({ __typename }) => __typename === 'Book'),
        shelves: () => [[itemBy('b1'), itemBy('f1')], null, [], [itemBy('b2')]],
        search: (_: unknown, args: Parameters<typeof matching>[0]) => matching(args),
        featured: () => itemBy('f1'),
        echo: (_: unknown, args: object) => JSON.stringify(args),
      },
      Media: { ...typed, __resolveReference: ({ id }: { id: string }) => itemBy(id) },
      Book: {
        ...MEDIA,
        __resolveReference: ({ id, isbn }: { id?: string; isbn?: string }) => itemBy(id ?? isbn ?? ''),
      },
      Film: { ...MEDIA, __resolveReference: ({ id }: { id: string }) => itemBy(id) },
      Found: typed,
    },
  },
  reviews: {
    sdl: `
      type Query { reviews: [Review!]!  latest: Review  featured: Media @shareable }
      type Media @key(fields: "id") @interfaceObject { id: ID!  stars: Int  reviews(first: Int = 2): [Review!]
        title: String! @external  price(currency: Currency = IDR): Int @external
        score: String @requires(fields: "title price(currency: USD)") }
      type Review @key(fields: "id") { id: ID!  body: String  flag: Int!  author: Person @provides(fields: "name")  about: Media! }
      type Person @key(fields: "id") { id: ID!  name: String @external  nick: String  reviewed: [Review!] }
      enum Currency { IDR USD }`,
    resolvers: {
      Query: {
        reviews: () => REVIEWS.filter(({ flag }) => flag !== null),
        latest: () => REVIEWS[1],
        featured: () => ({ id: 'f1' }),
      },
      Media: {
        __resolveReference: (reference: object) => reference,
        stars: ({ id }: Item) => itemBy(id)?.stars,
        reviews: reviewsOf,
        score: ({ title, price }: { title: string; price: number | null }) => score(title, price),
      },
      Review: {
        __resolveReference: ({ id }: { id: string }) => REVIEWS.find((one) => one.id === id),
        author: ({ author }: Review) => person(author),
        about: ({ about }: Review) => ({ id: about }),
      },
      Person: { __resolveReference: ({ id }: { id: string }) => person(id), reviewed: reviewedBy },
    },
  },
  people: {
    sdl: `
      type Query { me: Person  people(ids: [ID!] = ["h1", "h2"]): [Person]! }
      type Person @key(fields: "id") { id: ID!  name: String @shareable  nick: String @override(from: "reviews", label: "percent(50)")
        friends(first: Int): [Person!]  owns: [Owned!]!  secret: String  mail: String! }
      type Shop @key(fields: "owner { id } code") { owner: Person!  code: ID!  street: String }
      union Owned = Person | Shop`,
    resolvers: {
      Query: {
        me: () => person('h1'),
        people: (_: unknown, { ids }: { ids: string[] | null }) => (ids ?? []).map(person),
      },
      Person: {
        __resolveReference: ({ id }: { id: string }) => person(id),
        friends: ({ friends }: Human, { first }: { first: number | null }) =>
          friends.slice(0, first ?? 9).map(person),
        owns: owned,
        secret,
        mail,
      },
      Shop: { __resolveReference: ({ code }: Shop) => shop(code), owner: ({ owner }: Shop) => person(owner) },
      Owned: typed,
    },
  },
  stock: {
    sdl: `
      type Query { shop(code: ID! = "s1"): Shop  cheapest: Book }
      type Book @key(fields: "isbn") { isbn: ID!  dims: Dims @external  price(currency: Currency = IDR): Int @external
        inStock(region: Region = WEST): String  fee: Int @requires(fields: "price(currency: USD)")
        shipping: Int @requires(fields: "dims { w h } price(currency: IDR)") }
      type Film @key(fields: "id") { id: ID!  price(currency: Currency = IDR): Int @external
        fee: Int @requires(fields: "price(currency: USD)") }
      type Dims @shareable { w: Int!  h: Int! }
      type Shop @key(fields: "owner { id } code") { owner: Person!  code: ID!  offers: [Offer!]!  partner: Shop }
      type Person @key(fields: "id", resolvable: false) { id: ID! }
      type Offer { number: Int!  of: Sold }
      union Sold = Book | Film
      enum Currency { IDR USD }  enum Region { WEST EAST }`,
    resolvers: {
      Query: {
        shop: (_: unknown, { code }: { code: string }) => shop(code),
        cheapest: () => ({ isbn: 'i1' }),
      },
      Book: {
        __resolveReference: (reference: object) => reference,
        inStock,
        fee: ({ price }: { price: number | null }) => fee(price),
        shipping: ({ dims, price }: { dims: Item['dims']; price: number | null }) => shipping(dims, price),
      },
      Film: {
        __resolveReference: (reference: object) => reference,
        fee: ({ price }: { price: number | null }) => fee(price),
      },
      Shop: {
        __resolveReference: ({ code }: Shop) => shop(code),
        owner: ({ owner }: Shop) => ({ id: owner }),
        offers: ({ offers }: Shop) => offers.map((id, number) => ({ number, of: id && itemBy(id) })),
        partner: ({ code }: Shop) => shop(code === 's1' ? 's2' : '?'),
      },
      Sold: typed,
    },
  },
  labels: {
    sdl: `type Book @key(fields: "id") { id: ID!  title: String! @external  shipping: Int @external
        caption: String @requires(fields: "shipping title")  twin: Book }`,
    resolvers: {
      Book: {
        __resolveReference: (reference: object) => reference,
        caption: (book: { shipping: number; title: string }) => caption(book.shipping, book.title),
        twin: ({ id }: Item) => ({ id: id === 'b1' ? 'b2' : 'b1' }),
      },
    },
  },
}

const needs = (of: Item) => shipping(of.dims, price(of, { currency: 'IDR' }))
const MODEL_MEDIA = {
  ...MEDIA,
  reviews: reviewsOf,
  score: (of: Item) => score(of.title, price(of, { currency: 'USD' })),
  fee: (of: Item) => fee(price(of, { currency: 'USD' })),
}
const MODEL: Resolvers = {
  Query: {
    ...NASTY.catalog?.resolvers.Query,
    ...NASTY.people?.resolvers.Query,
    ...NASTY.reviews?.resolvers.Query,
    ...NASTY.stock?.resolvers.Query,
    featured: () => itemBy('f1'),
    cheapest: () => itemBy('i1'),
  },
  Book: {
    ...MODEL_MEDIA,
    inStock,
    shipping: needs,
    caption: (of: Item) => caption(needs(of), of.title),
    twin: ({ id }: Item) => itemBy(id === 'b1' ? 'b2' : 'b1'),
  },
  Film: MODEL_MEDIA,
  Review: { author: ({ author }: Review) => person(author), about: ({ about }: Review) => itemBy(about) },
  Person: { ...NASTY.people?.resolvers.Person, reviewed: reviewedBy },
  Shop: { ...NASTY.stock?.resolvers.Shop, owner: ({ owner }: Shop) => person(owner) },
}

/** The whole graph as one schema over the same world, without any federation. */
export function createModel(apiSchema: GraphQLSchema): GraphQLSchema {
  const model = buildASTSchema(parse(printSchema(apiSchema)))
  for (const type of Object.values(model.getTypeMap())) {
    if (isAbstractType(type)) type.resolveType = typed.__resolveType as never
    if (!isObjectType(type)) continue
    for (const [name, field] of Object.entries(type.getFields())) {
      const resolve = MODEL[type.name]?.[name] as GraphQLFieldResolver<unknown, unknown> | undefined
      if (resolve) field.resolve = resolve
    }
  }
  return model
}
