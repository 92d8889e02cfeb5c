/** The models of what is printed: ordered blocks, ready to be set, with every text final. */
import type { MatchStatus } from './match.ts';

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
}

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
      readonly section: 'projects' | 'education' | 'certificates' | 'languages';
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
  /** The requirements the radar draws, as places in `rows`; none when there are fewer than three to compare. */
  readonly shape: readonly number[];
  readonly shapeNote: string;
  readonly gaps: readonly { readonly id: string; readonly competency: string; readonly text: string }[];
}

export type PrintableDocument = ResumeDocument | MatchDocument;

/** One text that must be found in the printed page, in this order. */
export interface DocumentField {
  /** “Name”, “Fenlock, dates”, “Bullet 3 of Fenlock”. */
  readonly label: string;
  readonly text: string;
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
