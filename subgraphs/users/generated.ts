import type { GraphQLResolveInfo, GraphQLScalarType, GraphQLScalarTypeConfig } from 'graphql';
import type { UserSource } from './resolvers/user.ts';
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

/** Why roles could not be set. The state `LAST_ADMIN` means that nobody would be left who can manage people. */
export type AssignRoleError = InvalidInput | NotFound | WrongState;

/** Whose roles, and which. */
export type AssignRoleInput = {
  /** All roles that the person shall hold, at least one. */
  roles: Array<Role>;
  /** The person's id. */
  userId: Scalars['ID']['input'];
};

/** What came of setting roles. */
export type AssignRolePayload = {
  __typename?: 'AssignRolePayload';
  /** Why the roles could not be set; empty on success. */
  errors: Array<AssignRoleError>;
  /** The person after the change, or null when there are errors. */
  user?: Maybe<User>;
};

/**
 * A person's signed-in state on one device. The access token goes with every request, as `Authorization: Bearer …`; when
 * it expires, `refreshSession` exchanges the refresh token for a new pair.
 */
export type AuthSession = {
  __typename?: 'AuthSession';
  /** A signed token of ten minutes that says who is calling. Roles that change meanwhile show in the next one. */
  accessToken: Scalars['String']['output'];
  /** When the access token stops working. */
  accessTokenExpiresAt: Scalars['DateTime']['output'];
  /** A secret that works once. Presenting it again ends the session, since one of the two who hold it must be a thief. */
  refreshToken: Scalars['String']['output'];
  /** When the refresh token stops working if it is not used. */
  refreshTokenExpiresAt: Scalars['DateTime']['output'];
  /** The person who is signed in. */
  user: User;
};

/** An e-mail address that already has an account. */
export type EmailTaken = UserError & {
  __typename?: 'EmailTaken';
  /** Always `EMAIL_TAKEN`. */
  code: Scalars['String']['output'];
  /** Always `input.email`. */
  field?: Maybe<Scalars['String']['output']>;
  /** What was wrong, in the reader's language. */
  message: Scalars['String']['output'];
};

