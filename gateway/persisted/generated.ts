import type { GraphQLResolveInfo, GraphQLScalarType, GraphQLScalarTypeConfig } from 'graphql';
import type { ClientRow, ManifestRow, OperationRow } from './store/index.ts';
import type { Context } from './context.ts';
export type Maybe<T> = T | null;
export type InputMaybe<T> = Maybe<T>;
export type Omit<T, K extends keyof T> = Pick<T, Exclude<keyof T, K>>;
export type RequireFields<T, K extends keyof T> = Omit<T, K> & { [P in K]-?: NonNullable<T[P]> };
/** All built-in and custom scalars, mapped to their actual values */
export type Scalars = {
  ID: { input: string; output: string; }
  String: { input: string; output: string; }
  Boolean: { input: boolean; output: boolean; }
  Int: { input: number; output: number; }
  Float: { input: number; output: number; }
  /** A moment in UTC, written as in RFC 3339, for example `2027-04-23T01:30:00.000Z`. */
  DateTime: { input: Date; output: Date; }
  _FieldSet: { input: unknown; output: unknown; }
};

/**
 * A program of somebody else's, a partner's for example. It sends its key as `x-api-key`, and may run the documents that are
 * registered for it, and no others.
 */
export type ApiClient = {
  __typename?: 'ApiClient';
  /** Whether it is let in. While it is not, its key is refused, and what was registered for it stays. */
  active: Scalars['Boolean']['output'];
  /** When it was created. */
  createdAt: Scalars['DateTime']['output'];
  /** The versions of its manifest, the newest first. */
  manifests: OperationManifestConnection;
  /** The most fields that one of its documents may select, those in fragments counted wherever they are spread. */
  maxFields: Scalars['Int']['output'];
  /** Its name: from 2 to 40 small letters, digits and hyphens, beginning with a letter. */
  name: Scalars['String']['output'];
  /** The root fields that its documents may select, for example `Query.exams`; `Query.*` stands for all of a type. */
  rootFields: Array<Scalars['String']['output']>;
};


/**
 * A program of somebody else's, a partner's for example. It sends its key as `x-api-key`, and may run the documents that are
 * registered for it, and no others.
 */
export type ApiClientManifestsArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  first: Scalars['Int']['input'];
};

/** One page of a list of clients. */
export type ApiClientConnection = {
  __typename?: 'ApiClientConnection';
  /** The clients of this page, in order. */
  edges: Array<ApiClientEdge>;
  /** Where this page stands in the list. */
  pageInfo: PageInfo;
};

/** A client's place in a list. */
export type ApiClientEdge = {
  __typename?: 'ApiClientEdge';
  /** The cursor of this place, to be passed as `after`. */
  cursor: Scalars['String']['output'];
  /** The client. */
  node: ApiClient;
};

/** Why no client was created. The state `NAME_TAKEN` means that there is a client of that name. */
export type CreateApiClientError = InvalidInput | WrongState;

/** A client to create. */
export type CreateApiClientInput = {
  /** The most fields that one of its documents may select, from 1 to 20000. */
  maxFields: Scalars['Int']['input'];
  /** Its name: from 2 to 40 small letters, digits and hyphens, beginning with a letter. */
  name: Scalars['String']['input'];
  /** The root fields that its documents may select, for example `Query.exams`; `Query.*` stands for all of a type. */
  rootFields: Array<Scalars['String']['input']>;
};

/** What came of creating a client. */
export type CreateApiClientPayload = {
  __typename?: 'CreateApiClientPayload';
  /** Its key, to be sent as the header `x-api-key`. It is shown only now: nobody can read it again. */
  apiKey?: Maybe<Scalars['String']['output']>;
  /** The client, or null when there are errors. */
  client?: Maybe<ApiClient>;
  /** Why no client was created; empty on success. */
  errors: Array<CreateApiClientError>;
};

/** An input field that does not hold what it must. */
export type InvalidInput = UserError & {
  __typename?: 'InvalidInput';
  /** Always `INVALID_INPUT`. */
  code: Scalars['String']['output'];
  /** The path of the field, for example `input.email`. */
  field?: Maybe<Scalars['String']['output']>;
  /** What was wrong, in the reader's language. */
  message: Scalars['String']['output'];
};

export type Mutation = {
  __typename?: 'Mutation';
  /** Creates a partner client, and its key. For administrators. */
  createApiClient: CreateApiClientPayload;
  /**
   * Registers documents for a client, as the next version of its manifest: all of them, or none. Each is checked against the
   * graph, the limits of the gateway and the rights of the client. They are in force at once, at every gateway. For
   * administrators.
   */
  registerOperations: RegisterOperationsPayload;
  /** Shuts a client out at once, or lets it in again. For administrators. */
  setApiClientActive: SetApiClientActivePayload;
  /** Takes documents of a client out of force at once, at every gateway. For administrators. */
  withdrawOperations: WithdrawOperationsPayload;
};


