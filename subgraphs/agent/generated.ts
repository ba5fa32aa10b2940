import type { GraphQLResolveInfo, GraphQLScalarType, GraphQLScalarTypeConfig } from 'graphql';
import type { RunRow, RunStepRow, VerdictRow, DraftRow } from './store/index.ts';
import type { PlanLine } from './domain/plan-run.ts';
import type { Progress } from './run-progress.ts';
import type { Option } from './domain/instance.ts';
import type { ItemModel as Model } from './domain/item-model.ts';
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

/** Why a draft could not be accepted. */
export type AcceptDraftError = NotFound | WrongState;

/** Which draft to accept. */
export type AcceptDraftInput = {
  /** The draft's id. */
  draftId: Scalars['ID']['input'];
};

/** What came of accepting a draft. */
export type AcceptDraftPayload = {
  __typename?: 'AcceptDraftPayload';
  /** The draft after the change, or null when there are errors. */
  draft?: Maybe<QuestionDraft>;
  /** Why it could not be accepted; empty on success. */
  errors: Array<AcceptDraftError>;
};

/** One piece of work of the agent: it plans, writes questions and checks them. The same seed gives the same questions. */
export type AgentRun = {
  __typename?: 'AgentRun';
  /** How many questions were asked for. */
  count: Scalars['Int']['output'];
  /** When it was asked for. */
  createdAt: Scalars['DateTime']['output'];
  /** The questions it has written, in the order of writing. */
  drafts: QuestionDraftConnection;
  /** Why it could not go on, or null. */
  failure?: Maybe<Scalars['String']['output']>;
  /** When it ended, or null. */
  finishedAt?: Maybe<Scalars['DateTime']['output']>;
  /** The run's id. */
  id: Scalars['ID']['output'];
  /** The sequence of the last thing that happened in the run, to be passed as `afterSequence`. */
  lastSequence: Scalars['Int']['output'];
  /** Which models write how many questions; empty before the plan is made. */
  plan: Array<AgentRunPlanLine>;
  /** From what all choices of the run follow. */
  seed: Scalars['String']['output'];
  /** The code of the skill that was asked for, or null when a model was named. */
  skillCode?: Maybe<Scalars['String']['output']>;
  /** Who started it. */
  startedBy?: Maybe<User>;
  /** Whether it is still going on, and how it ended. */
  status: AgentRunStatus;
  /** The steps, in order. */
  steps: Array<AgentRunStep>;
};


/** One piece of work of the agent: it plans, writes questions and checks them. The same seed gives the same questions. */
export type AgentRunDraftsArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  first: Scalars['Int']['input'];
};

/** One page of runs. */
export type AgentRunConnection = {
  __typename?: 'AgentRunConnection';
  /** The runs of this page, newest first. */
  edges: Array<AgentRunEdge>;
  /** Where this page stands in the list. */
  pageInfo: PageInfo;
};

/** A run's place in the list. */
export type AgentRunEdge = {
  __typename?: 'AgentRunEdge';
  /** The cursor of this place, to be passed as `after`. */
  cursor: Scalars['String']['output'];
  /** The run. */
  node: AgentRun;
};

/** How many questions one model is to write in a run. */
export type AgentRunPlanLine = {
  __typename?: 'AgentRunPlanLine';
  /** How many questions. */
  count: Scalars['Int']['output'];
  /** The model. */
  itemModel: ItemModel;
};

/** One event of a run. */
export type AgentRunProgress = {
  __typename?: 'AgentRunProgress';
  /** When it happened. */
  at: Scalars['DateTime']['output'];
  /** How many parts of the step were done. */
  completed: Scalars['Int']['output'];
  /** The question that was written or checked, or null. */
  draft?: Maybe<QuestionDraft>;
  /** What it says. */
  kind: AgentRunProgressKind;
  /** The run as it is now. */
  run?: Maybe<AgentRun>;
  /** Its place among all events of the run: 1, 2, 3 and so on without gaps; that of the last event for a snapshot. */
  sequence: Scalars['Int']['output'];
  /** The step that it belongs to; null for the end of the run. */
  step?: Maybe<AgentRunStepKind>;
  /** How many parts the step has. */
  total: Scalars['Int']['output'];
};

/** What an event of a run says. */
export type AgentRunProgressKind =
  /** A question was checked. */
  | 'DRAFT_EVALUATED'
  /** A question was written. */
  | 'DRAFT_GENERATED'
  /** The run ended; nothing follows. */
  | 'RUN_FINISHED'
  /** The present state; the first event of a subscription that asks for nothing it missed. */
  | 'SNAPSHOT'
  /** A step is complete. */
  | 'STEP_FINISHED'
  /** A step began. */
  | 'STEP_STARTED';

/** Whether a run is still going on, and how it ended. */
export type AgentRunStatus =
  /** Somebody cancelled it. What it had written stays. */
  | 'CANCELLED'
  /** It could not go on; `failure` says why. */
  | 'FAILED'
  /** It waits for its turn. */
  | 'QUEUED'
  /** It is at work. After an interruption it goes on where it was. */
  | 'RUNNING'
  /** It wrote and checked every question that was planned. */
  | 'SUCCEEDED';

/** One step of a run, as it is recorded. */
export type AgentRunStep = {
  __typename?: 'AgentRunStep';
  /** How many of its parts are done: models planned, questions written, questions checked. */
  completed: Scalars['Int']['output'];
  /** When it was complete, or null. */
  finishedAt?: Maybe<Scalars['DateTime']['output']>;
  /** What it does. */
  kind: AgentRunStepKind;
  /** When it began, or null. */
  startedAt?: Maybe<Scalars['DateTime']['output']>;
  /** How far it is. */
  status: AgentRunStepStatus;
  /** How many parts it has; 0 as long as it is not known. */
  total: Scalars['Int']['output'];
};

