import type { GraphQLResolveInfo, GraphQLScalarType, GraphQLScalarTypeConfig } from 'graphql';
import type { Context } from './context.ts';
export type Maybe<T> = T | null;
export type InputMaybe<T> = Maybe<T>;
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

/** How often one option of a question was chosen. */
export type ChoiceCount = {
  __typename?: 'ChoiceCount';
  /** How many chose it. */
  count: Scalars['Int']['output'];
  /** The option's id within its question, for example `B`. */
  optionId: Scalars['ID']['output'];
  /** Its share of all who chose an option, between 0 and 1. */
  share: Scalars['Float']['output'];
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

/** How one version of a question has behaved in the sessions that were scored. */
export type ItemStatistics = {
  __typename?: 'ItemStatistics';
  /** How many scored sessions held the question. */
  administrations: Scalars['Int']['output'];
  /** In how many of them it was answered. */
  answeredCount: Scalars['Int']['output'];
  /** How often each option was chosen, most frequent first; empty for questions without options. */
  choices: Array<ChoiceCount>;
  /** The mean time spent on the question by those who answered, in seconds; null while no time was reported. */
  meanTimeSeconds?: Maybe<Scalars['Float']['output']>;
  /** The mean score among those who answered, between 0 and 1: the share of correct answers; null while nobody has answered. */
  pValue?: Maybe<Scalars['Float']['output']>;
  /**
   * The correlation, between -1 and 1, of the question's score with the score on the rest of its section, among those
   * who answered. Near or below zero, the question deserves a second look. Null while it is undefined.
   */
  pointBiserial?: Maybe<Scalars['Float']['output']>;
  /** When the last session that counted ended. */
  updatedAt: Scalars['DateTime']['output'];
  /** The version that the figures are about. Earlier versions were other questions, and are not counted in. */
  version?: Maybe<QuestionVersion>;
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
  /** How all students together stand on skills, by section and skill. For tutors and administrators. */
  skillOverview?: Maybe<Array<SkillOverview>>;
  /** What one student's answers show about each skill, weakest first. For tutors and administrators. */
  studentMastery?: Maybe<Array<SkillMastery>>;
};


export type QuerySkillOverviewArgs = {
  sectionCode?: InputMaybe<Scalars['String']['input']>;
  skillIds?: InputMaybe<Array<Scalars['ID']['input']>>;
};


export type QueryStudentMasteryArgs = {
  first: Scalars['Int']['input'];
  sectionCodes?: InputMaybe<Array<Scalars['String']['input']>>;
  userId: Scalars['ID']['input'];
};

export type Question = {
  __typename?: 'Question';
  /** The question's id. */
  id: Scalars['ID']['output'];
  /**
   * How the version that was administered last has behaved, or null when no scored session has held the question.
   * For authors, tutors and administrators.
   */
  statistics?: Maybe<ItemStatistics>;
};

export type QuestionVersion = {
  __typename?: 'QuestionVersion';
  /** The version's id. */
  id: Scalars['ID']['output'];
};

export type Skill = {
  __typename?: 'Skill';
  /** The skill's id. */
  id: Scalars['ID']['output'];
};

/** What a student's answers show about one skill, at the moment of asking. */
export type SkillMastery = {
  __typename?: 'SkillMastery';
  /** How many answered questions stand behind the estimate. */
  evidenceCount: Scalars['Int']['output'];
  /**
   * The estimated probability that the student answers a typical question of this skill correctly, between 0 and 1.
   * Old answers weigh less than new ones: without practice it drifts back towards one half.
   */
  probability: Scalars['Float']['output'];
  /** The code of the section the skill was last met in, for example `PU`. */
  sectionCode: Scalars['String']['output'];
  /** The skill. */
  skill?: Maybe<Skill>;
  /** How uncertain `probability` is: the standard deviation of its posterior distribution. It grows while the skill rests. */
  standardError: Scalars['Float']['output'];
  /** When the last session that counted ended. */
  updatedAt: Scalars['DateTime']['output'];
};

/** What the answers of many students show about one skill. Groups of fewer than ten students are not described. */
export type SkillOverview = {
  __typename?: 'SkillOverview';
  /** The mean of the students' probabilities, each between 0 and 1; null when they are fewer than ten. */
  meanProbability?: Maybe<Scalars['Float']['output']>;
  /** The code of the section the skill belongs to, for example `PU`. */
  sectionCode: Scalars['String']['output'];
  /** The skill. */
  skill?: Maybe<Skill>;
  /** The standard deviation of the students' probabilities; null when they are fewer than ten. */
  standardDeviation?: Maybe<Scalars['Float']['output']>;
  /** How many students have answered questions of this skill; null when they are fewer than ten. */
  studentCount?: Maybe<Scalars['Int']['output']>;
  /** Whether the figures are withheld because the group is so small that single students could be recognised. */
  suppressed: Scalars['Boolean']['output'];
};

export type User = {
  __typename?: 'User';
  /** The person's id. */
  id: Scalars['ID']['output'];
  /**
   * What the person's answers show about each skill, weakest skill first. A student sees their own; tutors and
   * administrators see everyone's. Skills without a single answered question are not listed.
   */
  mastery?: Maybe<Array<SkillMastery>>;
};


export type UserMasteryArgs = {
  first: Scalars['Int']['input'];
  sectionCodes?: InputMaybe<Array<Scalars['String']['input']>>;
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
  Question: Question;
  User: User;
};

/** Mapping of federation reference types */
export type FederationReferenceTypes = {
  Question:
    ( { __typename: 'Question' }
    & GraphQLRecursivePick<FederationTypes['Question'], {"id":true}> );
  User:
    ( { __typename: 'User' }
    & GraphQLRecursivePick<FederationTypes['User'], {"id":true}> );
};


/** Mapping of interface types */
export type ResolversInterfaceTypes<_RefType extends Record<string, unknown>> = {
  UserError:
    | ( InvalidInput )
    | ( NotFound )
    | ( WrongState )
  ;
};

/** Mapping between all available schema types and the resolvers types */
export type ResolversTypes = {
  ChoiceCount: ResolverTypeWrapper<ChoiceCount>;
  ID: ResolverTypeWrapper<Scalars['ID']['output']>;
  Float: ResolverTypeWrapper<Scalars['Float']['output']>;
  DateTime: ResolverTypeWrapper<Scalars['DateTime']['output']>;
  InvalidInput: ResolverTypeWrapper<InvalidInput>;
  String: ResolverTypeWrapper<Scalars['String']['output']>;
  ItemStatistics: ResolverTypeWrapper<ItemStatistics>;
  NotFound: ResolverTypeWrapper<NotFound>;
  PageInfo: ResolverTypeWrapper<PageInfo>;
  Query: ResolverTypeWrapper<Record<PropertyKey, never>>;
  Question: ResolverTypeWrapper<Question>;
  QuestionVersion: ResolverTypeWrapper<QuestionVersion>;
  Skill: ResolverTypeWrapper<Skill>;
  SkillMastery: ResolverTypeWrapper<SkillMastery>;
  SkillOverview: ResolverTypeWrapper<SkillOverview>;
  User: ResolverTypeWrapper<User>;
  UserError: ResolverTypeWrapper<ResolversInterfaceTypes<ResolversTypes>['UserError']>;
  WrongState: ResolverTypeWrapper<WrongState>;
  cacheControl__Scope: CacheControl__Scope;
  Boolean: ResolverTypeWrapper<Scalars['Boolean']['output']>;
  Int: ResolverTypeWrapper<Scalars['Int']['output']>;
};

/** Mapping between all available schema types and the resolvers parents */
export type ResolversParentTypes = {
  ChoiceCount: ChoiceCount;
  ID: Scalars['ID']['output'];
  Float: Scalars['Float']['output'];
  DateTime: Scalars['DateTime']['output'];
  InvalidInput: InvalidInput;
  String: Scalars['String']['output'];
  ItemStatistics: ItemStatistics;
  NotFound: NotFound;
  PageInfo: PageInfo;
  Query: Record<PropertyKey, never>;
  Question: Question | FederationReferenceTypes['Question'];
  QuestionVersion: QuestionVersion;
  Skill: Skill;
  SkillMastery: SkillMastery;
  SkillOverview: SkillOverview;
  User: User | FederationReferenceTypes['User'];
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

export type ChoiceCountResolvers<ContextType = Context, ParentType extends ResolversParentTypes['ChoiceCount'] = ResolversParentTypes['ChoiceCount']> = {
  count?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  optionId?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  share?: Resolver<ResolversTypes['Float'], ParentType, ContextType>;
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

export type ItemStatisticsResolvers<ContextType = Context, ParentType extends ResolversParentTypes['ItemStatistics'] = ResolversParentTypes['ItemStatistics']> = {
  administrations?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  answeredCount?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  choices?: Resolver<Array<ResolversTypes['ChoiceCount']>, ParentType, ContextType>;
  meanTimeSeconds?: Resolver<Maybe<ResolversTypes['Float']>, ParentType, ContextType>;
  pValue?: Resolver<Maybe<ResolversTypes['Float']>, ParentType, ContextType>;
  pointBiserial?: Resolver<Maybe<ResolversTypes['Float']>, ParentType, ContextType>;
  updatedAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  version?: Resolver<Maybe<ResolversTypes['QuestionVersion']>, ParentType, ContextType>;
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
  skillOverview?: Resolver<Maybe<Array<ResolversTypes['SkillOverview']>>, ParentType, ContextType, Partial<QuerySkillOverviewArgs>>;
  studentMastery?: Resolver<Maybe<Array<ResolversTypes['SkillMastery']>>, ParentType, ContextType, RequireFields<QueryStudentMasteryArgs, 'first' | 'userId'>>;
};

export type QuestionResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Question'] = ResolversParentTypes['Question'], FederationReferenceType extends FederationReferenceTypes['Question'] = FederationReferenceTypes['Question']> = {
  __resolveReference?: ReferenceResolver<Maybe<ResolversTypes['Question']> | FederationReferenceType, FederationReferenceType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  statistics?: Resolver<Maybe<ResolversTypes['ItemStatistics']>, ParentType, ContextType>;
};

export type QuestionVersionResolvers<ContextType = Context, ParentType extends ResolversParentTypes['QuestionVersion'] = ResolversParentTypes['QuestionVersion']> = {
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
};

export type SkillResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Skill'] = ResolversParentTypes['Skill']> = {
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
};

export type SkillMasteryResolvers<ContextType = Context, ParentType extends ResolversParentTypes['SkillMastery'] = ResolversParentTypes['SkillMastery']> = {
  evidenceCount?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  probability?: Resolver<ResolversTypes['Float'], ParentType, ContextType>;
  sectionCode?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  skill?: Resolver<Maybe<ResolversTypes['Skill']>, ParentType, ContextType>;
  standardError?: Resolver<ResolversTypes['Float'], ParentType, ContextType>;
  updatedAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
};

export type SkillOverviewResolvers<ContextType = Context, ParentType extends ResolversParentTypes['SkillOverview'] = ResolversParentTypes['SkillOverview']> = {
  meanProbability?: Resolver<Maybe<ResolversTypes['Float']>, ParentType, ContextType>;
  sectionCode?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  skill?: Resolver<Maybe<ResolversTypes['Skill']>, ParentType, ContextType>;
  standardDeviation?: Resolver<Maybe<ResolversTypes['Float']>, ParentType, ContextType>;
  studentCount?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  suppressed?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
};

export type UserResolvers<ContextType = Context, ParentType extends ResolversParentTypes['User'] = ResolversParentTypes['User'], FederationReferenceType extends FederationReferenceTypes['User'] = FederationReferenceTypes['User']> = {
  __resolveReference?: ReferenceResolver<Maybe<ResolversTypes['User']> | FederationReferenceType, FederationReferenceType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  mastery?: Resolver<Maybe<Array<ResolversTypes['SkillMastery']>>, ParentType, ContextType, RequireFields<UserMasteryArgs, 'first'>>;
};

export type UserErrorResolvers<ContextType = Context, ParentType extends ResolversParentTypes['UserError'] = ResolversParentTypes['UserError']> = {
  __resolveType: TypeResolveFn<'InvalidInput' | 'NotFound' | 'WrongState', ParentType, ContextType>;
};

export type WrongStateResolvers<ContextType = Context, ParentType extends ResolversParentTypes['WrongState'] = ResolversParentTypes['WrongState']> = {
  code?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  field?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  message?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type Resolvers<ContextType = Context> = {
  ChoiceCount?: ChoiceCountResolvers<ContextType>;
  DateTime?: GraphQLScalarType;
  InvalidInput?: InvalidInputResolvers<ContextType>;
  ItemStatistics?: ItemStatisticsResolvers<ContextType>;
  NotFound?: NotFoundResolvers<ContextType>;
  PageInfo?: PageInfoResolvers<ContextType>;
  Query?: QueryResolvers<ContextType>;
  Question?: QuestionResolvers<ContextType>;
  QuestionVersion?: QuestionVersionResolvers<ContextType>;
  Skill?: SkillResolvers<ContextType>;
  SkillMastery?: SkillMasteryResolvers<ContextType>;
  SkillOverview?: SkillOverviewResolvers<ContextType>;
  User?: UserResolvers<ContextType>;
  UserError?: UserErrorResolvers<ContextType>;
  WrongState?: WrongStateResolvers<ContextType>;
};

export type DirectiveResolvers<ContextType = Context> = {
  cacheControl?: CacheControlDirectiveResolver<any, any, ContextType>;
};
