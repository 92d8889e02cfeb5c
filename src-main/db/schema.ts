/** The tables as Kysely sees them; the truth is in the migrations. */
import type { Generated } from 'kysely';
import type { FieldName, RecordKind, RecordValues } from '../../shared/vocabulary/record-kinds.ts';
import type { SkillWords } from '../../shared/vocabulary/skill-words.ts';

/** Booleans are 0 or 1. */
type Flag = number;
/** JSON as text. */
type Json = string;

interface Origin {
  section: number | null;
  line: number | null;
  words: string | null;
}
interface RoleRow extends Origin {
  id: string;
  roleSpecId: string;
  rank: number;
}
interface Dated {
  createdAt: string;
  deletedAt: string | null;
}

type RecordTables = {
  [Kind in RecordKind]: { id: string } & {
    [Name in FieldName<Kind>]: RecordValues<Kind>[Name] extends boolean ? Flag : RecordValues<Kind>[Name];
  } & Dated;
};

export interface Tables extends RecordTables {
  profile: {
    id: string;
    name: string;
    headline: string;
    email: string;
    phone: string;
    place: string;
    website: string;
    summary: string;
    links: Json;
  };
  accomplishment: {
    id: string;
    title: string;
    story: string;
    startedOn: string | null;
    endedOn: string | null;
    isOngoing: Flag;
    positionId: string | null;
    projectId: string | null;
    confidentiality: 'public' | 'employer' | 'confidential' | 'private';
    status: 'draft' | 'ready';
    shortWording: string;
    longWording: string;
    updatedAt: string;
    sortOn: Generated<string>;
  } & Dated;
  /** How many accomplishments each position has, kept by triggers; under '' those that have none. */
  accomplishmentCount: { positionId: string; n: number };
  unlinked: { kind: string; refId: string; fromKind: string; fromId: string };
  accomplishmentTag: { accomplishmentId: string; tag: string; rank: number };
  metric: {
    id: string;
    accomplishmentId: string;
    name: string;
    unit: string;
    baseline: number | null;
    value: number | null;
    rank: number;
  };
  witness: {
    id: string;
    accomplishmentId: string;
    name: string;
    relation: 'manager' | 'client' | 'peer' | 'report' | 'other';
    title: string;
    confirmedOn: string | null;
    words: string;
    rank: number;
  };
  evidence: {
    id: string;
    accomplishmentId: string;
    kind: 'link' | 'quote';
    title: string;
    url: string;
    quote: string;
    notedOn: string | null;
    rank: number;
  };
  scale: { id: string; name: string; levels: Json };
  competency: { id: string; name: string; parentId: string | null; description: string; createdAt: string };
  competencyName: { form: string; competencyId: string; name: string; isAlias: Flag };
  showing: {
    accomplishmentId: string;
    competencyId: string;
    level: number;
    scaleId: string;
    reason: string;
    rank: number;
    /** Names as they were written; none where it is the common name. */
    words: Generated<Json>;
  };
  selfAssessment: { id: string; competencyId: string; level: number; scaleId: string; assessedOn: string };
  sourceBytes: { sha256: string; bytes: Uint8Array };
  sourceDocument: {
    id: string;
    sha256: string;
    name: string;
    format: string;
    url: string | null;
    importedAt: string;
    parts: Generated<Json>;
  };
  pack: {
    id: string;
    name: string;
    version: string;
    author: string;
    licence: string;
    attribution: string;
    installedAt: string;
    description: string;
  };
  ladder: {
    id: string;
    family: string;
    title: string;
    tagline: string | null;
    summary: string | null;
    faqs: Json;
    shortRows: Json;
    sections: Json;
    facts: Json;
    scaleId: string | null;
    countsThroughParents: Flag;
    sourceDocumentId: string | null;
    packId: string | null;
    createdAt: string;
  };
  roleSpec: {
    id: string;
    title: string;
    tagline: string | null;
    family: string | null;
    functionName: string | null;
    levelCode: string | null;
    levelLabel: string | null;
    levelOrder: number | null;
    mission: string | null;
    tourOfDuty: string | null;
    summary: string | null;
    focus: string | null;
    stack: Json;
    standard: string | null;
    nature: string | null;
    effectiveOn: string | null;
    credit: string | null;
    facts: Json;
    sourceDocumentId: string | null;
    packId: string | null;
    ladderId: string | null;
    words: string;
    updatedAt: string;
    archivedAt: string | null;
  } & Dated;
  roleBase: { roleSpecId: string; content: Json };
  keptApart: { aId: string; bId: string };
  section: {
    id: string;
    roleSpecId: string;
    rank: number;
    depth: number;
    number: string | null;
    heading: string;
    qualifier: string | null;
    blocks: Json;
  };
  requirement: RoleRow & {
    competencyId: string;
    name: string;
    kind: 'competency' | 'skill' | 'softSkill';
    level: number | null;
    scaleId: string | null;
    importance: 'critical' | 'important' | 'optional' | null;
    importanceNote: string | null;
    isMandatory: Flag;
    category: string | null;
    countsInMatch: Flag;
    tier: string | null;
    blurb: string | null;
    keyRank: number | null;
    details: Json;
  };
  responsibility: RoleRow & { group: string | null; number: number | null; lead: string | null; text: string };
  kpi: RoleRow & {
    name: string;
    category: string | null;
    measures: string | null;
    why: string | null;
    target: string | null;
    frequency: string | null;
    note: string | null;
  };
  tool: RoleRow & { name: string; category: string | null; use: string | null; adoption: string | null };
  milestone: RoleRow & { horizon: string; text: string };
  roleLink: RoleRow & {
    kind: 'next' | 'lateral' | 'feeder';
    title: string;
    family: string | null;
    levelCode: string | null;
    tourOfDuty: string | null;
    note: string | null;
  };
  gapPair: RoleRow & { theme: string | null; from: string; to: string };
  roleItem: RoleRow & { kind: string; group: string | null; name: string | null; text: string };
  scorecardDimension: RoleRow & {
    dimension: string;
    meets: string | null;
    exceeds: string | null;
    weight: number | null;
  };
  faq: RoleRow & { question: string; answer: string };
  pin: { roleSpecId: string; targetOn: string | null; pinnedAt: string };
  importDraft: {
    id: string;
    sourceName: string;
    sha256: string;
    title: string;
    format: string;
    noticeCount: number;
    parts: Generated<Json>;
    draft: Json;
    createdAt: string;
  };
  importDecision: { draftId: string; about: string; decided: string };
  resume: {
    id: string;
    name: string;
    roleSpecId: string | null;
    paper: 'a4' | 'letter';
    density: 'comfortable' | 'compact';
    clearance: 'public' | 'employer' | 'confidential' | 'private';
    sections: Json;
    skillWords: Generated<SkillWords>;
    updatedAt: string;
    exportedAt: string | null;
  } & Dated;
  resumeChoice: {
    resumeId: string;
    kind: string;
    refId: string;
    isHidden: Flag | null;
    rank: number | null;
    override: string | null;
  };
  setting: { key: string; value: Json };
  unsavedText: { key: string; text: string; savedAt: string };
  undoStep: {
    seq: Generated<number>;
    id: string;
    label: string;
    stack: 'undo' | 'redo';
    mergeKey: string | null;
    beganAt: string;
    changedAt: string;
    bytes: number;
  };
  undoEntry: {
    seq: Generated<number>;
    step: number;
    tableName: string;
    change: 'insert' | 'update' | 'delete';
    rowKey: Json | null;
    old: Json | null;
  };
  searchDoc: { id: Generated<number>; kind: string; refId: string; title: string; body: string };
}