/** What a run does, in this order. */
export type AgentRunStepKind =
  /** Passes each question through the gates. */
  | 'EVALUATE'
  /** Writes the questions. */
  | 'GENERATE'
  /** Decides which models write how many questions. */
  | 'PLAN';

/** How far a step is. */
export type AgentRunStepStatus =
  /** It is complete. */
  | 'DONE'
  /** It has not begun. */
  | 'PENDING'
  /** It is going on. */
  | 'RUNNING';

/** Why a run could not be cancelled. */
export type CancelAgentRunError = NotFound | WrongState;

/** Which run to cancel. */
export type CancelAgentRunInput = {
  /** The run's id. */
  runId: Scalars['ID']['input'];
};

/** What came of cancelling a run. */
export type CancelAgentRunPayload = {
  __typename?: 'CancelAgentRunPayload';
  /** Why it could not be cancelled; empty on success. */
  errors: Array<CancelAgentRunError>;
  /** The run after the change, or null when there are errors. */
  run?: Maybe<AgentRun>;
};

/** How a drafted question is answered. */
export type DraftAnswerType =
  /** By choosing one of four or five options. */
  | 'MULTIPLE_CHOICE'
  /** By giving a number. */
  | 'SHORT_ANSWER';

/** One option of a drafted question. */
export type DraftOption = {
  __typename?: 'DraftOption';
  /** The letter under which it is shown. */
  id: Scalars['ID']['output'];
  /** Whether it is the right one. */
  isKey: Scalars['Boolean']['output'];
  /** What somebody believes or overlooks who chooses it, in the reader's language; null for the right one. */
  misconception?: Maybe<Scalars['String']['output']>;
  /** What it says: Markdown with LaTeX in `$…$`. */
  text: Scalars['String']['output'];
};

/** The value that a draft's parameter has. */
export type DraftParameter = {
  __typename?: 'DraftParameter';
  /** The parameter's name in the model. */
  name: Scalars['String']['output'];
  /** Its exact value: a whole number, or a fraction such as `5/4`. */
  value: Scalars['String']['output'];
};

/** What a question must get through before an author sees it as proposed. */
export type EvaluationGate =
  /** Each option differs from every other in text and in value, and follows from its misconception. */
  | 'DISTRACTORS_DISTINCT'
  /** A second, independent evaluation gives the same key, and the key put back into the question satisfies it. */
  | 'KEY_VERIFIED'
  /** In the run, the longest option is the key no more often than it may be. */
  | 'LONGEST_OPTION'
  /** No accepted or published question, and no earlier one of the run, says the same. */
  | 'NEAR_DUPLICATE'
  /** The question can be answered from its own text: nothing left unfilled, nothing referred to that is not there. */
  | 'SELF_CONTAINED';

/** One thing that a gate saw. */
export type GateFact = {
  __typename?: 'GateFact';
  /** What was looked at, for example `key.recomputed`. */
  name: Scalars['String']['output'];
  /** What was found. */
  value: Scalars['String']['output'];
};

/** What one gate says about one draft, and on what grounds. */
export type GateVerdict = {
  __typename?: 'GateVerdict';
  /** What the gate saw. */
  evidence: Array<GateFact>;
  /** Which gate. */
  gate: EvaluationGate;
  /** Whether the draft got through. */
  passed: Scalars['Boolean']['output'];
  /** The verdict in a sentence, in the reader's language. */
  summary: Scalars['String']['output'];
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

/** A template that writes questions and computes their keys, and its wrong answers from named misconceptions. */
export type ItemModel = {
  __typename?: 'ItemModel';
  /** How its questions are answered. */
  answerType: DraftAnswerType;
  /** A stable name, for example `PK.SHARE_BY_RATIO`. */
  code: Scalars['ID']['output'];
  /** How hard its questions are expected to be, in logits: a guess until responses are in. */
  expectedDifficulty: Scalars['Float']['output'];
  /** The language in which its questions are written: `id` or `en`. */
  language: Scalars['String']['output'];
  /** What somebody believes or overlooks who chooses its wrong answers, in the reader's language. Empty for short answers. */
  misconceptions: Array<Scalars['String']['output']>;
  /** The code of the exam's section that its questions are for, for example `PK` or `MATH`. */
  sectionCode: Scalars['String']['output'];
  /** The code of the skill that its questions need, as the catalog knows it. */
  skillCode: Scalars['String']['output'];
  /** What its questions are about, in the reader's language. */
  title: Scalars['String']['output'];
};

/** One page of item models. */
export type ItemModelConnection = {
  __typename?: 'ItemModelConnection';
  /** The models of this page, in the order of their codes. */
  edges: Array<ItemModelEdge>;
  /** Where this page stands in the list. */
  pageInfo: PageInfo;
};

/** A model's place in the list. */
export type ItemModelEdge = {
  __typename?: 'ItemModelEdge';
  /** The cursor of this place, to be passed as `after`. */
  cursor: Scalars['String']['output'];
  /** The model. */
  node: ItemModel;
};

export type Mutation = {
  __typename?: 'Mutation';
  /** Accepts a draft that every gate let through, so that it becomes a draft question of the catalog. For authors. */
  acceptDraft: AcceptDraftPayload;
  /** Cancels a run that has not ended. What it has written stays. For the author who started it, and for admins. */
  cancelAgentRun: CancelAgentRunPayload;
  /** Turns a draft down. For authors. */
  rejectDraft: RejectDraftPayload;
  /** Starts a run that writes questions. For authors. */
  startAgentRun: StartAgentRunPayload;
};


export type MutationAcceptDraftArgs = {
  input: AcceptDraftInput;
};


export type MutationCancelAgentRunArgs = {
  input: CancelAgentRunInput;
};


export type MutationRejectDraftArgs = {
  input: RejectDraftInput;
};


export type MutationStartAgentRunArgs = {
  input: StartAgentRunInput;
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
  /** The run with this id, or null when there is none. For the author who started it, and for admins. */
  agentRun?: Maybe<AgentRun>;
  /** The author's own runs, newest first; to an admin, everybody's. */
  agentRuns: AgentRunConnection;
  /** The models that can write questions. For authors. */
  itemModels: ItemModelConnection;
  /** The draft with this id, or null when there is none. For authors. */
  questionDraft?: Maybe<QuestionDraft>;
  /** Drafts of all runs, newest first. For authors. */
  questionDrafts: QuestionDraftConnection;
};


export type QueryAgentRunArgs = {
  id: Scalars['ID']['input'];
};


export type QueryAgentRunsArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  first: Scalars['Int']['input'];
};


