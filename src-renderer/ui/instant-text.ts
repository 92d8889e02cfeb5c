/** Instants as a person says them, in local time: `10:42`, `Today, 10:38`, `Yesterday`, `18 Nov`, `18 Nov 2025`. */

const clock = new Intl.DateTimeFormat('en-GB', { hour: '2-digit', minute: '2-digit' });
const shortDay = new Intl.DateTimeFormat('en-GB', { day: 'numeric', month: 'short' });
const longDay = new Intl.DateTimeFormat('en-GB', { day: 'numeric', month: 'short', year: 'numeric' });

/** `10:42` */
export function clockText(instant: string | Date): string {
  return clock.format(new Date(instant));
}

/** How many midnights lie between the instant and now; 0 is today. */
export function daysSince(instant: string, now: Date = new Date()): number {
  const day = (date: Date) => Date.UTC(date.getFullYear(), date.getMonth(), date.getDate()) / 86_400_000;
  return day(now) - day(new Date(instant));
}

/** `Yesterday`, `18 Nov`, with the year when it is another one. */
export function dayText(instant: string, now: Date = new Date()): string {
  const date = new Date(instant);
  const days = daysSince(instant, now);
  if (days === 0) return 'Today';
  if (days === 1) return 'Yesterday';
  return (date.getFullYear() === now.getFullYear() ? shortDay : longDay).format(date);
}

/** `Today, 10:38`, `Yesterday, 17:40`, `18 Nov, 09:20`. */
export function momentText(instant: string, now: Date = new Date()): string {
  return `${dayText(instant, now)}, ${clockText(instant)}`;
}

/** The same inside a sentence: `today, 10:38`. */
export function momentInSentence(instant: string, now: Date = new Date()): string {
  return momentText(instant, now).replace(/^(Today|Yesterday)/, (word) => word.toLowerCase());
}

/** The day as `2026-11-21`, by the calendar on the wall. */
export function dayOf(date: Date): string {
  const two = (number: number) => String(number).padStart(2, '0');
  return `${date.getFullYear()}-${two(date.getMonth() + 1)}-${two(date.getDate())}`;
}

/** Bytes with a unit, joined by a no-break space: `38.4 MB`. */
export function bytesText(bytes: number): string {
  if (bytes < 1_000) return `${bytes}\u00a0B`;
  if (bytes < 1_000_000) return `${Math.round(bytes / 1_000)}\u00a0KB`;
  return `${(bytes / 1_000_000).toFixed(1)}\u00a0MB`;
}