export type MutationCreateApiClientArgs = {
  input: CreateApiClientInput;
};


export type MutationRegisterOperationsArgs = {
  input: RegisterOperationsInput;
};


export type MutationSetApiClientActiveArgs = {
  input: SetApiClientActiveInput;
};


export type MutationWithdrawOperationsArgs = {
  input: WithdrawOperationsInput;
};

/** Something that does not exist, or that the viewer may not know to exist. */
export type NotFound = UserError & {
  __typename?: 'NotFound';
  /** Always `NOT_FOUND`. */
  code: Scalars['String']['output'];
  /** The path of the field that named it. */
  field?: Maybe<Scalars['String']['output']>;
  /** What was not found, in the reader's language. */
  message: Scalars['String']['output'];
};

/**
 * What was registered for a client at one time. Earlier versions stay in force beside later ones, for the programs that still
 * send what is in them, until they are withdrawn.
 */
export type OperationManifest = {
  __typename?: 'OperationManifest';
  /** The client. */
  client: ApiClient;
  /** How many of them have not been withdrawn. */
  inForceCount: Scalars['Int']['output'];
  /** How many documents it has. */
  operationCount: Scalars['Int']['output'];
  /** When it was registered. It is in force from then on. */
  registeredAt: Scalars['DateTime']['output'];
  /** Counted from 1 for each client. */
  version: Scalars['Int']['output'];
};

/** One page of the versions of a manifest. */
export type OperationManifestConnection = {
  __typename?: 'OperationManifestConnection';
  /** The versions of this page, in order. */
  edges: Array<OperationManifestEdge>;
  /** Where this page stands in the list. */
  pageInfo: PageInfo;
};

/** A version's place in a list. */
export type OperationManifestEdge = {
  __typename?: 'OperationManifestEdge';
  /** The cursor of this place, to be passed as `after`. */
  cursor: Scalars['String']['output'];
  /** The version. */
  node: OperationManifest;
};

/** A document that cannot be registered, and one reason for it. */
export type OperationRefused = UserError & {
  __typename?: 'OperationRefused';
  /** The kind of reason, for example `HASH_MISMATCH`, `DOCUMENT_INVALID` or `FIELD_NOT_ALLOWED`. */
  code: Scalars['String']['output'];
  /** Always `input.manifest`. */
  field?: Maybe<Scalars['String']['output']>;
  /** The document's id, as the manifest gives it. */
  hash: Scalars['String']['output'];
  /** The reason, in the reader's language; what GraphQL itself says of a document is in English. */
  message: Scalars['String']['output'];
  /** The operation's name, or the document's id where it has none. */
  operation: Scalars['String']['output'];
};

/** A kind of operation, by its root type. */
export type OperationType =
  /** Changes something. */
  | 'mutation'
  /** Reads. */
  | 'query'
  /** Follows something live. */
  | 'subscription';

/** Where a page of a connection stands in the whole list. */
export type PageInfo = {
  __typename?: 'PageInfo';
  /** The cursor of the last edge, to be passed as `after` for the next page; null when the page is empty. */
  endCursor?: Maybe<Scalars['String']['output']>;
  /** Whether more edges follow the last one of this page. */
  hasNextPage: Scalars['Boolean']['output'];
  /** Whether edges stand before the first one of this page. */
  hasPreviousPage: Scalars['Boolean']['output'];
  /** The cursor of the first edge, or null when the page is empty. */
  startCursor?: Maybe<Scalars['String']['output']>;
};

/** A document that a client may run, and how much it does. The same document of two clients is listed for each. */
export type PersistedOperation = {
  __typename?: 'PersistedOperation';
  /** The client. */
  client: ApiClient;
  /** The document's text. */
  document: Scalars['String']['output'];
  /** The SHA-256 of the document, in hexadecimal: what the client sends in its place. */
  hash: Scalars['ID']['output'];
  /** The day (UTC) on which the client last ran it, for example `2027-04-23`; null when it never has. */
  lastUsedOn?: Maybe<Scalars['String']['output']>;
  /** The operation's name, or null when it has none. */
  name?: Maybe<Scalars['String']['output']>;
  /** When the document was first registered, by whichever client. */
  registeredAt: Scalars['DateTime']['output'];
  /** What kind of operation it is. */
  type: OperationType;
  /** How often the client has run it. What ran in the last seconds may not be counted yet. */
  uses: Scalars['Int']['output'];
  /** The versions of the client's manifest in which it is in force. */
  versions: Array<Scalars['Int']['output']>;
};