export type QueryItemModelsArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  first: Scalars['Int']['input'];
  skill?: InputMaybe<Scalars['String']['input']>;
};


export type QueryQuestionDraftArgs = {
  id: Scalars['ID']['input'];
};


export type QueryQuestionDraftsArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  first: Scalars['Int']['input'];
  status?: InputMaybe<QuestionDraftStatus>;
};

export type Question = {
  __typename?: 'Question';
  /** The question's id. */
  id: Scalars['ID']['output'];
  /** Published questions that say something similar, the most similar first. Empty while it is not published itself. */
  similar?: Maybe<Array<SimilarQuestion>>;
};


export type QuestionSimilarArgs = {
  first: Scalars['Int']['input'];
};

/** A question that the agent wrote, with everything an author needs to judge it. */
export type QuestionDraft = {
  __typename?: 'QuestionDraft';
  /** The right answer of a short answer, as a whole number or a fraction; null otherwise. */
  answer?: Maybe<Scalars['String']['output']>;
  /** How it is answered. */
  answerType: DraftAnswerType;
  /** When it was written. */
  createdAt: Scalars['DateTime']['output'];
  /** When an author decided, or null. */
  decidedAt?: Maybe<Scalars['DateTime']['output']>;
  /** Who decided, or null. */
  decidedBy?: Maybe<User>;
  /** How the answer is found: Markdown with LaTeX in `$…$`. */
  explanation: Scalars['String']['output'];
  /** The draft's id. */
  id: Scalars['ID']['output'];
  /** The model it comes from. */
  itemModel: ItemModel;
  /** The options in the order shown; empty for a short answer. */
  options: Array<DraftOption>;
  /** The values from which the question was made. */
  parameters: Array<DraftParameter>;
  /** The question of the catalog that it became; null until the catalog has it. */
  question?: Maybe<Question>;
  /** Why it was turned down, or null. */
  rejectionReason?: Maybe<Scalars['String']['output']>;
  /** The run that wrote it. Null to those who may not see the run. */
  run?: Maybe<AgentRun>;
  /** The code of the skill it needs. */
  skillCode: Scalars['String']['output'];
  /** What has become of it. */
  status: QuestionDraftStatus;
  /** The question: Markdown with LaTeX in `$…$`. */
  stem: Scalars['String']['output'];
  /** What the gates say; empty before it is checked. */
  verdicts: Array<GateVerdict>;
};

/** One page of drafts. */
export type QuestionDraftConnection = {
  __typename?: 'QuestionDraftConnection';
  /** The drafts of this page, in order. */
  edges: Array<QuestionDraftEdge>;
  /** Where this page stands in the list. */
  pageInfo: PageInfo;
};

/** A draft's place in the list. */
export type QuestionDraftEdge = {
  __typename?: 'QuestionDraftEdge';
  /** The cursor of this place, to be passed as `after`. */
  cursor: Scalars['String']['output'];
  /** The draft. */
  node: QuestionDraft;
};

/** What has become of a draft. */
export type QuestionDraftStatus =
  /** An author accepted it: it is, or is about to be, a question of the catalog. */
  | 'ACCEPTED'
  /** A gate refused it; its verdicts say why. It cannot be accepted. */
  | 'FAILED'
  /** It is written, and not yet checked. */
  | 'GENERATED'
  /** It passed every gate and waits for an author. */
  | 'PROPOSED'
  /** An author turned it down. */
  | 'REJECTED';

/** Why a draft could not be turned down. */
export type RejectDraftError = InvalidInput | NotFound | WrongState;

/** Which draft to turn down, and why. */
export type RejectDraftInput = {
  /** The draft's id. */
  draftId: Scalars['ID']['input'];
  /** Why, in 3 to 500 characters. */
  reason: Scalars['String']['input'];
};

/** What came of turning a draft down. */
export type RejectDraftPayload = {
  __typename?: 'RejectDraftPayload';
  /** The draft after the change, or null when there are errors. */
  draft?: Maybe<QuestionDraft>;
  /** Why it could not be turned down; empty on success. */
  errors: Array<RejectDraftError>;
};

/** A question that says something similar. */
export type SimilarQuestion = {
  __typename?: 'SimilarQuestion';
  /** The question. */
  question?: Maybe<Question>;
  /** How similar it is: the cosine of the two texts' embeddings, 1 for the same direction. */
  similarity: Scalars['Float']['output'];
};

