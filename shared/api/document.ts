/** The models of what is printed: ordered blocks, ready to be set, with every text final. */
import type { EntryKind, RecordList } from '../vocabulary/record-kinds.ts';
import type { MatchAxis, MatchStatus } from './match.ts';

export interface ContactItem {
  readonly text: string;
  readonly href: string | null;
}

export interface DocumentBullet {
  readonly id: string;
  readonly text: string;
}

export interface DocumentPosition {
  readonly id: string;
  readonly title: string;
  readonly dates: string;
  readonly summary: string;
  readonly bullets: readonly DocumentBullet[];
}

/** One thing on a line of its own: a lead, its rest, dates and a note. A text that is empty does not print. */
export interface DocumentEntry {
  readonly id: string;
  readonly lead: string;
  readonly rest: string;
  /** The address it is found at, printed after `rest`. */
  readonly link: ContactItem | null;
  readonly dates: string;
  readonly note: string;
  readonly bullets: readonly DocumentBullet[];
  /** Whether lead and rest are a wording of the resume's own. */
  readonly isReworded: boolean;
}

/** Sections of a resume that are made of entries. */
export type EntriesSection = 'projects' | RecordList<EntryKind>;

export type ResumeBlock =
  | { readonly kind: 'summary'; readonly text: string }
  | {
      readonly kind: 'experience';
      readonly heading: string;
      readonly employers: readonly {
        readonly id: string;
        readonly name: string;
        /** Description and place, joined. */
        readonly about: string;
        /** Where its website is: its name leads there, or the address prints after it. */
        readonly link: ContactItem | null;
        /** Total span; empty with a single position. */
        readonly dates: string;
        readonly positions: readonly DocumentPosition[];
      }[];
    }
  | {
      readonly kind: 'skills';
      readonly heading: string;
      readonly groups: readonly { readonly label: string; readonly items: readonly string[] }[];
    }
  | {
      readonly kind: 'entries';
      readonly section: EntriesSection;
      readonly heading: string;
      readonly entries: readonly DocumentEntry[];
    };

/** A resume as it prints. */
export interface ResumeDocument {
  readonly kind: 'resume';
  readonly title: string;
  readonly language: string;
  readonly template: 'classic';
  readonly paper: 'a4' | 'letter';
  readonly density: 'comfortable' | 'compact';
  readonly name: string;
  readonly headline: string;
  /** Two lines by meaning: place · e-mail · phone, then site · profiles. Empty lines are not there. */
  readonly contact: readonly (readonly ContactItem[])[];
  readonly blocks: readonly ResumeBlock[];
  /** Texts that are not to the sign what was typed, with what was: the read-back compares with that. */
  readonly changed: readonly { readonly text: string; readonly typed: string }[];
}

/** One requirement in a match report: the three numbers, how they compare, and every accomplishment that counts. */
export interface MatchDocumentRow {
  readonly id: string;
  readonly competency: string;
  /** “Critical, mandatory”. */
  readonly asked: string;
  readonly scaleLevels: number;
  readonly required: number;
  readonly evidenced: number;
  readonly selfAssessed: number | null;
  /** The three as they print. */
  readonly requiredText: string;
  readonly evidencedText: string;
  readonly selfText: string;
  /** “Met”, “Close, −0.19” or “Gap, −1.30”. */
  readonly distance: string;
  readonly isMet: boolean;
  readonly coverage: number;
  readonly weight: number;
  /** “Coverage 0.95, weight 6 of 32, adds 0.18 to the match.” */
  readonly shareText: string;
  readonly terms: readonly {
    readonly id: string;
    readonly title: string;
    readonly level: string;
    readonly formula: string;
    readonly strength: string;
  }[];
}

/** A match report as it prints: figures, radar, table and the terms of every requirement. */
export interface MatchDocument {
  readonly kind: 'match';
  readonly title: string;
  readonly language: string;
  readonly paper: 'a4' | 'letter';
  readonly person: string;
  readonly roleTitle: string;
  readonly roleLine: string;
  readonly date: string;
  readonly match: number;
  readonly status: MatchStatus;
  /** The four at the head: a large value, and what it says. */
  readonly figures: readonly { readonly value: string; readonly label: string }[];
  readonly ruleText: string;
  readonly rows: readonly MatchDocumentRow[];
  /** What the radar draws; nothing when there are fewer than three to compare. */
  readonly shape: readonly MatchAxis[];
  readonly shapeNote: string;
  readonly gaps: readonly { readonly id: string; readonly competency: string; readonly text: string }[];
}

/** A level as a tile: its number, out of how many, and its label where that says more than the number. */
export interface PaperLevel {
  readonly level: number;
  readonly of: number;
  readonly label: string;
}

/** Running text; a run has at most one mark. */
export interface PaperRun {
  readonly text: string;
  readonly mark: 'bold' | 'italic' | null;
  readonly href: string | null;
}

/** `marker` is the source's own number with its sign; empty for a bullet. */
export interface PaperItem {
  readonly marker: string;
  readonly runs: readonly PaperRun[];
  readonly items: readonly PaperItem[];
}

