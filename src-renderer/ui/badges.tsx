/** The small words of state: status, draft, witness, confidentiality, notices. Icon and word, never colour alone. */
import {
  IconArchive,
  IconBuilding,
  IconCheck,
  IconCircle,
  IconCircleCheck,
  IconCircleHalf2,
  IconEyeOff,
  IconLock,
  IconRubberStamp,
  IconUserCheck,
  IconWorld,
} from '@tabler/icons-react';
import type { ComponentType, ReactNode } from 'react';
import type { NoticeCode } from '../../shared/api/import.ts';
import type { MatchStatus } from '../../shared/api/match.ts';
import type { Confidentiality, Relation } from '../../shared/api/values.ts';
import classes from './badges.module.css';

type Tone = 'neutral' | 'tint' | 'dashed' | 'info' | 'warning' | 'danger';
type Icon = ComponentType<{ size?: number; stroke?: number; 'aria-hidden'?: boolean }>;

interface CairnBadgeProps {
  readonly tone?: Tone;
  readonly icon?: Icon;
  readonly children: ReactNode;
}

/** A badge of the house: 20 high, one icon, one word. */
export function CairnBadge({ tone = 'neutral', icon: Sign, children }: CairnBadgeProps) {
  return (
    <span className={classes.badge} data-tone={tone}>
      {Sign === undefined ? null : <Sign size={14} stroke={1.6} aria-hidden />}
      {children}
    </span>
  );
}

const statuses: Readonly<Record<MatchStatus, readonly [word: string, icon: Icon, tone: Tone]>> = {
  ready: ['Ready', IconCircleCheck, 'tint'],
  close: ['Nearly ready', IconCircleHalf2, 'neutral'],
  growing: ['Growing', IconCircle, 'neutral'],
};

/** Where a match stands. Neither *Nearly ready* nor *Growing* is coloured: they are not faults. */
export function StatusBadge({ status }: { readonly status: MatchStatus }) {
  const [word, icon, tone] = statuses[status];
  return (
    <CairnBadge tone={tone} icon={icon}>
      {word}
    </CairnBadge>
  );
}

/** An accomplishment that counts nowhere yet; `missing` says what it lacks, such as `no result yet`. */
export function DraftBadge({ missing }: { readonly missing?: string | null }) {
  return <CairnBadge tone="dashed">{missing ? `Draft, ${missing}` : 'Draft'}</CairnBadge>;
}

export function ReadyBadge() {
  return (
    <CairnBadge tone="tint" icon={IconCheck}>
      Ready
    </CairnBadge>
  );
}

const relations: Readonly<Record<Relation, readonly [word: string, icon: Icon, tone: Tone]>> = {
  manager: ['Manager', IconRubberStamp, 'tint'],
  client: ['Client', IconRubberStamp, 'tint'],
  peer: ['Peer', IconUserCheck, 'neutral'],
  report: ['Report', IconUserCheck, 'neutral'],
  other: ['Witness', IconUserCheck, 'neutral'],
};

/** Who confirms it. */
export function WitnessBadge({ relation }: { readonly relation: Relation }) {
  const [word, icon, tone] = relations[relation];
  return (
    <CairnBadge tone={tone} icon={icon}>
      {word}
    </CairnBadge>
  );
}

const audiences: Readonly<Record<Confidentiality, readonly [word: string, icon: Icon]>> = {
  public: ['Public', IconWorld],
  employer: ['Employer', IconBuilding],
  confidential: ['Confidential', IconEyeOff],
  private: ['Private', IconLock],
};

/** Who may see it. */
export function ConfidentialityBadge({ value }: { readonly value: Confidentiality }) {
  const [word, icon] = audiences[value];
  return <CairnBadge icon={icon}>{word}</CairnBadge>;
}

const notices: Readonly<Record<NoticeCode, readonly [word: string, tone: Tone, icon: Icon | undefined]>> = {
  NOT_PLACED: ['Not placed', 'warning', undefined],
  INTERPRETED: ['Interpreted', 'info', undefined],
  LEFT_OUT: ['Left out', 'neutral', undefined],
  KEPT: ['Kept', 'tint', IconArchive],
};

/** What a reader did with a piece of a source. */
export function NoticeBadge({ code }: { readonly code: NoticeCode }) {
  const [word, tone, icon] = notices[code];
  return (
    <CairnBadge tone={tone} icon={icon}>
      {word}
    </CairnBadge>
  );
}