/** One page of a list of documents. */
export type PersistedOperationConnection = {
  __typename?: 'PersistedOperationConnection';
  /** The documents of this page, in order. */
  edges: Array<PersistedOperationEdge>;
  /** Where this page stands in the list. */
  pageInfo: PageInfo;
};

/** A document's place in a list. */
export type PersistedOperationEdge = {
  __typename?: 'PersistedOperationEdge';
  /** The cursor of this place, to be passed as `after`. */
  cursor: Scalars['String']['output'];
  /** The document. */
  node: PersistedOperation;
};

export type Query = {
  __typename?: 'Query';
  /** The partner clients, in the order of their names. For administrators. */
  apiClients: ApiClientConnection;
  /** The documents in force, in the order of their clients. For administrators. */
  persistedOperations: PersistedOperationConnection;
};


export type QueryApiClientsArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  first: Scalars['Int']['input'];
};


export type QueryPersistedOperationsArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  client?: InputMaybe<Scalars['String']['input']>;
  first: Scalars['Int']['input'];
};

/** Why nothing was registered. */
export type RegisterOperationsError = InvalidInput | NotFound | OperationRefused;

/** Documents to register. */
export type RegisterOperationsInput = {
  /** The client's name. */
  client: Scalars['String']['input'];
  /**
   * The JSON of a manifest: as `@apollo/generate-persisted-query-manifest` writes it, or an object of documents by their
   * SHA-256. At most 5,000 documents, each with one operation.
   */
  manifest: Scalars['String']['input'];
};

/** What came of registering documents. */
export type RegisterOperationsPayload = {
  __typename?: 'RegisterOperationsPayload';
  /** Everything that is wrong with the manifest; empty on success. With errors, nothing was registered. */
  errors: Array<RegisterOperationsError>;
  /** What is now in force, or null when there are errors. */
  manifest?: Maybe<OperationManifest>;
};

/** Why a client could not be let in or shut out. */
export type SetApiClientActiveError = NotFound;

/** A client to let in or to shut out. */
export type SetApiClientActiveInput = {
  /** False to shut it out, true to let it in. */
  active: Scalars['Boolean']['input'];
  /** The client's name. */
  name: Scalars['String']['input'];
};

/** What came of letting a client in or shutting it out. */
export type SetApiClientActivePayload = {
  __typename?: 'SetApiClientActivePayload';
  /** The client after the change, or null when there are errors. */
  client?: Maybe<ApiClient>;
  /** Why nothing was changed; empty on success. */
  errors: Array<SetApiClientActiveError>;
};

/** A failure that a person can cause and understand. It is data, not an exception. */
export type UserError = {
  /** A stable code for programs, in UPPER_SNAKE_CASE. */
  code: Scalars['String']['output'];
  /** The path of the input field that was wrong, for example `input.email`; null when no single field is at fault. */
  field?: Maybe<Scalars['String']['output']>;
  /** What was wrong, in the reader's language. */
  message: Scalars['String']['output'];
};

/** Why nothing was withdrawn. */
export type WithdrawOperationsError = NotFound;

/** Documents to take out of force. With neither `version` nor `hashes`, all of the client's. */
export type WithdrawOperationsInput = {
  /** The client's name. */
  client: Scalars['String']['input'];
  /** Only these documents. */
  hashes?: InputMaybe<Array<Scalars['ID']['input']>>;
  /** Only those of this version of its manifest. They stay in force where they are in another version, too. */
  version?: InputMaybe<Scalars['Int']['input']>;
};

/** What came of taking documents out of force. */
export type WithdrawOperationsPayload = {
  __typename?: 'WithdrawOperationsPayload';
  /** Why nothing was withdrawn; empty on success. */
  errors: Array<WithdrawOperationsError>;
  /** How many entries of manifests are no longer in force; null when there are errors. */
  withdrawnCount?: Maybe<Scalars['Int']['output']>;
};

/** An action that the thing's present state does not allow, for example an answer after the deadline. */
export type WrongState = UserError & {
  __typename?: 'WrongState';
  /** Which rule of the state was broken, for example `SECTION_CLOSED`. */
  code: Scalars['String']['output'];
  /** The path of the field that named the thing. */
  field?: Maybe<Scalars['String']['output']>;
  /** What the state is and what it would have to be, in the reader's language. */
  message: Scalars['String']['output'];
};

/** Who may keep an answer. */
export type CacheControl__Scope =
  /** Whoever asked, and nobody else. */
  | 'PRIVATE'
  /** Anyone on its way, since it is the same for all who ask. */
  | 'PUBLIC';