/** Why a run could not be started. */
export type StartAgentRunError = InvalidInput | NotFound;

/** What a run is to write. Exactly one of `skillCode` and `itemModelCode` must be given. */
export type StartAgentRunInput = {
  /** How many questions, from 1 to 100. */
  count: Scalars['Int']['input'];
  /** The code of a model that does all the work. */
  itemModelCode?: InputMaybe<Scalars['String']['input']>;
  /** From what all choices follow, at most 64 characters; one is chosen when left out. The same seed gives the same questions. */
  seed?: InputMaybe<Scalars['String']['input']>;
  /** The code of a skill: all models of it, and of the skills below it, share the work. */
  skillCode?: InputMaybe<Scalars['String']['input']>;
};

/** What came of starting a run. */
export type StartAgentRunPayload = {
  __typename?: 'StartAgentRunPayload';
  /** Why it could not be started; empty on success. */
  errors: Array<StartAgentRunError>;
  /** The run, waiting for its turn, or null when there are errors. */
  run?: Maybe<AgentRun>;
};

export type Subscription = {
  __typename?: 'Subscription';
  /**
   * What happens in a run, until it ends. Without `afterSequence` the present state comes first; with it, first what the
   * client missed, in order and each once. For the author who started the run, and for admins.
   */
  agentRunProgress: AgentRunProgress;
};


export type SubscriptionAgentRunProgressArgs = {
  afterSequence?: InputMaybe<Scalars['Int']['input']>;
  runId: Scalars['ID']['input'];
};

export type User = {
  __typename?: 'User';
  /** The person's id. */
  id: Scalars['ID']['output'];
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
  AgentRun: AgentRun;
  Question: Question;
  QuestionDraft: QuestionDraft;
};

/** Mapping of federation reference types */
export type FederationReferenceTypes = {
  AgentRun:
    ( { __typename: 'AgentRun' }
    & GraphQLRecursivePick<FederationTypes['AgentRun'], {"id":true}> );
  Question:
    ( { __typename: 'Question' }
    & GraphQLRecursivePick<FederationTypes['Question'], {"id":true}> );
  QuestionDraft:
    ( { __typename: 'QuestionDraft' }
    & GraphQLRecursivePick<FederationTypes['QuestionDraft'], {"id":true}> );
};

/** Mapping of union types */
export type ResolversUnionTypes<_RefType extends Record<string, unknown>> = {
  AcceptDraftError:
    | ( NotFound )
    | ( WrongState )
  ;
  CancelAgentRunError:
    | ( NotFound )
    | ( WrongState )
  ;
  RejectDraftError:
    | ( InvalidInput )
    | ( NotFound )
    | ( WrongState )
  ;
  StartAgentRunError:
    | ( InvalidInput )
    | ( NotFound )
  ;
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
  AcceptDraftError: ResolverTypeWrapper<ResolversUnionTypes<ResolversTypes>['AcceptDraftError']>;
  AcceptDraftInput: AcceptDraftInput;
  ID: ResolverTypeWrapper<Scalars['ID']['output']>;
  AcceptDraftPayload: ResolverTypeWrapper<Omit<AcceptDraftPayload, 'draft' | 'errors'> & { draft?: Maybe<ResolversTypes['QuestionDraft']>, errors: Array<ResolversTypes['AcceptDraftError']> }>;
  AgentRun: ResolverTypeWrapper<RunRow>;
  String: ResolverTypeWrapper<Scalars['String']['output']>;
  AgentRunConnection: ResolverTypeWrapper<Omit<AgentRunConnection, 'edges'> & { edges: Array<ResolversTypes['AgentRunEdge']> }>;
  AgentRunEdge: ResolverTypeWrapper<Omit<AgentRunEdge, 'node'> & { node: ResolversTypes['AgentRun'] }>;
  AgentRunPlanLine: ResolverTypeWrapper<PlanLine>;
  AgentRunProgress: ResolverTypeWrapper<Progress>;
  AgentRunProgressKind: AgentRunProgressKind;
  AgentRunStatus: AgentRunStatus;
  AgentRunStep: ResolverTypeWrapper<RunStepRow>;
  AgentRunStepKind: AgentRunStepKind;
  AgentRunStepStatus: AgentRunStepStatus;
  CancelAgentRunError: ResolverTypeWrapper<ResolversUnionTypes<ResolversTypes>['CancelAgentRunError']>;
  CancelAgentRunInput: CancelAgentRunInput;
  CancelAgentRunPayload: ResolverTypeWrapper<Omit<CancelAgentRunPayload, 'errors' | 'run'> & { errors: Array<ResolversTypes['CancelAgentRunError']>, run?: Maybe<ResolversTypes['AgentRun']> }>;
  DateTime: ResolverTypeWrapper<Scalars['DateTime']['output']>;
  DraftAnswerType: DraftAnswerType;
  DraftOption: ResolverTypeWrapper<Option>;
  DraftParameter: ResolverTypeWrapper<DraftParameter>;
  EvaluationGate: EvaluationGate;
  GateFact: ResolverTypeWrapper<GateFact>;
  GateVerdict: ResolverTypeWrapper<VerdictRow>;
  InvalidInput: ResolverTypeWrapper<InvalidInput>;
  ItemModel: ResolverTypeWrapper<Model>;
  Float: ResolverTypeWrapper<Scalars['Float']['output']>;
  ItemModelConnection: ResolverTypeWrapper<Omit<ItemModelConnection, 'edges'> & { edges: Array<ResolversTypes['ItemModelEdge']> }>;
  ItemModelEdge: ResolverTypeWrapper<Omit<ItemModelEdge, 'node'> & { node: ResolversTypes['ItemModel'] }>;
  Mutation: ResolverTypeWrapper<Record<PropertyKey, never>>;
  NotFound: ResolverTypeWrapper<NotFound>;
  PageInfo: ResolverTypeWrapper<PageInfo>;
  Query: ResolverTypeWrapper<Record<PropertyKey, never>>;
  Question: ResolverTypeWrapper<Question>;
  QuestionDraft: ResolverTypeWrapper<DraftRow>;
  QuestionDraftConnection: ResolverTypeWrapper<Omit<QuestionDraftConnection, 'edges'> & { edges: Array<ResolversTypes['QuestionDraftEdge']> }>;
  QuestionDraftEdge: ResolverTypeWrapper<Omit<QuestionDraftEdge, 'node'> & { node: ResolversTypes['QuestionDraft'] }>;
  QuestionDraftStatus: QuestionDraftStatus;
  RejectDraftError: ResolverTypeWrapper<ResolversUnionTypes<ResolversTypes>['RejectDraftError']>;
  RejectDraftInput: RejectDraftInput;
  RejectDraftPayload: ResolverTypeWrapper<Omit<RejectDraftPayload, 'draft' | 'errors'> & { draft?: Maybe<ResolversTypes['QuestionDraft']>, errors: Array<ResolversTypes['RejectDraftError']> }>;
  SimilarQuestion: ResolverTypeWrapper<SimilarQuestion>;
  StartAgentRunError: ResolverTypeWrapper<ResolversUnionTypes<ResolversTypes>['StartAgentRunError']>;
  StartAgentRunInput: StartAgentRunInput;
  StartAgentRunPayload: ResolverTypeWrapper<Omit<StartAgentRunPayload, 'errors' | 'run'> & { errors: Array<ResolversTypes['StartAgentRunError']>, run?: Maybe<ResolversTypes['AgentRun']> }>;
  Subscription: ResolverTypeWrapper<Record<PropertyKey, never>>;
  User: ResolverTypeWrapper<User>;
  UserError: ResolverTypeWrapper<ResolversInterfaceTypes<ResolversTypes>['UserError']>;
  WrongState: ResolverTypeWrapper<WrongState>;
  cacheControl__Scope: CacheControl__Scope;
  Boolean: ResolverTypeWrapper<Scalars['Boolean']['output']>;
  Int: ResolverTypeWrapper<Scalars['Int']['output']>;
};