export interface PaperCell {
  readonly text: string;
  readonly level: PaperLevel | null;
  /** Labelled lines beneath the text. */
  readonly notes: readonly { readonly label: string; readonly text: string }[];
}

/** `lead` is the name of the row; the shares say how the width is divided. */
export interface PaperColumn {
  readonly head: string;
  readonly kind: 'lead' | 'text' | 'strong' | 'number' | 'level';
  readonly share: number;
}

export interface PaperRowGroup {
  /** Empty where the rows have no group. */
  readonly heading: string;
  readonly rows: readonly (readonly PaperCell[])[];
}

export type PaperBlock =
  | { readonly kind: 'heading'; readonly depth: 3 | 4; readonly text: string }
  | {
      readonly kind: 'paragraph';
      readonly style: 'body' | 'lead' | 'quote' | 'note';
      readonly runs: readonly PaperRun[];
    }
  | { readonly kind: 'list'; readonly items: readonly PaperItem[] }
  | { readonly kind: 'table'; readonly columns: readonly PaperColumn[]; readonly groups: readonly PaperRowGroup[] };

export interface PaperSection {
  readonly id: string;
  readonly heading: string;
  readonly blocks: readonly PaperBlock[];
}

/** A role spec as it prints: what it says of itself, then chapter after chapter, then whose words it is. */
export interface RoleDocument {
  readonly kind: 'role';
  readonly title: string;
  readonly language: string;
  readonly paper: 'a4' | 'letter';
  readonly roleTitle: string;
  readonly tagline: string;
  readonly facts: readonly { readonly label: string; readonly value: string }[];
  readonly sections: readonly PaperSection[];
  /** Whose words these are and where they were read. */
  readonly credits: readonly string[];
  readonly date: string;
}

export interface TrackColumn {
  readonly id: string;
  /** “L5 Staff”. */
  readonly name: string;
  /** The title where the name does not hold it. */
  readonly about: string;
  /** Whether it is the grade by evidence. */
  readonly isGrade: boolean;
}

export interface TrackCell {
  readonly level: PaperLevel | null;
  readonly isMandatory: boolean;
  /** Asked, and not proven by the evidence in the record. */
  readonly isUnproven: boolean;
}

export interface TrackRow {
  readonly id: string;
  readonly name: string;
  readonly cells: readonly (TrackCell | null)[];
  readonly evidenced: string;
  readonly selfAssessed: string;
}

/** The matrix for some of the levels: all of them, unless they are too many for one sheet. */
export interface TrackMatrix {
  /** “Levels 1 to 6 of 10”; empty when all stand here. */
  readonly heading: string;
  readonly columns: readonly TrackColumn[];
  readonly groups: readonly { readonly name: string; readonly rows: readonly TrackRow[] }[];
  /** What is asked and met at each level, in words. */
  readonly foot: readonly { readonly label: string; readonly cells: readonly string[] }[];
}

/** A ladder as it prints: its matrix, its levels beside each other, and the way from each to the next. */
export interface TrackDocument {
  readonly kind: 'track';
  readonly title: string;
  readonly language: string;
  readonly paper: 'a4' | 'letter';
  /** Landscape unless there are more levels than a landscape sheet holds. */
  readonly isPortrait: boolean;
  readonly trackTitle: string;
  readonly tagline: string;
  /** The person where their standing is shown, then what the ladder holds. */
  readonly counts: string;
  /** By evidence, then by self-assessment; none without standing. */
  readonly grades: readonly { readonly value: string; readonly label: string }[];
  /** Whether anything in the record stands beside what is asked. */
  readonly hasStanding: boolean;
  /** “of 4” where all skills share one scale. */
  readonly standingOf: string;
  readonly matrices: readonly TrackMatrix[];
  /** The scales of the cells; a name only where there are several. */
  readonly legends: readonly { readonly name: string; readonly levels: readonly PaperLevel[] }[];
  readonly hasMandatory: boolean;
  /** The key stands above a matrix that runs over pages, else below it. */
  readonly isKeyFirst: boolean;
  readonly notes: readonly string[];
  readonly sections: readonly PaperSection[];
  readonly credits: readonly string[];
  readonly date: string;
}

export type PrintableDocument = ResumeDocument | MatchDocument | RoleDocument | TrackDocument;

/** One text that must be found in the printed page, in this order. */
export interface DocumentField {
  /** “Name”, “Fenlock, dates”, “Bullet 3 of Fenlock”. */
  readonly label: string;
  readonly text: string;
  /** What was typed, where marks were taken from it. */
  readonly typed?: string;
}

/** What a parser finds in the PDF, compared with the model. */
export interface ReadBack {
  readonly found: number;
  readonly total: number;
  readonly missing: readonly DocumentField[];
  /** Fields found, but before a field they should follow. */
  readonly outOfOrder: readonly DocumentField[];
  /** The text in the order a parser reads it, line by line, by page. */
  readonly pages: readonly (readonly string[])[];
  /** Things that would spoil the file: fonts that are not ours, ligature code points, Type 3. */
  readonly problems: readonly string[];
}