export type ResolverTypeWrapper<T> = Promise<T> | T;


export type ResolverWithResolve<TResult, TParent, TContext, TArgs> = {
  resolve: ResolverFn<TResult, TParent, TContext, TArgs>;
};
export type Resolver<TResult, TParent = Record<PropertyKey, never>, TContext = Record<PropertyKey, never>, TArgs = Record<PropertyKey, never>> = ResolverFn<TResult, TParent, TContext, TArgs> | ResolverWithResolve<TResult, TParent, TContext, TArgs>;

export type ResolverFn<TResult, TParent, TContext, TArgs> = (
  parent: TParent,
  args: TArgs,
  context: TContext,
  info: GraphQLResolveInfo
) => Promise<TResult> | TResult;

export type SubscriptionSubscribeFn<TResult, TParent, TContext, TArgs> = (
  parent: TParent,
  args: TArgs,
  context: TContext,
  info: GraphQLResolveInfo
) => AsyncIterable<TResult> | Promise<AsyncIterable<TResult>>;

export type SubscriptionResolveFn<TResult, TParent, TContext, TArgs> = (
  parent: TParent,
  args: TArgs,
  context: TContext,
  info: GraphQLResolveInfo
) => TResult | Promise<TResult>;

export interface SubscriptionSubscriberObject<TResult, TKey extends string, TParent, TContext, TArgs> {
  subscribe: SubscriptionSubscribeFn<{ [key in TKey]: TResult }, TParent, TContext, TArgs>;
  resolve?: SubscriptionResolveFn<TResult, { [key in TKey]: TResult }, TContext, TArgs>;
}

export interface SubscriptionResolverObject<TResult, TParent, TContext, TArgs> {
  subscribe: SubscriptionSubscribeFn<any, TParent, TContext, TArgs>;
  resolve: SubscriptionResolveFn<TResult, any, TContext, TArgs>;
}

export type SubscriptionObject<TResult, TKey extends string, TParent, TContext, TArgs> =
  | SubscriptionSubscriberObject<TResult, TKey, TParent, TContext, TArgs>
  | SubscriptionResolverObject<TResult, TParent, TContext, TArgs>;

export type SubscriptionResolver<TResult, TKey extends string, TParent = Record<PropertyKey, never>, TContext = Record<PropertyKey, never>, TArgs = Record<PropertyKey, never>> =
  | ((...args: any[]) => SubscriptionObject<TResult, TKey, TParent, TContext, TArgs>)
  | SubscriptionObject<TResult, TKey, TParent, TContext, TArgs>;

export type TypeResolveFn<TTypes, TParent = Record<PropertyKey, never>, TContext = Record<PropertyKey, never>> = (
  parent: TParent,
  context: TContext,
  info: GraphQLResolveInfo
) => Maybe<TTypes> | Promise<Maybe<TTypes>>;

export type IsTypeOfResolverFn<T = Record<PropertyKey, never>, TContext = Record<PropertyKey, never>> = (obj: T, context: TContext, info: GraphQLResolveInfo) => boolean | Promise<boolean>;

export type NextResolverFn<T> = () => Promise<T>;

export type DirectiveResolverFn<TResult = Record<PropertyKey, never>, TParent = Record<PropertyKey, never>, TContext = Record<PropertyKey, never>, TArgs = Record<PropertyKey, never>> = (
  next: NextResolverFn<TResult>,
  parent: TParent,
  args: TArgs,
  context: TContext,
  info: GraphQLResolveInfo
) => TResult | Promise<TResult>;



/** Mapping of union types */
export type ResolversUnionTypes<_RefType extends Record<string, unknown>> = {
  CreateApiClientError:
    | ( InvalidInput )
    | ( WrongState )
  ;
  RegisterOperationsError:
    | ( InvalidInput )
    | ( NotFound )
    | ( OperationRefused )
  ;
  SetApiClientActiveError: ( NotFound );
  WithdrawOperationsError: ( NotFound );
};

/** Mapping of interface types */
export type ResolversInterfaceTypes<_RefType extends Record<string, unknown>> = {
  UserError:
    | ( InvalidInput )
    | ( NotFound )
    | ( OperationRefused )
    | ( WrongState )
  ;
};