/** Mapping between all available schema types and the resolvers parents */
export type ResolversParentTypes = {
  AcceptDraftError: ResolversUnionTypes<ResolversParentTypes>['AcceptDraftError'];
  AcceptDraftInput: AcceptDraftInput;
  ID: Scalars['ID']['output'];
  AcceptDraftPayload: Omit<AcceptDraftPayload, 'draft' | 'errors'> & { draft?: Maybe<ResolversParentTypes['QuestionDraft']>, errors: Array<ResolversParentTypes['AcceptDraftError']> };
  AgentRun: RunRow;
  String: Scalars['String']['output'];
  AgentRunConnection: Omit<AgentRunConnection, 'edges'> & { edges: Array<ResolversParentTypes['AgentRunEdge']> };
  AgentRunEdge: Omit<AgentRunEdge, 'node'> & { node: ResolversParentTypes['AgentRun'] };
  AgentRunPlanLine: PlanLine;
  AgentRunProgress: Progress;
  AgentRunStep: RunStepRow;
  CancelAgentRunError: ResolversUnionTypes<ResolversParentTypes>['CancelAgentRunError'];
  CancelAgentRunInput: CancelAgentRunInput;
  CancelAgentRunPayload: Omit<CancelAgentRunPayload, 'errors' | 'run'> & { errors: Array<ResolversParentTypes['CancelAgentRunError']>, run?: Maybe<ResolversParentTypes['AgentRun']> };
  DateTime: Scalars['DateTime']['output'];
  DraftOption: Option;
  DraftParameter: DraftParameter;
  GateFact: GateFact;
  GateVerdict: VerdictRow;
  InvalidInput: InvalidInput;
  ItemModel: Model;
  Float: Scalars['Float']['output'];
  ItemModelConnection: Omit<ItemModelConnection, 'edges'> & { edges: Array<ResolversParentTypes['ItemModelEdge']> };
  ItemModelEdge: Omit<ItemModelEdge, 'node'> & { node: ResolversParentTypes['ItemModel'] };
  Mutation: Record<PropertyKey, never>;
  NotFound: NotFound;
  PageInfo: PageInfo;
  Query: Record<PropertyKey, never>;
  Question: Question | FederationReferenceTypes['Question'];
  QuestionDraft: DraftRow;
  QuestionDraftConnection: Omit<QuestionDraftConnection, 'edges'> & { edges: Array<ResolversParentTypes['QuestionDraftEdge']> };
  QuestionDraftEdge: Omit<QuestionDraftEdge, 'node'> & { node: ResolversParentTypes['QuestionDraft'] };
  RejectDraftError: ResolversUnionTypes<ResolversParentTypes>['RejectDraftError'];
  RejectDraftInput: RejectDraftInput;
  RejectDraftPayload: Omit<RejectDraftPayload, 'draft' | 'errors'> & { draft?: Maybe<ResolversParentTypes['QuestionDraft']>, errors: Array<ResolversParentTypes['RejectDraftError']> };
  SimilarQuestion: SimilarQuestion;
  StartAgentRunError: ResolversUnionTypes<ResolversParentTypes>['StartAgentRunError'];
  StartAgentRunInput: StartAgentRunInput;
  StartAgentRunPayload: Omit<StartAgentRunPayload, 'errors' | 'run'> & { errors: Array<ResolversParentTypes['StartAgentRunError']>, run?: Maybe<ResolversParentTypes['AgentRun']> };
  Subscription: Record<PropertyKey, never>;
  User: User;
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

export type AcceptDraftErrorResolvers<ContextType = Context, ParentType extends ResolversParentTypes['AcceptDraftError'] = ResolversParentTypes['AcceptDraftError']> = {
  __resolveType: TypeResolveFn<'NotFound' | 'WrongState', ParentType, ContextType>;
};

export type AcceptDraftPayloadResolvers<ContextType = Context, ParentType extends ResolversParentTypes['AcceptDraftPayload'] = ResolversParentTypes['AcceptDraftPayload']> = {
  draft?: Resolver<Maybe<ResolversTypes['QuestionDraft']>, ParentType, ContextType>;
  errors?: Resolver<Array<ResolversTypes['AcceptDraftError']>, ParentType, ContextType>;
};

export type AgentRunResolvers<ContextType = Context, ParentType extends ResolversParentTypes['AgentRun'] = ResolversParentTypes['AgentRun'], FederationReferenceType extends FederationReferenceTypes['AgentRun'] = FederationReferenceTypes['AgentRun']> = {
  __resolveReference?: ReferenceResolver<Maybe<ResolversTypes['AgentRun']> | FederationReferenceType, FederationReferenceType, ContextType>;
  count?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  createdAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  drafts?: Resolver<ResolversTypes['QuestionDraftConnection'], ParentType, ContextType, RequireFields<AgentRunDraftsArgs, 'first'>>;
  failure?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  finishedAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  lastSequence?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  plan?: Resolver<Array<ResolversTypes['AgentRunPlanLine']>, ParentType, ContextType>;
  seed?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  skillCode?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  startedBy?: Resolver<Maybe<ResolversTypes['User']>, ParentType, ContextType>;
  status?: Resolver<ResolversTypes['AgentRunStatus'], ParentType, ContextType>;
  steps?: Resolver<Array<ResolversTypes['AgentRunStep']>, ParentType, ContextType>;
};

export type AgentRunConnectionResolvers<ContextType = Context, ParentType extends ResolversParentTypes['AgentRunConnection'] = ResolversParentTypes['AgentRunConnection']> = {
  edges?: Resolver<Array<ResolversTypes['AgentRunEdge']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
};

export type AgentRunEdgeResolvers<ContextType = Context, ParentType extends ResolversParentTypes['AgentRunEdge'] = ResolversParentTypes['AgentRunEdge']> = {
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  node?: Resolver<ResolversTypes['AgentRun'], ParentType, ContextType>;
};

export type AgentRunPlanLineResolvers<ContextType = Context, ParentType extends ResolversParentTypes['AgentRunPlanLine'] = ResolversParentTypes['AgentRunPlanLine']> = {
  count?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  itemModel?: Resolver<ResolversTypes['ItemModel'], ParentType, ContextType>;
};

export type AgentRunProgressResolvers<ContextType = Context, ParentType extends ResolversParentTypes['AgentRunProgress'] = ResolversParentTypes['AgentRunProgress']> = {
  at?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  completed?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  draft?: Resolver<Maybe<ResolversTypes['QuestionDraft']>, ParentType, ContextType>;
  kind?: Resolver<ResolversTypes['AgentRunProgressKind'], ParentType, ContextType>;
  run?: Resolver<Maybe<ResolversTypes['AgentRun']>, ParentType, ContextType>;
  sequence?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  step?: Resolver<Maybe<ResolversTypes['AgentRunStepKind']>, ParentType, ContextType>;
  total?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export type AgentRunStepResolvers<ContextType = Context, ParentType extends ResolversParentTypes['AgentRunStep'] = ResolversParentTypes['AgentRunStep']> = {
  completed?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  finishedAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  kind?: Resolver<ResolversTypes['AgentRunStepKind'], ParentType, ContextType>;
  startedAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  status?: Resolver<ResolversTypes['AgentRunStepStatus'], ParentType, ContextType>;
  total?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export type CancelAgentRunErrorResolvers<ContextType = Context, ParentType extends ResolversParentTypes['CancelAgentRunError'] = ResolversParentTypes['CancelAgentRunError']> = {
  __resolveType: TypeResolveFn<'NotFound' | 'WrongState', ParentType, ContextType>;
};

export type CancelAgentRunPayloadResolvers<ContextType = Context, ParentType extends ResolversParentTypes['CancelAgentRunPayload'] = ResolversParentTypes['CancelAgentRunPayload']> = {
  errors?: Resolver<Array<ResolversTypes['CancelAgentRunError']>, ParentType, ContextType>;
  run?: Resolver<Maybe<ResolversTypes['AgentRun']>, ParentType, ContextType>;
};

export interface DateTimeScalarConfig extends GraphQLScalarTypeConfig<ResolversTypes['DateTime'], any> {
  name: 'DateTime';
}

export type DraftOptionResolvers<ContextType = Context, ParentType extends ResolversParentTypes['DraftOption'] = ResolversParentTypes['DraftOption']> = {
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  isKey?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  misconception?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  text?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
};

export type DraftParameterResolvers<ContextType = Context, ParentType extends ResolversParentTypes['DraftParameter'] = ResolversParentTypes['DraftParameter']> = {
  name?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  value?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
};

export type GateFactResolvers<ContextType = Context, ParentType extends ResolversParentTypes['GateFact'] = ResolversParentTypes['GateFact']> = {
  name?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  value?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
};

export type GateVerdictResolvers<ContextType = Context, ParentType extends ResolversParentTypes['GateVerdict'] = ResolversParentTypes['GateVerdict']> = {
  evidence?: Resolver<Array<ResolversTypes['GateFact']>, ParentType, ContextType>;
  gate?: Resolver<ResolversTypes['EvaluationGate'], ParentType, ContextType>;
  passed?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  summary?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
};

export type InvalidInputResolvers<ContextType = Context, ParentType extends ResolversParentTypes['InvalidInput'] = ResolversParentTypes['InvalidInput']> = {
  code?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  field?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  message?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type ItemModelResolvers<ContextType = Context, ParentType extends ResolversParentTypes['ItemModel'] = ResolversParentTypes['ItemModel']> = {
  answerType?: Resolver<ResolversTypes['DraftAnswerType'], ParentType, ContextType>;
  code?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  expectedDifficulty?: Resolver<ResolversTypes['Float'], ParentType, ContextType>;
  language?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  misconceptions?: Resolver<Array<ResolversTypes['String']>, ParentType, ContextType>;
  sectionCode?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  skillCode?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  title?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
};

export type ItemModelConnectionResolvers<ContextType = Context, ParentType extends ResolversParentTypes['ItemModelConnection'] = ResolversParentTypes['ItemModelConnection']> = {
  edges?: Resolver<Array<ResolversTypes['ItemModelEdge']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
};

export type ItemModelEdgeResolvers<ContextType = Context, ParentType extends ResolversParentTypes['ItemModelEdge'] = ResolversParentTypes['ItemModelEdge']> = {
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  node?: Resolver<ResolversTypes['ItemModel'], ParentType, ContextType>;
};

export type MutationResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Mutation'] = ResolversParentTypes['Mutation']> = {
  acceptDraft?: Resolver<ResolversTypes['AcceptDraftPayload'], ParentType, ContextType, RequireFields<MutationAcceptDraftArgs, 'input'>>;
  cancelAgentRun?: Resolver<ResolversTypes['CancelAgentRunPayload'], ParentType, ContextType, RequireFields<MutationCancelAgentRunArgs, 'input'>>;
  rejectDraft?: Resolver<ResolversTypes['RejectDraftPayload'], ParentType, ContextType, RequireFields<MutationRejectDraftArgs, 'input'>>;
  startAgentRun?: Resolver<ResolversTypes['StartAgentRunPayload'], ParentType, ContextType, RequireFields<MutationStartAgentRunArgs, 'input'>>;
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
  agentRun?: Resolver<Maybe<ResolversTypes['AgentRun']>, ParentType, ContextType, RequireFields<QueryAgentRunArgs, 'id'>>;
  agentRuns?: Resolver<ResolversTypes['AgentRunConnection'], ParentType, ContextType, RequireFields<QueryAgentRunsArgs, 'first'>>;
  itemModels?: Resolver<ResolversTypes['ItemModelConnection'], ParentType, ContextType, RequireFields<QueryItemModelsArgs, 'first'>>;
  questionDraft?: Resolver<Maybe<ResolversTypes['QuestionDraft']>, ParentType, ContextType, RequireFields<QueryQuestionDraftArgs, 'id'>>;
  questionDrafts?: Resolver<ResolversTypes['QuestionDraftConnection'], ParentType, ContextType, RequireFields<QueryQuestionDraftsArgs, 'first'>>;
};

export type QuestionResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Question'] = ResolversParentTypes['Question'], FederationReferenceType extends FederationReferenceTypes['Question'] = FederationReferenceTypes['Question']> = {
  __resolveReference?: ReferenceResolver<Maybe<ResolversTypes['Question']> | FederationReferenceType, FederationReferenceType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  similar?: Resolver<Maybe<Array<ResolversTypes['SimilarQuestion']>>, ParentType, ContextType, RequireFields<QuestionSimilarArgs, 'first'>>;
};

export type QuestionDraftResolvers<ContextType = Context, ParentType extends ResolversParentTypes['QuestionDraft'] = ResolversParentTypes['QuestionDraft'], FederationReferenceType extends FederationReferenceTypes['QuestionDraft'] = FederationReferenceTypes['QuestionDraft']> = {
  __resolveReference?: ReferenceResolver<Maybe<ResolversTypes['QuestionDraft']> | FederationReferenceType, FederationReferenceType, ContextType>;
  answer?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  answerType?: Resolver<ResolversTypes['DraftAnswerType'], ParentType, ContextType>;
  createdAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  decidedAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  decidedBy?: Resolver<Maybe<ResolversTypes['User']>, ParentType, ContextType>;
  explanation?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  itemModel?: Resolver<ResolversTypes['ItemModel'], ParentType, ContextType>;
  options?: Resolver<Array<ResolversTypes['DraftOption']>, ParentType, ContextType>;
  parameters?: Resolver<Array<ResolversTypes['DraftParameter']>, ParentType, ContextType>;
  question?: Resolver<Maybe<ResolversTypes['Question']>, ParentType, ContextType>;
  rejectionReason?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  run?: Resolver<Maybe<ResolversTypes['AgentRun']>, ParentType, ContextType>;
  skillCode?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  status?: Resolver<ResolversTypes['QuestionDraftStatus'], ParentType, ContextType>;
  stem?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  verdicts?: Resolver<Array<ResolversTypes['GateVerdict']>, ParentType, ContextType>;
};

export type QuestionDraftConnectionResolvers<ContextType = Context, ParentType extends ResolversParentTypes['QuestionDraftConnection'] = ResolversParentTypes['QuestionDraftConnection']> = {
  edges?: Resolver<Array<ResolversTypes['QuestionDraftEdge']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
};

export type QuestionDraftEdgeResolvers<ContextType = Context, ParentType extends ResolversParentTypes['QuestionDraftEdge'] = ResolversParentTypes['QuestionDraftEdge']> = {
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  node?: Resolver<ResolversTypes['QuestionDraft'], ParentType, ContextType>;
};

export type RejectDraftErrorResolvers<ContextType = Context, ParentType extends ResolversParentTypes['RejectDraftError'] = ResolversParentTypes['RejectDraftError']> = {
  __resolveType: TypeResolveFn<'InvalidInput' | 'NotFound' | 'WrongState', ParentType, ContextType>;
};

export type RejectDraftPayloadResolvers<ContextType = Context, ParentType extends ResolversParentTypes['RejectDraftPayload'] = ResolversParentTypes['RejectDraftPayload']> = {
  draft?: Resolver<Maybe<ResolversTypes['QuestionDraft']>, ParentType, ContextType>;
  errors?: Resolver<Array<ResolversTypes['RejectDraftError']>, ParentType, ContextType>;
};

export type SimilarQuestionResolvers<ContextType = Context, ParentType extends ResolversParentTypes['SimilarQuestion'] = ResolversParentTypes['SimilarQuestion']> = {
  question?: Resolver<Maybe<ResolversTypes['Question']>, ParentType, ContextType>;
  similarity?: Resolver<ResolversTypes['Float'], ParentType, ContextType>;
};

export type StartAgentRunErrorResolvers<ContextType = Context, ParentType extends ResolversParentTypes['StartAgentRunError'] = ResolversParentTypes['StartAgentRunError']> = {
  __resolveType: TypeResolveFn<'InvalidInput' | 'NotFound', ParentType, ContextType>;
};

export type StartAgentRunPayloadResolvers<ContextType = Context, ParentType extends ResolversParentTypes['StartAgentRunPayload'] = ResolversParentTypes['StartAgentRunPayload']> = {
  errors?: Resolver<Array<ResolversTypes['StartAgentRunError']>, ParentType, ContextType>;
  run?: Resolver<Maybe<ResolversTypes['AgentRun']>, ParentType, ContextType>;
};

export type SubscriptionResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Subscription'] = ResolversParentTypes['Subscription']> = {
  agentRunProgress?: SubscriptionResolver<ResolversTypes['AgentRunProgress'], "agentRunProgress", ParentType, ContextType, RequireFields<SubscriptionAgentRunProgressArgs, 'runId'>>;
};

export type UserResolvers<ContextType = Context, ParentType extends ResolversParentTypes['User'] = ResolversParentTypes['User']> = {
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
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
  AcceptDraftError?: AcceptDraftErrorResolvers<ContextType>;
  AcceptDraftPayload?: AcceptDraftPayloadResolvers<ContextType>;
  AgentRun?: AgentRunResolvers<ContextType>;
  AgentRunConnection?: AgentRunConnectionResolvers<ContextType>;
  AgentRunEdge?: AgentRunEdgeResolvers<ContextType>;
  AgentRunPlanLine?: AgentRunPlanLineResolvers<ContextType>;
  AgentRunProgress?: AgentRunProgressResolvers<ContextType>;
  AgentRunStep?: AgentRunStepResolvers<ContextType>;
  CancelAgentRunError?: CancelAgentRunErrorResolvers<ContextType>;
  CancelAgentRunPayload?: CancelAgentRunPayloadResolvers<ContextType>;
  DateTime?: GraphQLScalarType;
  DraftOption?: DraftOptionResolvers<ContextType>;
  DraftParameter?: DraftParameterResolvers<ContextType>;
  GateFact?: GateFactResolvers<ContextType>;
  GateVerdict?: GateVerdictResolvers<ContextType>;
  InvalidInput?: InvalidInputResolvers<ContextType>;
  ItemModel?: ItemModelResolvers<ContextType>;
  ItemModelConnection?: ItemModelConnectionResolvers<ContextType>;
  ItemModelEdge?: ItemModelEdgeResolvers<ContextType>;
  Mutation?: MutationResolvers<ContextType>;
  NotFound?: NotFoundResolvers<ContextType>;
  PageInfo?: PageInfoResolvers<ContextType>;
  Query?: QueryResolvers<ContextType>;
  Question?: QuestionResolvers<ContextType>;
  QuestionDraft?: QuestionDraftResolvers<ContextType>;
  QuestionDraftConnection?: QuestionDraftConnectionResolvers<ContextType>;
  QuestionDraftEdge?: QuestionDraftEdgeResolvers<ContextType>;
  RejectDraftError?: RejectDraftErrorResolvers<ContextType>;
  RejectDraftPayload?: RejectDraftPayloadResolvers<ContextType>;
  SimilarQuestion?: SimilarQuestionResolvers<ContextType>;
  StartAgentRunError?: StartAgentRunErrorResolvers<ContextType>;
  StartAgentRunPayload?: StartAgentRunPayloadResolvers<ContextType>;
  Subscription?: SubscriptionResolvers<ContextType>;
  User?: UserResolvers<ContextType>;
  UserError?: UserErrorResolvers<ContextType>;
  WrongState?: WrongStateResolvers<ContextType>;
};

export type DirectiveResolvers<ContextType = Context> = {
  cacheControl?: CacheControlDirectiveResolver<any, any, ContextType>;
};
