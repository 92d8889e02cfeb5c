/** What the record knows of names while a line is captured. */
/** A position as the capture knows it. */
export interface KnownPosition {
  readonly id: string;
  readonly title: string;
  readonly employer: string;
  readonly isCurrent: boolean;
  readonly startedOn: string | null;
  readonly endedOn: string | null;
}

/** What the marks are looked up in. */
export interface CaptureKnown {
  readonly positions: readonly KnownPosition[];
  readonly competencies: readonly { readonly id: string; readonly name: string; readonly aliases: readonly string[] }[];
  readonly tags: readonly string[];
  /** `2026-11-21`. */
  readonly today: string;
}