/** Mapping between all available schema types and the resolvers types */
export type ResolversTypes = {
  ApiClient: ResolverTypeWrapper<ClientRow>;
  String: ResolverTypeWrapper<Scalars['String']['output']>;
  ApiClientConnection: ResolverTypeWrapper<Omit<ApiClientConnection, 'edges'> & { edges: Array<ResolversTypes['ApiClientEdge']> }>;
  ApiClientEdge: ResolverTypeWrapper<Omit<ApiClientEdge, 'node'> & { node: ResolversTypes['ApiClient'] }>;
  CreateApiClientError: ResolverTypeWrapper<ResolversUnionTypes<ResolversTypes>['CreateApiClientError']>;
  CreateApiClientInput: CreateApiClientInput;
  CreateApiClientPayload: ResolverTypeWrapper<Omit<CreateApiClientPayload, 'client' | 'errors'> & { client?: Maybe<ResolversTypes['ApiClient']>, errors: Array<ResolversTypes['CreateApiClientError']> }>;
  DateTime: ResolverTypeWrapper<Scalars['DateTime']['output']>;
  InvalidInput: ResolverTypeWrapper<InvalidInput>;
  Mutation: ResolverTypeWrapper<Record<PropertyKey, never>>;
  NotFound: ResolverTypeWrapper<NotFound>;
  OperationManifest: ResolverTypeWrapper<ManifestRow>;
  OperationManifestConnection: ResolverTypeWrapper<Omit<OperationManifestConnection, 'edges'> & { edges: Array<ResolversTypes['OperationManifestEdge']> }>;
  OperationManifestEdge: ResolverTypeWrapper<Omit<OperationManifestEdge, 'node'> & { node: ResolversTypes['OperationManifest'] }>;
  OperationRefused: ResolverTypeWrapper<OperationRefused>;
  OperationType: null;
  PageInfo: ResolverTypeWrapper<PageInfo>;
  PersistedOperation: ResolverTypeWrapper<OperationRow>;
  ID: ResolverTypeWrapper<Scalars['ID']['output']>;
  PersistedOperationConnection: ResolverTypeWrapper<Omit<PersistedOperationConnection, 'edges'> & { edges: Array<ResolversTypes['PersistedOperationEdge']> }>;
  PersistedOperationEdge: ResolverTypeWrapper<Omit<PersistedOperationEdge, 'node'> & { node: ResolversTypes['PersistedOperation'] }>;
  Query: ResolverTypeWrapper<Record<PropertyKey, never>>;
  RegisterOperationsError: ResolverTypeWrapper<ResolversUnionTypes<ResolversTypes>['RegisterOperationsError']>;
  RegisterOperationsInput: RegisterOperationsInput;
  RegisterOperationsPayload: ResolverTypeWrapper<Omit<RegisterOperationsPayload, 'errors' | 'manifest'> & { errors: Array<ResolversTypes['RegisterOperationsError']>, manifest?: Maybe<ResolversTypes['OperationManifest']> }>;
  SetApiClientActiveError: ResolverTypeWrapper<ResolversUnionTypes<ResolversTypes>['SetApiClientActiveError']>;
  SetApiClientActiveInput: SetApiClientActiveInput;
  SetApiClientActivePayload: ResolverTypeWrapper<Omit<SetApiClientActivePayload, 'client' | 'errors'> & { client?: Maybe<ResolversTypes['ApiClient']>, errors: Array<ResolversTypes['SetApiClientActiveError']> }>;
  UserError: ResolverTypeWrapper<ResolversInterfaceTypes<ResolversTypes>['UserError']>;
  WithdrawOperationsError: ResolverTypeWrapper<ResolversUnionTypes<ResolversTypes>['WithdrawOperationsError']>;
  WithdrawOperationsInput: WithdrawOperationsInput;
  WithdrawOperationsPayload: ResolverTypeWrapper<Omit<WithdrawOperationsPayload, 'errors'> & { errors: Array<ResolversTypes['WithdrawOperationsError']> }>;
  WrongState: ResolverTypeWrapper<WrongState>;
  cacheControl__Scope: CacheControl__Scope;
  Boolean: ResolverTypeWrapper<Scalars['Boolean']['output']>;
  Int: ResolverTypeWrapper<Scalars['Int']['output']>;
};