/** An e-mail address and password that do not belong together. Whether the address has an account is not told. */
export type InvalidCredentials = UserError & {
  __typename?: 'InvalidCredentials';
  /** Always `INVALID_CREDENTIALS`. */
  code: Scalars['String']['output'];
  /** Always null: which of the two was wrong is not told. */
  field?: Maybe<Scalars['String']['output']>;
  /** What was wrong, in the reader's language. */
  message: Scalars['String']['output'];
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

/** A refresh token that does not work: never issued, expired, used before, or of a session that has ended. Sign in again. */
export type InvalidRefreshToken = UserError & {
  __typename?: 'InvalidRefreshToken';
  /** Always `INVALID_REFRESH_TOKEN`. */
  code: Scalars['String']['output'];
  /** Always `input.refreshToken`. */
  field?: Maybe<Scalars['String']['output']>;
  /** What to do, in the reader's language. */
  message: Scalars['String']['output'];
};

/** A language in which the platform speaks to a person. */
export type Locale =
  /** English. */
  | 'en'
  /** Bahasa Indonesia. */
  | 'id';

export type Mutation = {
  __typename?: 'Mutation';
  /** Sets the roles that a person holds, in place of those held before. For administrators. */
  assignRole: AssignRolePayload;
  /** Exchanges a refresh token for a new pair of tokens. The old refresh token has then been used up. */
  refreshSession: RefreshSessionPayload;
  /** Opens an account for a new student and signs them in. */
  register: RegisterPayload;
  /** Begins a session on this device. */
  signIn: SignInPayload;
  /**
   * Ends a session: none of its refresh tokens works any more, and its access token only until it expires. Signing out of
   * a session that has already ended succeeds.
   */
  signOut: SignOutPayload;
  /** Changes the caller's own profile. Fields that are left out or null stay as they are. */
  updateProfile: UpdateProfilePayload;
};


export type MutationAssignRoleArgs = {
  input: AssignRoleInput;
};


export type MutationRefreshSessionArgs = {
  input: RefreshSessionInput;
};


export type MutationRegisterArgs = {
  input: RegisterInput;
};


export type MutationSignInArgs = {
  input: SignInInput;
};


export type MutationSignOutArgs = {
  input: SignOutInput;
};


export type MutationUpdateProfileArgs = {
  input: UpdateProfileInput;
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

export type Query = {
  __typename?: 'Query';
  /** The person who is calling, or null for a caller who has not signed in. */
  me?: Maybe<User>;
  /** One person, or null when there is none with this id. For the person, tutors and administrators. */
  user?: Maybe<User>;
  /** Everyone with an account, newest first. For administrators. */
  users: UserConnection;
};


export type QueryUserArgs = {
  id: Scalars['ID']['input'];
};


export type QueryUsersArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  first: Scalars['Int']['input'];
  role?: InputMaybe<Role>;
  search?: InputMaybe<Scalars['String']['input']>;
};

/** Why a session could not go on. */
export type RefreshSessionError = InvalidRefreshToken;

/** The token to exchange. */
export type RefreshSessionInput = {
  /** The newest refresh token of the session. */
  refreshToken: Scalars['String']['input'];
};

/** What came of exchanging a refresh token. */
export type RefreshSessionPayload = {
  __typename?: 'RefreshSessionPayload';
  /** Why the token could not be exchanged; empty on success. */
  errors: Array<RefreshSessionError>;
  /** The session with its new tokens, or null when there are errors. */
  session?: Maybe<AuthSession>;
};

/** Why an account could not be opened. */
export type RegisterError = EmailTaken | InvalidInput;

/** Who registers. */
export type RegisterInput = {
  /** The address to sign in with. Upper and lower case are the same; one address has one account. */
  email: Scalars['String']['input'];
  /** The language the person reads; by default that of the request. */
  locale?: InputMaybe<Locale>;
  /** The name shown to others, from 1 to 80 characters. */
  name: Scalars['String']['input'];
  /** From 8 to 128 characters; not the name, not the e-mail address, and none of the passwords that are tried first. */
  password: Scalars['String']['input'];
};

/** What came of registering. */
export type RegisterPayload = {
  __typename?: 'RegisterPayload';
  /** What was wrong with the input; empty on success. */
  errors: Array<RegisterError>;
  /** The new account's first session, or null when there are errors. */
  session?: Maybe<AuthSession>;
};

/** What a person may do. A person can hold several roles. */
export type Role =
  /** Manages people and their roles. */
  | 'ADMIN'
  /** Writes, reviews and publishes questions and exams. */
  | 'AUTHOR'
  /** Sits exams and practises. Everyone who registers is a student. */
  | 'STUDENT'
  /** Accompanies students: opens exam rooms, watches them, and sees their results. */
  | 'TUTOR';

/** Why a person could not sign in. */
export type SignInError = InvalidCredentials | TooManySignInAttempts;

/** Who signs in. */
export type SignInInput = {
  /** The address of the account, in upper or lower case. */
  email: Scalars['String']['input'];
  /** The account's password. */
  password: Scalars['String']['input'];
};

/** What came of signing in. */
export type SignInPayload = {
  __typename?: 'SignInPayload';
  /** Why there is no session; empty on success. */
  errors: Array<SignInError>;
  /** The new session, or null when there are errors. */
  session?: Maybe<AuthSession>;
};

/** Why no session could be ended. */
export type SignOutError = InvalidRefreshToken;

/** The session to end. */
export type SignOutInput = {
  /** Any refresh token of the session, used or not. */
  refreshToken: Scalars['String']['input'];
};

/** What came of signing out. */
export type SignOutPayload = {
  __typename?: 'SignOutPayload';
  /** Why no session could be ended; empty on success. */
  errors: Array<SignOutError>;
  /** True once the session has ended, or null when there are errors. */
  signedOut?: Maybe<Scalars['Boolean']['output']>;
};

/** Five failed attempts within five minutes for one address. Further attempts are not looked at for a while. */
export type TooManySignInAttempts = UserError & {
  __typename?: 'TooManySignInAttempts';
  /** Always `RATE_LIMITED`. */
  code: Scalars['String']['output'];
  /** Always null. */
  field?: Maybe<Scalars['String']['output']>;
  /** What happened and how long it lasts, in the reader's language. */
  message: Scalars['String']['output'];
  /** From when on attempts are looked at again. */
  retryAt: Scalars['DateTime']['output'];
};

/** Why a profile could not be changed. */
export type UpdateProfileError = InvalidInput;

/** What to change in the caller's profile. */
export type UpdateProfileInput = {
  /** The language the person reads. */
  locale?: InputMaybe<Locale>;
  /** The name shown to others, from 1 to 80 characters. */
  name?: InputMaybe<Scalars['String']['input']>;
};

/** What came of changing the profile. */
export type UpdateProfilePayload = {
  __typename?: 'UpdateProfilePayload';
  /** What was wrong with the input; empty on success. */
  errors: Array<UpdateProfileError>;
  /** The person after the change, or null when there are errors. */
  user?: Maybe<User>;
};

/** A person with an account. */
export type User = {
  __typename?: 'User';
  /** When the person registered. */
  createdAt: Scalars['DateTime']['output'];
  /** The address the person signs in with, in lower case. Only for the person, tutors and administrators. */
  email?: Maybe<Scalars['String']['output']>;
  /** The person's id. */
  id: Scalars['ID']['output'];
  /** The language the person reads. */
  locale: Locale;
  /** The name shown to others. */
  name: Scalars['String']['output'];
  /** The roles the person holds, at least one, in the order of `Role`. */
  roles: Array<Role>;
};

/** One page of a list of people. */
export type UserConnection = {
  __typename?: 'UserConnection';
  /** The people of this page, in order. */
  edges: Array<UserEdge>;
  /** Where this page stands in the list. */
  pageInfo: PageInfo;
};

/** A person's place in a list. */
export type UserEdge = {
  __typename?: 'UserEdge';
  /** The cursor of this place, to be passed as `after`. */
  cursor: Scalars['String']['output'];
  /** The person. */
  node: User;
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

export type ReferenceResolver<TResult, TReference, TContext> = (
      reference: TReference,
      context: TContext,
      info: GraphQLResolveInfo
    ) => Promise<TResult> | TResult;

      type ScalarCheck<T, S> = S extends true ? T : NullableCheck<T, S>;
      type NullableCheck<T, S> = Maybe<T> extends T ? Maybe<ListCheck<NonNullable<T>, S>> : ListCheck<T, S>;
      type ListCheck<T, S> = T extends (infer U)[] ? NullableCheck<U, S>[] : GraphQLRecursivePick<T, S>;
      export type GraphQLRecursivePick<T, S> = { [K in keyof T & keyof S]: ScalarCheck<T[K], S[K]> };
    

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

/** Mapping of federation types */
export type FederationTypes = {
  User: User;
};

/** Mapping of federation reference types */
export type FederationReferenceTypes = {
  User:
    ( { __typename: 'User' }
    & GraphQLRecursivePick<FederationTypes['User'], {"id":true}> );
};

/** Mapping of union types */
export type ResolversUnionTypes<_RefType extends Record<string, unknown>> = {
  AssignRoleError:
    | ( InvalidInput )
    | ( NotFound )
    | ( WrongState )
  ;
  RefreshSessionError: ( InvalidRefreshToken );
  RegisterError:
    | ( EmailTaken )
    | ( InvalidInput )
  ;
  SignInError:
    | ( InvalidCredentials )
    | ( TooManySignInAttempts )
  ;
  SignOutError: ( InvalidRefreshToken );
  UpdateProfileError: ( InvalidInput );
};

/** Mapping of interface types */
export type ResolversInterfaceTypes<_RefType extends Record<string, unknown>> = {
  UserError:
    | ( EmailTaken )
    | ( InvalidCredentials )
    | ( InvalidInput )
    | ( InvalidRefreshToken )
    | ( NotFound )
    | ( TooManySignInAttempts )
    | ( WrongState )
  ;
};

/** Mapping between all available schema types and the resolvers types */
export type ResolversTypes = {
  AssignRoleError: ResolverTypeWrapper<ResolversUnionTypes<ResolversTypes>['AssignRoleError']>;
  AssignRoleInput: AssignRoleInput;
  ID: ResolverTypeWrapper<Scalars['ID']['output']>;
  AssignRolePayload: ResolverTypeWrapper<Omit<AssignRolePayload, 'errors' | 'user'> & { errors: Array<ResolversTypes['AssignRoleError']>, user?: Maybe<ResolversTypes['User']> }>;
  AuthSession: ResolverTypeWrapper<Omit<AuthSession, 'user'> & { user: ResolversTypes['User'] }>;
  String: ResolverTypeWrapper<Scalars['String']['output']>;
  DateTime: ResolverTypeWrapper<Scalars['DateTime']['output']>;
  EmailTaken: ResolverTypeWrapper<EmailTaken>;
  InvalidCredentials: ResolverTypeWrapper<InvalidCredentials>;
  InvalidInput: ResolverTypeWrapper<InvalidInput>;
  InvalidRefreshToken: ResolverTypeWrapper<InvalidRefreshToken>;
  Locale: null;
  Mutation: ResolverTypeWrapper<Record<PropertyKey, never>>;
  NotFound: ResolverTypeWrapper<NotFound>;
  PageInfo: ResolverTypeWrapper<PageInfo>;
  Query: ResolverTypeWrapper<Record<PropertyKey, never>>;
  RefreshSessionError: ResolverTypeWrapper<ResolversUnionTypes<ResolversTypes>['RefreshSessionError']>;
  RefreshSessionInput: RefreshSessionInput;
  RefreshSessionPayload: ResolverTypeWrapper<Omit<RefreshSessionPayload, 'errors' | 'session'> & { errors: Array<ResolversTypes['RefreshSessionError']>, session?: Maybe<ResolversTypes['AuthSession']> }>;
  RegisterError: ResolverTypeWrapper<ResolversUnionTypes<ResolversTypes>['RegisterError']>;
  RegisterInput: RegisterInput;
  RegisterPayload: ResolverTypeWrapper<Omit<RegisterPayload, 'errors' | 'session'> & { errors: Array<ResolversTypes['RegisterError']>, session?: Maybe<ResolversTypes['AuthSession']> }>;
  Role: Role;
  SignInError: ResolverTypeWrapper<ResolversUnionTypes<ResolversTypes>['SignInError']>;
  SignInInput: SignInInput;
  SignInPayload: ResolverTypeWrapper<Omit<SignInPayload, 'errors' | 'session'> & { errors: Array<ResolversTypes['SignInError']>, session?: Maybe<ResolversTypes['AuthSession']> }>;
  SignOutError: ResolverTypeWrapper<ResolversUnionTypes<ResolversTypes>['SignOutError']>;
  SignOutInput: SignOutInput;
  SignOutPayload: ResolverTypeWrapper<Omit<SignOutPayload, 'errors'> & { errors: Array<ResolversTypes['SignOutError']> }>;
  TooManySignInAttempts: ResolverTypeWrapper<TooManySignInAttempts>;
  UpdateProfileError: ResolverTypeWrapper<ResolversUnionTypes<ResolversTypes>['UpdateProfileError']>;
  UpdateProfileInput: UpdateProfileInput;
  UpdateProfilePayload: ResolverTypeWrapper<Omit<UpdateProfilePayload, 'errors' | 'user'> & { errors: Array<ResolversTypes['UpdateProfileError']>, user?: Maybe<ResolversTypes['User']> }>;
  User: ResolverTypeWrapper<UserSource>;
  UserConnection: ResolverTypeWrapper<Omit<UserConnection, 'edges'> & { edges: Array<ResolversTypes['UserEdge']> }>;
  UserEdge: ResolverTypeWrapper<Omit<UserEdge, 'node'> & { node: ResolversTypes['User'] }>;
  UserError: ResolverTypeWrapper<ResolversInterfaceTypes<ResolversTypes>['UserError']>;
  WrongState: ResolverTypeWrapper<WrongState>;
  cacheControl__Scope: CacheControl__Scope;
  Boolean: ResolverTypeWrapper<Scalars['Boolean']['output']>;
  Int: ResolverTypeWrapper<Scalars['Int']['output']>;
};

/** Mapping between all available schema types and the resolvers parents */
export type ResolversParentTypes = {
  AssignRoleError: ResolversUnionTypes<ResolversParentTypes>['AssignRoleError'];
  AssignRoleInput: AssignRoleInput;
  ID: Scalars['ID']['output'];
  AssignRolePayload: Omit<AssignRolePayload, 'errors' | 'user'> & { errors: Array<ResolversParentTypes['AssignRoleError']>, user?: Maybe<ResolversParentTypes['User']> };
  AuthSession: Omit<AuthSession, 'user'> & { user: ResolversParentTypes['User'] };
  String: Scalars['String']['output'];
  DateTime: Scalars['DateTime']['output'];
  EmailTaken: EmailTaken;
  InvalidCredentials: InvalidCredentials;
  InvalidInput: InvalidInput;
  InvalidRefreshToken: InvalidRefreshToken;
  Mutation: Record<PropertyKey, never>;
  NotFound: NotFound;
  PageInfo: PageInfo;
  Query: Record<PropertyKey, never>;
  RefreshSessionError: ResolversUnionTypes<ResolversParentTypes>['RefreshSessionError'];
  RefreshSessionInput: RefreshSessionInput;
  RefreshSessionPayload: Omit<RefreshSessionPayload, 'errors' | 'session'> & { errors: Array<ResolversParentTypes['RefreshSessionError']>, session?: Maybe<ResolversParentTypes['AuthSession']> };
  RegisterError: ResolversUnionTypes<ResolversParentTypes>['RegisterError'];
  RegisterInput: RegisterInput;
  RegisterPayload: Omit<RegisterPayload, 'errors' | 'session'> & { errors: Array<ResolversParentTypes['RegisterError']>, session?: Maybe<ResolversParentTypes['AuthSession']> };
  SignInError: ResolversUnionTypes<ResolversParentTypes>['SignInError'];
  SignInInput: SignInInput;
  SignInPayload: Omit<SignInPayload, 'errors' | 'session'> & { errors: Array<ResolversParentTypes['SignInError']>, session?: Maybe<ResolversParentTypes['AuthSession']> };
  SignOutError: ResolversUnionTypes<ResolversParentTypes>['SignOutError'];
  SignOutInput: SignOutInput;
  SignOutPayload: Omit<SignOutPayload, 'errors'> & { errors: Array<ResolversParentTypes['SignOutError']> };
  TooManySignInAttempts: TooManySignInAttempts;
  UpdateProfileError: ResolversUnionTypes<ResolversParentTypes>['UpdateProfileError'];
  UpdateProfileInput: UpdateProfileInput;
  UpdateProfilePayload: Omit<UpdateProfilePayload, 'errors' | 'user'> & { errors: Array<ResolversParentTypes['UpdateProfileError']>, user?: Maybe<ResolversParentTypes['User']> };
  User: UserSource;
  UserConnection: Omit<UserConnection, 'edges'> & { edges: Array<ResolversParentTypes['UserEdge']> };
  UserEdge: Omit<UserEdge, 'node'> & { node: ResolversParentTypes['User'] };
  UserError: ResolversInterfaceTypes<ResolversParentTypes>['UserError'];
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

export type AssignRoleErrorResolvers<ContextType = Context, ParentType extends ResolversParentTypes['AssignRoleError'] = ResolversParentTypes['AssignRoleError']> = {
  __resolveType: TypeResolveFn<'InvalidInput' | 'NotFound' | 'WrongState', ParentType, ContextType>;
};

export type AssignRolePayloadResolvers<ContextType = Context, ParentType extends ResolversParentTypes['AssignRolePayload'] = ResolversParentTypes['AssignRolePayload']> = {
  errors?: Resolver<Array<ResolversTypes['AssignRoleError']>, ParentType, ContextType>;
  user?: Resolver<Maybe<ResolversTypes['User']>, ParentType, ContextType>;
};

export type AuthSessionResolvers<ContextType = Context, ParentType extends ResolversParentTypes['AuthSession'] = ResolversParentTypes['AuthSession']> = {
  accessToken?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  accessTokenExpiresAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  refreshToken?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  refreshTokenExpiresAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  user?: Resolver<ResolversTypes['User'], ParentType, ContextType>;
};

export interface DateTimeScalarConfig extends GraphQLScalarTypeConfig<ResolversTypes['DateTime'], any> {
  name: 'DateTime';
}

export type EmailTakenResolvers<ContextType = Context, ParentType extends ResolversParentTypes['EmailTaken'] = ResolversParentTypes['EmailTaken']> = {
  code?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  field?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  message?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type InvalidCredentialsResolvers<ContextType = Context, ParentType extends ResolversParentTypes['InvalidCredentials'] = ResolversParentTypes['InvalidCredentials']> = {
  code?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  field?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  message?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type InvalidInputResolvers<ContextType = Context, ParentType extends ResolversParentTypes['InvalidInput'] = ResolversParentTypes['InvalidInput']> = {
  code?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  field?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  message?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type InvalidRefreshTokenResolvers<ContextType = Context, ParentType extends ResolversParentTypes['InvalidRefreshToken'] = ResolversParentTypes['InvalidRefreshToken']> = {
  code?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  field?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  message?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type LocaleResolvers = { EN: 'en', ID: 'id' };

export type MutationResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Mutation'] = ResolversParentTypes['Mutation']> = {
  assignRole?: Resolver<ResolversTypes['AssignRolePayload'], ParentType, ContextType, RequireFields<MutationAssignRoleArgs, 'input'>>;
  refreshSession?: Resolver<ResolversTypes['RefreshSessionPayload'], ParentType, ContextType, RequireFields<MutationRefreshSessionArgs, 'input'>>;
  register?: Resolver<ResolversTypes['RegisterPayload'], ParentType, ContextType, RequireFields<MutationRegisterArgs, 'input'>>;
  signIn?: Resolver<ResolversTypes['SignInPayload'], ParentType, ContextType, RequireFields<MutationSignInArgs, 'input'>>;
  signOut?: Resolver<ResolversTypes['SignOutPayload'], ParentType, ContextType, RequireFields<MutationSignOutArgs, 'input'>>;
  updateProfile?: Resolver<ResolversTypes['UpdateProfilePayload'], ParentType, ContextType, RequireFields<MutationUpdateProfileArgs, 'input'>>;
};

export type NotFoundResolvers<ContextType = Context, ParentType extends ResolversParentTypes['NotFound'] = ResolversParentTypes['NotFound']> = {
  code?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  field?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  message?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type PageInfoResolvers<ContextType = Context, ParentType extends ResolversParentTypes['PageInfo'] = ResolversParentTypes['PageInfo']> = {
  endCursor?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  hasNextPage?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  hasPreviousPage?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  startCursor?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
};

export type QueryResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Query'] = ResolversParentTypes['Query']> = {
  me?: Resolver<Maybe<ResolversTypes['User']>, ParentType, ContextType>;
  user?: Resolver<Maybe<ResolversTypes['User']>, ParentType, ContextType, RequireFields<QueryUserArgs, 'id'>>;
  users?: Resolver<ResolversTypes['UserConnection'], ParentType, ContextType, RequireFields<QueryUsersArgs, 'first'>>;
};

export type RefreshSessionErrorResolvers<ContextType = Context, ParentType extends ResolversParentTypes['RefreshSessionError'] = ResolversParentTypes['RefreshSessionError']> = {
  __resolveType: TypeResolveFn<'InvalidRefreshToken', ParentType, ContextType>;
};

export type RefreshSessionPayloadResolvers<ContextType = Context, ParentType extends ResolversParentTypes['RefreshSessionPayload'] = ResolversParentTypes['RefreshSessionPayload']> = {
  errors?: Resolver<Array<ResolversTypes['RefreshSessionError']>, ParentType, ContextType>;
  session?: Resolver<Maybe<ResolversTypes['AuthSession']>, ParentType, ContextType>;
};

export type RegisterErrorResolvers<ContextType = Context, ParentType extends ResolversParentTypes['RegisterError'] = ResolversParentTypes['RegisterError']> = {
  __resolveType: TypeResolveFn<'EmailTaken' | 'InvalidInput', ParentType, ContextType>;
};

export type RegisterPayloadResolvers<ContextType = Context, ParentType extends ResolversParentTypes['RegisterPayload'] = ResolversParentTypes['RegisterPayload']> = {
  errors?: Resolver<Array<ResolversTypes['RegisterError']>, ParentType, ContextType>;
  session?: Resolver<Maybe<ResolversTypes['AuthSession']>, ParentType, ContextType>;
};

export type SignInErrorResolvers<ContextType = Context, ParentType extends ResolversParentTypes['SignInError'] = ResolversParentTypes['SignInError']> = {
  __resolveType: TypeResolveFn<'InvalidCredentials' | 'TooManySignInAttempts', ParentType, ContextType>;
};

export type SignInPayloadResolvers<ContextType = Context, ParentType extends ResolversParentTypes['SignInPayload'] = ResolversParentTypes['SignInPayload']> = {
  errors?: Resolver<Array<ResolversTypes['SignInError']>, ParentType, ContextType>;
  session?: Resolver<Maybe<ResolversTypes['AuthSession']>, ParentType, ContextType>;
};

export type SignOutErrorResolvers<ContextType = Context, ParentType extends ResolversParentTypes['SignOutError'] = ResolversParentTypes['SignOutError']> = {
  __resolveType: TypeResolveFn<'InvalidRefreshToken', ParentType, ContextType>;
};

export type SignOutPayloadResolvers<ContextType = Context, ParentType extends ResolversParentTypes['SignOutPayload'] = ResolversParentTypes['SignOutPayload']> = {
  errors?: Resolver<Array<ResolversTypes['SignOutError']>, ParentType, ContextType>;
  signedOut?: Resolver<Maybe<ResolversTypes['Boolean']>, ParentType, ContextType>;
};

export type TooManySignInAttemptsResolvers<ContextType = Context, ParentType extends ResolversParentTypes['TooManySignInAttempts'] = ResolversParentTypes['TooManySignInAttempts']> = {
  code?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  field?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  message?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  retryAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type UpdateProfileErrorResolvers<ContextType = Context, ParentType extends ResolversParentTypes['UpdateProfileError'] = ResolversParentTypes['UpdateProfileError']> = {
  __resolveType: TypeResolveFn<'InvalidInput', ParentType, ContextType>;
};

export type UpdateProfilePayloadResolvers<ContextType = Context, ParentType extends ResolversParentTypes['UpdateProfilePayload'] = ResolversParentTypes['UpdateProfilePayload']> = {
  errors?: Resolver<Array<ResolversTypes['UpdateProfileError']>, ParentType, ContextType>;
  user?: Resolver<Maybe<ResolversTypes['User']>, ParentType, ContextType>;
};

export type UserResolvers<ContextType = Context, ParentType extends ResolversParentTypes['User'] = ResolversParentTypes['User'], FederationReferenceType extends FederationReferenceTypes['User'] = FederationReferenceTypes['User']> = {
  __resolveReference?: ReferenceResolver<Maybe<ResolversTypes['User']> | FederationReferenceType, FederationReferenceType, ContextType>;
  createdAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  email?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  locale?: Resolver<ResolversTypes['Locale'], ParentType, ContextType>;
  name?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  roles?: Resolver<Array<ResolversTypes['Role']>, ParentType, ContextType>;
};

export type UserConnectionResolvers<ContextType = Context, ParentType extends ResolversParentTypes['UserConnection'] = ResolversParentTypes['UserConnection']> = {
  edges?: Resolver<Array<ResolversTypes['UserEdge']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
};

export type UserEdgeResolvers<ContextType = Context, ParentType extends ResolversParentTypes['UserEdge'] = ResolversParentTypes['UserEdge']> = {
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  node?: Resolver<ResolversTypes['User'], ParentType, ContextType>;
};

export type UserErrorResolvers<ContextType = Context, ParentType extends ResolversParentTypes['UserError'] = ResolversParentTypes['UserError']> = {
  __resolveType: TypeResolveFn<'EmailTaken' | 'InvalidCredentials' | 'InvalidInput' | 'InvalidRefreshToken' | 'NotFound' | 'TooManySignInAttempts' | 'WrongState', ParentType, ContextType>;
};

export type WrongStateResolvers<ContextType = Context, ParentType extends ResolversParentTypes['WrongState'] = ResolversParentTypes['WrongState']> = {
  code?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  field?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  message?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type Resolvers<ContextType = Context> = {
  AssignRoleError?: AssignRoleErrorResolvers<ContextType>;
  AssignRolePayload?: AssignRolePayloadResolvers<ContextType>;
  AuthSession?: AuthSessionResolvers<ContextType>;
  DateTime?: GraphQLScalarType;
  EmailTaken?: EmailTakenResolvers<ContextType>;
  InvalidCredentials?: InvalidCredentialsResolvers<ContextType>;
  InvalidInput?: InvalidInputResolvers<ContextType>;
  InvalidRefreshToken?: InvalidRefreshTokenResolvers<ContextType>;
  Locale?: LocaleResolvers;
  Mutation?: MutationResolvers<ContextType>;
  NotFound?: NotFoundResolvers<ContextType>;
  PageInfo?: PageInfoResolvers<ContextType>;
  Query?: QueryResolvers<ContextType>;
  RefreshSessionError?: RefreshSessionErrorResolvers<ContextType>;
  RefreshSessionPayload?: RefreshSessionPayloadResolvers<ContextType>;
  RegisterError?: RegisterErrorResolvers<ContextType>;
  RegisterPayload?: RegisterPayloadResolvers<ContextType>;
  SignInError?: SignInErrorResolvers<ContextType>;
  SignInPayload?: SignInPayloadResolvers<ContextType>;
  SignOutError?: SignOutErrorResolvers<ContextType>;
  SignOutPayload?: SignOutPayloadResolvers<ContextType>;
  TooManySignInAttempts?: TooManySignInAttemptsResolvers<ContextType>;
  UpdateProfileError?: UpdateProfileErrorResolvers<ContextType>;
  UpdateProfilePayload?: UpdateProfilePayloadResolvers<ContextType>;
  User?: UserResolvers<ContextType>;
  UserConnection?: UserConnectionResolvers<ContextType>;
  UserEdge?: UserEdgeResolvers<ContextType>;
  UserError?: UserErrorResolvers<ContextType>;
  WrongState?: WrongStateResolvers<ContextType>;
};

export type DirectiveResolvers<ContextType = Context> = {
  cacheControl?: CacheControlDirectiveResolver<any, any, ContextType>;
};