/** Mapping between all available schema types and the resolvers parents */
export type ResolversParentTypes = {
  ApiClient: ClientRow;
  String: Scalars['String']['output'];
  ApiClientConnection: Omit<ApiClientConnection, 'edges'> & { edges: Array<ResolversParentTypes['ApiClientEdge']> };
  ApiClientEdge: Omit<ApiClientEdge, 'node'> & { node: ResolversParentTypes['ApiClient'] };
  CreateApiClientError: ResolversUnionTypes<ResolversParentTypes>['CreateApiClientError'];
  CreateApiClientInput: CreateApiClientInput;
  CreateApiClientPayload: Omit<CreateApiClientPayload, 'client' | 'errors'> & { client?: Maybe<ResolversParentTypes['ApiClient']>, errors: Array<ResolversParentTypes['CreateApiClientError']> };
  DateTime: Scalars['DateTime']['output'];
  InvalidInput: InvalidInput;
  Mutation: Record<PropertyKey, never>;
  NotFound: NotFound;
  OperationManifest: ManifestRow;
  OperationManifestConnection: Omit<OperationManifestConnection, 'edges'> & { edges: Array<ResolversParentTypes['OperationManifestEdge']> };
  OperationManifestEdge: Omit<OperationManifestEdge, 'node'> & { node: ResolversParentTypes['OperationManifest'] };
  OperationRefused: OperationRefused;
  PageInfo: PageInfo;
  PersistedOperation: OperationRow;
  ID: Scalars['ID']['output'];
  PersistedOperationConnection: Omit<PersistedOperationConnection, 'edges'> & { edges: Array<ResolversParentTypes['PersistedOperationEdge']> };
  PersistedOperationEdge: Omit<PersistedOperationEdge, 'node'> & { node: ResolversParentTypes['PersistedOperation'] };
  Query: Record<PropertyKey, never>;
  RegisterOperationsError: ResolversUnionTypes<ResolversParentTypes>['RegisterOperationsError'];
  RegisterOperationsInput: RegisterOperationsInput;
  RegisterOperationsPayload: Omit<RegisterOperationsPayload, 'errors' | 'manifest'> & { errors: Array<ResolversParentTypes['RegisterOperationsError']>, manifest?: Maybe<ResolversParentTypes['OperationManifest']> };
  SetApiClientActiveError: ResolversUnionTypes<ResolversParentTypes>['SetApiClientActiveError'];
  SetApiClientActiveInput: SetApiClientActiveInput;
  SetApiClientActivePayload: Omit<SetApiClientActivePayload, 'client' | 'errors'> & { client?: Maybe<ResolversParentTypes['ApiClient']>, errors: Array<ResolversParentTypes['SetApiClientActiveError']> };
  UserError: ResolversInterfaceTypes<ResolversParentTypes>['UserError'];
  WithdrawOperationsError: ResolversUnionTypes<ResolversParentTypes>['WithdrawOperationsError'];
  WithdrawOperationsInput: WithdrawOperationsInput;
  WithdrawOperationsPayload: Omit<WithdrawOperationsPayload, 'errors'> & { errors: Array<ResolversParentTypes['WithdrawOperationsError']> };
  WrongState: WrongState;
  Boolean: Scalars['Boolean']['output'];
  Int: Scalars['Int']['output'];
};

export type CacheControlDirectiveArgs = {
  inheritMaxAge?: Maybe<Scalars['Boolean']['input']>;
  maxAge?: Maybe<Scalars['Int']['input']>;
  scope?: Maybe<CacheControl__Scope>;
};

export type CacheControlDirectiveResolver<Result, Parent, ContextType = Context, Args = CacheControlDirectiveArgs> = DirectiveResolverFn<Result, Parent, ContextType, Args>;

export type ApiClientResolvers<ContextType = Context, ParentType extends ResolversParentTypes['ApiClient'] = ResolversParentTypes['ApiClient']> = {
  active?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  createdAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  manifests?: Resolver<ResolversTypes['OperationManifestConnection'], ParentType, ContextType, RequireFields<ApiClientManifestsArgs, 'first'>>;
  maxFields?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  name?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  rootFields?: Resolver<Array<ResolversTypes['String']>, ParentType, ContextType>;
};

export type ApiClientConnectionResolvers<ContextType = Context, ParentType extends ResolversParentTypes['ApiClientConnection'] = ResolversParentTypes['ApiClientConnection']> = {
  edges?: Resolver<Array<ResolversTypes['ApiClientEdge']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
};

export type ApiClientEdgeResolvers<ContextType = Context, ParentType extends ResolversParentTypes['ApiClientEdge'] = ResolversParentTypes['ApiClientEdge']> = {
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  node?: Resolver<ResolversTypes['ApiClient'], ParentType, ContextType>;
};

export type CreateApiClientErrorResolvers<ContextType = Context, ParentType extends ResolversParentTypes['CreateApiClientError'] = ResolversParentTypes['CreateApiClientError']> = {
  __resolveType: TypeResolveFn<'InvalidInput' | 'WrongState', ParentType, ContextType>;
};

export type CreateApiClientPayloadResolvers<ContextType = Context, ParentType extends ResolversParentTypes['CreateApiClientPayload'] = ResolversParentTypes['CreateApiClientPayload']> = {
  apiKey?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  client?: Resolver<Maybe<ResolversTypes['ApiClient']>, ParentType, ContextType>;
  errors?: Resolver<Array<ResolversTypes['CreateApiClientError']>, ParentType, ContextType>;
};

export interface DateTimeScalarConfig extends GraphQLScalarTypeConfig<ResolversTypes['DateTime'], any> {
  name: 'DateTime';
}

export type InvalidInputResolvers<ContextType = Context, ParentType extends ResolversParentTypes['InvalidInput'] = ResolversParentTypes['InvalidInput']> = {
  code?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  field?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  message?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type MutationResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Mutation'] = ResolversParentTypes['Mutation']> = {
  createApiClient?: Resolver<ResolversTypes['CreateApiClientPayload'], ParentType, ContextType, RequireFields<MutationCreateApiClientArgs, 'input'>>;
  registerOperations?: Resolver<ResolversTypes['RegisterOperationsPayload'], ParentType, ContextType, RequireFields<MutationRegisterOperationsArgs, 'input'>>;
  setApiClientActive?: Resolver<ResolversTypes['SetApiClientActivePayload'], ParentType, ContextType, RequireFields<MutationSetApiClientActiveArgs, 'input'>>;
  withdrawOperations?: Resolver<ResolversTypes['WithdrawOperationsPayload'], ParentType, ContextType, RequireFields<MutationWithdrawOperationsArgs, 'input'>>;
};

export type NotFoundResolvers<ContextType = Context, ParentType extends ResolversParentTypes['NotFound'] = ResolversParentTypes['NotFound']> = {
  code?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  field?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  message?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type OperationManifestResolvers<ContextType = Context, ParentType extends ResolversParentTypes['OperationManifest'] = ResolversParentTypes['OperationManifest']> = {
  client?: Resolver<ResolversTypes['ApiClient'], ParentType, ContextType>;
  inForceCount?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  operationCount?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  registeredAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  version?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export type OperationManifestConnectionResolvers<ContextType = Context, ParentType extends ResolversParentTypes['OperationManifestConnection'] = ResolversParentTypes['OperationManifestConnection']> = {
  edges?: Resolver<Array<ResolversTypes['OperationManifestEdge']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
};

export type OperationManifestEdgeResolvers<ContextType = Context, ParentType extends ResolversParentTypes['OperationManifestEdge'] = ResolversParentTypes['OperationManifestEdge']> = {
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  node?: Resolver<ResolversTypes['OperationManifest'], ParentType, ContextType>;
};

export type OperationRefusedResolvers<ContextType = Context, ParentType extends ResolversParentTypes['OperationRefused'] = ResolversParentTypes['OperationRefused']> = {
  code?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  field?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  hash?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  message?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  operation?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type OperationTypeResolvers = { MUTATION: 'mutation', QUERY: 'query', SUBSCRIPTION: 'subscription' };

export type PageInfoResolvers<ContextType = Context, ParentType extends ResolversParentTypes['PageInfo'] = ResolversParentTypes['PageInfo']> = {
  endCursor?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  hasNextPage?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  hasPreviousPage?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  startCursor?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
};

export type PersistedOperationResolvers<ContextType = Context, ParentType extends ResolversParentTypes['PersistedOperation'] = ResolversParentTypes['PersistedOperation']> = {
  client?: Resolver<ResolversTypes['ApiClient'], ParentType, ContextType>;
  document?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  hash?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  lastUsedOn?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  name?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  registeredAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  type?: Resolver<ResolversTypes['OperationType'], ParentType, ContextType>;
  uses?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  versions?: Resolver<Array<ResolversTypes['Int']>, ParentType, ContextType>;
};

export type PersistedOperationConnectionResolvers<ContextType = Context, ParentType extends ResolversParentTypes['PersistedOperationConnection'] = ResolversParentTypes['PersistedOperationConnection']> = {
  edges?: Resolver<Array<ResolversTypes['PersistedOperationEdge']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
};

export type PersistedOperationEdgeResolvers<ContextType = Context, ParentType extends ResolversParentTypes['PersistedOperationEdge'] = ResolversParentTypes['PersistedOperationEdge']> = {
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  node?: Resolver<ResolversTypes['PersistedOperation'], ParentType, ContextType>;
};

export type QueryResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Query'] = ResolversParentTypes['Query']> = {
  apiClients?: Resolver<ResolversTypes['ApiClientConnection'], ParentType, ContextType, RequireFields<QueryApiClientsArgs, 'first'>>;
  persistedOperations?: Resolver<ResolversTypes['PersistedOperationConnection'], ParentType, ContextType, RequireFields<QueryPersistedOperationsArgs, 'first'>>;
};

export type RegisterOperationsErrorResolvers<ContextType = Context, ParentType extends ResolversParentTypes['RegisterOperationsError'] = ResolversParentTypes['RegisterOperationsError']> = {
  __resolveType: TypeResolveFn<'InvalidInput' | 'NotFound' | 'OperationRefused', ParentType, ContextType>;
};

export type RegisterOperationsPayloadResolvers<ContextType = Context, ParentType extends ResolversParentTypes['RegisterOperationsPayload'] = ResolversParentTypes['RegisterOperationsPayload']> = {
  errors?: Resolver<Array<ResolversTypes['RegisterOperationsError']>, ParentType, ContextType>;
  manifest?: Resolver<Maybe<ResolversTypes['OperationManifest']>, ParentType, ContextType>;
};

export type SetApiClientActiveErrorResolvers<ContextType = Context, ParentType extends ResolversParentTypes['SetApiClientActiveError'] = ResolversParentTypes['SetApiClientActiveError']> = {
  __resolveType: TypeResolveFn<'NotFound', ParentType, ContextType>;
};

export type SetApiClientActivePayloadResolvers<ContextType = Context, ParentType extends ResolversParentTypes['SetApiClientActivePayload'] = ResolversParentTypes['SetApiClientActivePayload']> = {
  client?: Resolver<Maybe<ResolversTypes['ApiClient']>, ParentType, ContextType>;
  errors?: Resolver<Array<ResolversTypes['SetApiClientActiveError']>, ParentType, ContextType>;
};

export type UserErrorResolvers<ContextType = Context, ParentType extends ResolversParentTypes['UserError'] = ResolversParentTypes['UserError']> = {
  __resolveType: TypeResolveFn<'InvalidInput' | 'NotFound' | 'OperationRefused' | 'WrongState', ParentType, ContextType>;
};

export type WithdrawOperationsErrorResolvers<ContextType = Context, ParentType extends ResolversParentTypes['WithdrawOperationsError'] = ResolversParentTypes['WithdrawOperationsError']> = {
  __resolveType: TypeResolveFn<'NotFound', ParentType, ContextType>;
};

export type WithdrawOperationsPayloadResolvers<ContextType = Context, ParentType extends ResolversParentTypes['WithdrawOperationsPayload'] = ResolversParentTypes['WithdrawOperationsPayload']> = {
  errors?: Resolver<Array<ResolversTypes['WithdrawOperationsError']>, ParentType, ContextType>;
  withdrawnCount?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
};

export type WrongStateResolvers<ContextType = Context, ParentType extends ResolversParentTypes['WrongState'] = ResolversParentTypes['WrongState']> = {
  code?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  field?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  message?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type Resolvers<ContextType = Context> = {
  ApiClient?: ApiClientResolvers<ContextType>;
  ApiClientConnection?: ApiClientConnectionResolvers<ContextType>;
  ApiClientEdge?: ApiClientEdgeResolvers<ContextType>;
  CreateApiClientError?: CreateApiClientErrorResolvers<ContextType>;
  CreateApiClientPayload?: CreateApiClientPayloadResolvers<ContextType>;
  DateTime?: GraphQLScalarType;
  InvalidInput?: InvalidInputResolvers<ContextType>;
  Mutation?: MutationResolvers<ContextType>;
  NotFound?: NotFoundResolvers<ContextType>;
  OperationManifest?: OperationManifestResolvers<ContextType>;
  OperationManifestConnection?: OperationManifestConnectionResolvers<ContextType>;
  OperationManifestEdge?: OperationManifestEdgeResolvers<ContextType>;
  OperationRefused?: OperationRefusedResolvers<ContextType>;
  OperationType?: OperationTypeResolvers;
  PageInfo?: PageInfoResolvers<ContextType>;
  PersistedOperation?: PersistedOperationResolvers<ContextType>;
  PersistedOperationConnection?: PersistedOperationConnectionResolvers<ContextType>;
  PersistedOperationEdge?: PersistedOperationEdgeResolvers<ContextType>;
  Query?: QueryResolvers<ContextType>;
  RegisterOperationsError?: RegisterOperationsErrorResolvers<ContextType>;
  RegisterOperationsPayload?: RegisterOperationsPayloadResolvers<ContextType>;
  SetApiClientActiveError?: SetApiClientActiveErrorResolvers<ContextType>;
  SetApiClientActivePayload?: SetApiClientActivePayloadResolvers<ContextType>;
  UserError?: UserErrorResolvers<ContextType>;
  WithdrawOperationsError?: WithdrawOperationsErrorResolvers<ContextType>;
  WithdrawOperationsPayload?: WithdrawOperationsPayloadResolvers<ContextType>;
  WrongState?: WrongStateResolvers<ContextType>;
};

export type DirectiveResolvers<ContextType = Context> = {
  cacheControl?: CacheControlDirectiveResolver<any, any, ContextType>;
};
